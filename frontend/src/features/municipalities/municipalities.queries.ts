import type { Municipality, MunicipalityPage } from '@lofteskartan/shared/contracts/municipalities';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../../platform/api.js';

/** All municipalities of the installation. */
export const municipalitiesQuery = queryOptions({
  queryKey: ['municipalities'],
  queryFn: ({ signal }) => api.get<MunicipalityPage>('/municipalities', { query: { limit: 100 }, signal }),
  staleTime: 60 * 60_000,
});

/** One municipality with all that its pages need. It changes rarely, so it is read once an hour. */
export const municipalityQuery = (slug: string) =>
  queryOptions({
    queryKey: ['municipalities', slug],
    queryFn: ({ signal }) => api.get<Municipality>(`/municipalities/${encodeURIComponent(slug)}`, { signal }),
    staleTime: 60 * 60_000,
    enabled: slug !== '',
  });

/** The slug in the address, '' on pages that belong to no municipality. */
export function useMunicipalitySlug(): string {
  return useParams().municipality ?? '';
}

/** The municipality of the address. */
export function useMunicipality() {
  return useQuery(municipalityQuery(useMunicipalitySlug()));
}
