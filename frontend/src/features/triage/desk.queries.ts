import type { Assignees, AssignProposals } from '@lofteskartan/shared/contracts/assignments';
import type { MoveProposals, OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import type { CasePresence } from '@lofteskartan/shared/contracts/presences';
import type { KeptView, KeptViewPage, QueueViews } from '@lofteskartan/shared/contracts/queue-views';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, type Problem } from '../../platform/api.js';

/** A page that is visible says so as often; three times without a word, and it is closed. */
export const PRESENCE_MS = 30_000;

/** The views of the queue with their counts, read again now and then. */
export const viewsQuery = queryOptions({
  queryKey: ['triage', 'views'],
  queryFn: ({ signal }) => api.get<QueueViews>('/triage/views', { signal }),
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
});

/** To whom proposals may be assigned, by municipality. */
export const assigneesQuery = queryOptions({
  queryKey: ['triage', 'assignees'],
  queryFn: async ({ signal }) =>
    (await api.get<{ items: Assignees[] }>('/triage/assignees', { signal })).items,
  staleTime: 300_000,
});

/** What colleagues have open; asked only while the page is visible. */
export const presencesQuery = queryOptions({
  queryKey: ['triage', 'presences'],
  queryFn: async ({ signal }) =>
    (await api.get<{ items: CasePresence[] }>('/triage/presences', { signal })).items,
  refetchInterval: PRESENCE_MS,
  refetchOnWindowFocus: true,
});

/** Who else has a case open. Asking says that one has it open oneself. */
export const presenceQuery = (reference: string) =>
  queryOptions({
    queryKey: ['triage', 'presence', reference],
    queryFn: () => api.put<CasePresence>(`/triage/proposals/${encodeURIComponent(reference)}/presence`, {}),
    refetchInterval: PRESENCE_MS,
    refetchOnWindowFocus: true,
    gcTime: 0,
  });

/** An act on several: a repeat after a lost answer goes out under the same key; everything that lists or counts follows. */
function useActOnSeveral<Body extends object>(path: string) {
  const queries = useQueryClient();
  const intention = useRef<{ body: string; key: string } | null>(null);
  return useMutation<OutcomeOfSeveral, Problem, Body>({
    mutationFn: (body) => {
      const text = JSON.stringify(body);
      if (intention.current?.body !== text) intention.current = { body: text, key: newKey() };
      return api.post<OutcomeOfSeveral>(path, body, { idempotencyKey: intention.current.key });
    },
    onSuccess: () => {
      intention.current = null;
      for (const changed of [['triage'], ['proposals']])
        void queries.invalidateQueries({ queryKey: changed });
    },
  });
}

/** Puts proposals in somebody's hands. */
export const useAssign = () => useActOnSeveral<AssignProposals>('/triage/assignments');
/** Moves several proposals with one text. */
export const useMoveSeveral = () => useActOnSeveral<MoveProposals>('/triage/moves');

/** Keeping, renaming, ordering and removing one's own views. */
export function useOwnViews() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: viewsQuery.queryKey });
  return {
    keep: useMutation<KeptView, Problem, { name: string; filters: string; key: string }>({
      mutationFn: ({ key, ...body }) => api.post<KeptView>('/triage/views', body, { idempotencyKey: key }),
      onSuccess,
    }),
    rename: useMutation<KeptView, Problem, { id: string; name: string }>({
      mutationFn: ({ id, name }) => api.patch<KeptView>(`/triage/views/${id}`, { name }),
      onSuccess,
    }),
    order: useMutation<KeptViewPage, Problem, string[]>({
      mutationFn: (ids) => api.put<KeptViewPage>('/triage/views/order', { ids }),
      onSuccess,
    }),
    remove: useMutation<unknown, Problem, string>({
      mutationFn: (id) => api.delete(`/triage/views/${id}`),
      onSuccess,
    }),
  };
}
