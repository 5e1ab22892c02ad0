import type { QuarantinePage, QuarantineReceipt } from '@lofteskartan/shared/contracts/quarantine';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, newKey, type Problem } from '../../platform/api.js';

/** What lies in quarantine. */
export const quarantineQuery = queryOptions({
  queryKey: ['triage', 'quarantine'],
  queryFn: ({ signal }) => api.get<QuarantinePage>('/triage/quarantine', { signal }),
});

function useAct<Answer>(act: (id: string) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation<Answer, Problem, string>({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['triage'] }),
  });
}

/** A person sent this. Its id makes a repeat harmless: what was restored is there no more. */
export const useRestore = () =>
  useAct((id) =>
    api.post<QuarantineReceipt>(`/triage/quarantine/${id}/restorations`, {}, { idempotencyKey: newKey() }),
  );

/** Disposes of something now. */
export const useRemoveFromQuarantine = () => useAct((id) => api.delete<unknown>(`/triage/quarantine/${id}`));
