import type { ImportLighting, Lighting, LightingReport } from '@lofteskartan/shared/contracts/lighting';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** What a municipality has told of its lighting. */
export const lightingQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['lighting', municipality],
    queryFn: ({ signal }) => api.get<Lighting>('/lighting', { query: { municipality }, signal }),
    enabled: municipality !== '',
    staleTime: 10 * 60_000,
  });

/** What would become of each line; nothing is kept. */
export function usePreviewLighting() {
  return useMutation({
    mutationFn: (body: ImportLighting) =>
      api.post<LightingReport>('/inventory/lighting/imports/preview', body),
  });
}

/** Keeps what is accepted. */
export function useImportLighting() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: ImportLighting & { key: string }) =>
      api.post<LightingReport>('/inventory/lighting/imports', body, { idempotencyKey: key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['lighting'] }),
  });
}
