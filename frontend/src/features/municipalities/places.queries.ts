import type { NamedPlacePage } from '@lofteskartan/shared/contracts/municipalities';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The whole place list of a municipality: localities, roads, schools, stations. It is searched on the phone, so it works without a network. */
export const placesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['municipalities', slug, 'places'],
    queryFn: async ({ signal }) => {
      const page = await api.get<NamedPlacePage>(`/municipalities/${encodeURIComponent(slug)}/places`, {
        signal,
      });
      return page.items;
    },
    staleTime: 60 * 60_000,
    enabled: slug !== '',
  });
