import type { Medborgarlofte, MedborgarloftePage } from '@lofteskartan/shared/contracts/medborgarlofte';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The municipality's present promise with its commitments and their progress; null when there is none yet. */
export const promiseQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['medborgarloften', municipality],
    queryFn: async ({ signal }): Promise<Medborgarlofte | null> => {
      const page = await api.get<MedborgarloftePage>('/medborgarloften', {
        query: { municipality, time: 'present' },
        signal,
      });
      return page.items[0] ?? null;
    },
    enabled: municipality !== '',
  });
