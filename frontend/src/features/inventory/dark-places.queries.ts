import type { DarkPlace, DarkPlaceList } from '@lofteskartan/shared/contracts/dark-places';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The public places of a municipality. */
export const darkPlacesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['dark-places', municipality],
    queryFn: ({ signal }) => api.get<DarkPlaceList>('/dark-places', { query: { municipality }, signal }),
    enabled: municipality !== '',
  });

/** A public place with its story. */
export const darkPlaceQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dark-places', 'one', reference],
    queryFn: ({ signal }) => api.get<DarkPlace>(`/dark-places/${encodeURIComponent(reference)}`, { signal }),
  });

/** The public place of a public proposal: a list of one, or of none. */
export const darkPlaceOfQuery = (proposal: string) =>
  queryOptions({
    queryKey: ['dark-places', 'of', proposal],
    queryFn: ({ signal }) => api.get<DarkPlaceList>('/dark-places', { query: { proposal }, signal }),
  });
