import type {
  ImportPopulation,
  Population,
  PopulationReport,
  PutPopulation,
} from '@lofteskartan/shared/contracts/population';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';
import { townQuery } from './town.queries.js';

const pathOf = (slug: string) => `/municipalities/${encodeURIComponent(slug)}/population`;

/** The population of a municipality by sex and age. */
export const populationQuery = (slug: string) =>
  queryOptions({
    queryKey: ['population', slug],
    queryFn: ({ signal }) => api.get<Population>(pathOf(slug), { signal }),
    enabled: slug !== '',
  });

/** Everything that shows the population or the municipality’s version is fetched anew. */
function useRefresh(slug: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: populationQuery(slug).queryKey }),
      queries.invalidateQueries({ queryKey: townQuery(slug).queryKey }),
    ]);
}

/** Keeps the figures of a year. */
export function useSavePopulation(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation<Population, Problem, PutPopulation>({
    mutationFn: (body) => api.put<Population>(pathOf(slug), body),
    onSuccess: refresh,
  });
}

/** What would become of each line of a file; nothing is kept. */
export const usePreviewPopulation = (slug: string) =>
  useMutation<PopulationReport, Problem, string>({
    mutationFn: (file) => api.post<PopulationReport>(`${pathOf(slug)}/imports/preview`, { file }),
  });

/** Keeps the lines that are accepted. */
export function useImportPopulation(slug: string) {
  const refresh = useRefresh(slug);
  return useMutation<PopulationReport, Problem, ImportPopulation & { key: string }>({
    mutationFn: ({ key, ...body }) =>
      api.post<PopulationReport>(`${pathOf(slug)}/imports`, body, { idempotencyKey: key }),
    onSuccess: refresh,
  });
}
