import type { WorkSummary } from '@lofteskartan/shared/contracts/staff';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** How many things wait, for each of one's own municipalities. */
export const summaryQuery = queryOptions({
  queryKey: ['triage', 'summary'],
  queryFn: ({ signal }) => api.get<{ items: WorkSummary[] }>('/triage/summary', { signal }),
  refetchInterval: 60_000,
});
