import type {
  ChangeRecord,
  DisposalPage,
  DisposalPreview,
  RecordView,
  RetentionRules,
} from '@lofteskartan/shared/contracts/records';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** Of what a record is kept: a proposal's number, or an activity. */
export type Kept = { readonly reference: string } | { readonly activityId: string };

const pathOf = (kept: Kept) =>
  'reference' in kept
    ? `/triage/proposals/${encodeURIComponent(kept.reference)}/record`
    : `/activities/${kept.activityId}/record`;

/** What is kept of something. */
export const recordQuery = (kept: Kept) =>
  queryOptions({
    queryKey: ['record', kept],
    queryFn: ({ signal }) => api.get<RecordView>(pathOf(kept), { signal }),
  });

/** Changes what is kept of something. */
export function useChangeRecord(kept: Kept) {
  const queries = useQueryClient();
  const { queryKey } = recordQuery(kept);
  return useMutation({
    mutationFn: (body: ChangeRecord) => api.put<RecordView>(pathOf(kept), body),
    onSuccess: (record) => {
      queries.setQueryData(queryKey, record);
      for (const changed of ['triage', 'proposals']) void queries.invalidateQueries({ queryKey: [changed] });
    },
  });
}

const of = (municipality: string) => `/municipalities/${encodeURIComponent(municipality)}`;

/** How long a municipality keeps what. */
export const rulesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['retention-rules', municipality],
    queryFn: ({ signal }) => api.get<RetentionRules>(`${of(municipality)}/retention-rules`, { signal }),
  });

/** Changes how long a municipality keeps what. */
export function useChangeRules(municipality: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: RetentionRules) =>
      api.put<RetentionRules>(`${of(municipality)}/retention-rules`, body),
    onSuccess: (rules) => {
      queries.setQueryData(rulesQuery(municipality).queryKey, rules);
      return queries.invalidateQueries({ queryKey: ['disposal-preview', municipality] });
    },
  });
}

/** What is to be disposed of. */
export const previewQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['disposal-preview', municipality],
    queryFn: ({ signal }) => api.get<DisposalPreview>(`${of(municipality)}/disposal-preview`, { signal }),
  });

/** What was disposed of. */
export const disposalsQuery = (municipality: string) =>
  infiniteQueryOptions({
    queryKey: ['disposals', municipality],
    queryFn: ({ signal, pageParam }) =>
      api.get<DisposalPage>('/disposals', { query: { municipality, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
