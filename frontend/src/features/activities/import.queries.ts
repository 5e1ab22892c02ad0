import type { ImportActivities, ImportReport } from '@lofteskartan/shared/contracts/activity-import';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** What would become of each line; nothing is kept. */
export function usePreviewImport() {
  return useMutation({
    mutationFn: (body: ImportActivities) => api.post<ImportReport>('/activities/imports/preview', body),
  });
}

/** Logs the accepted lines, once for a key. */
export function useSaveImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: ImportActivities; key: string }) =>
      api.post<ImportReport>('/activities/imports', body, { idempotencyKey: key }),
    onSuccess: () => {
      for (const noun of ['activities', 'triage', 'medborgarloften', 'commitments'])
        void queries.invalidateQueries({ queryKey: [noun] });
    },
  });
}
