import type { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import type {
  BeginPromiseDraft,
  PublishedPromise,
  PublishPromise,
  SavedPromiseDraft,
  SavePromiseDraft,
  StaffPromises,
} from '@lofteskartan/shared/contracts/promise-editor';
import type { PromiseDraft } from '@lofteskartan/shared/promise-content';
import type { PromiseChanges } from '@lofteskartan/shared/contracts/promise-versions';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** A municipality's promises and the drafts of its coordinators. */
export const staffPromisesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['promise-drafts', 'of', municipality],
    queryFn: ({ signal }) => api.get<StaffPromises>('/triage/promises', { query: { municipality }, signal }),
    enabled: municipality !== '',
  });

/** A draft as it was saved last. What is being written is never read anew under the writer's hands. */
export const promiseDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ['promise-drafts', 'one', id],
    queryFn: ({ signal }) => api.get<PromiseDraft>(`/triage/promise-drafts/${id}`, { signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    gcTime: 0,
  });

/** The draft as the public page would show it. */
export const promisePreviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['promise-drafts', 'preview', id],
    queryFn: ({ signal }) => api.get<Medborgarlofte>(`/triage/promise-drafts/${id}/preview`, { signal }),
    gcTime: 0,
  });

/** What the draft would change. */
export const draftChangesQuery = (id: string) =>
  queryOptions({
    queryKey: ['promise-drafts', 'changes', id],
    queryFn: ({ signal }) => api.get<PromiseChanges>(`/triage/promise-drafts/${id}/changes`, { signal }),
    gcTime: 0,
  });

/** Begins a draft. */
export function useBeginDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: BeginPromiseDraft; key: string }) =>
      api.post<PromiseDraft>('/triage/promise-drafts', body, { idempotencyKey: key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['promise-drafts', 'of'] }),
  });
}

/** Saves a draft. */
export const saveDraft = (id: string, body: SavePromiseDraft) =>
  api.put<SavedPromiseDraft>(`/triage/promise-drafts/${id}`, body);

/** Asks what keeps a draft from being published; nothing is answered when nothing does. */
export const checkDraft = (id: string) => api.post(`/triage/promise-drafts/${id}/checks`, {});

/** Throws a draft away. */
export function useDiscardDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/triage/promise-drafts/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['promise-drafts', 'of'] }),
  });
}

/** Publishes a draft as it was saved. */
export function usePublishPromise(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: PublishPromise; key: string }) =>
      api.post<PublishedPromise>(`/triage/promise-drafts/${id}/publish`, body, { idempotencyKey: key }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['promise-drafts', 'of'] });
      await queries.invalidateQueries({ queryKey: ['medborgarloften'] });
    },
  });
}
