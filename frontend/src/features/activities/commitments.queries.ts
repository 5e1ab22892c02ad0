import type { Commitment, MedborgarloftePage } from '@lofteskartan/shared/contracts/medborgarlofte';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The commitments of a municipality's present promise, with the figures that only signed-in staff see. */
export const commitmentsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['medborgarloften', 'staff', municipality],
    queryFn: async ({ signal }): Promise<Commitment[]> => {
      const page = await api.get<MedborgarloftePage>('/medborgarloften', {
        query: { municipality, time: 'present' },
        signal,
      });
      return page.items[0]?.commitments ?? [];
    },
    enabled: municipality !== '',
  });
