import type {
  CorrectFollowUp,
  DraftFollowUp,
  FollowUp,
  FollowUpPage,
  SaveFollowUp,
  StaffFollowUp,
  StaffFollowUpPage,
} from '@lofteskartan/shared/contracts/follow-ups';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The published follow-ups of a municipality, the latest day first. */
export const followUpsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['follow-ups', 'of', municipality],
    queryFn: ({ signal }) =>
      api.get<FollowUpPage>('/follow-ups', { query: { municipality, limit: 100 }, signal }),
  });

/** The published follow-up of a municipality and day. */
export const followUpQuery = (municipality: string, asOf: string) =>
  queryOptions({
    queryKey: ['follow-ups', 'on', municipality, asOf],
    queryFn: ({ signal }) =>
      api.get<FollowUp>('/follow-ups/by-date', { query: { municipality, asOf }, signal }),
  });

/** Where a follow-up comes as PDF. */
export const followUpPdf = (id: string) => `/api/v1/follow-ups/${id}/pdf`;

/** A coordinator's follow-ups, drafts too. */
export const staffFollowUpsQuery = queryOptions({
  queryKey: ['follow-ups', 'staff'],
  queryFn: ({ signal }) =>
    api.get<StaffFollowUpPage>('/triage/follow-ups', { query: { limit: 100 }, signal }),
});

/** One of them, with the figures that it would publish. */
export const staffFollowUpQuery = (id: string) =>
  queryOptions({
    queryKey: ['follow-ups', 'staff', id],
    queryFn: ({ signal }) => api.get<StaffFollowUp>(`/triage/follow-ups/${id}`, { signal }),
    refetchOnWindowFocus: false,
  });

/** Puts what was answered in the cache, and forgets the lists. */
function useKeepFollowUp() {
  const queries = useQueryClient();
  return (followUp: StaffFollowUp) => {
    void queries.invalidateQueries({ queryKey: ['follow-ups'] });
    queries.setQueryData(staffFollowUpQuery(followUp.id).queryKey, followUp);
  };
}

/** Begins a follow-up. */
export function useDraftFollowUp() {
  const keep = useKeepFollowUp();
  return useMutation({
    mutationFn: ({ body, key }: { body: DraftFollowUp; key: string }) =>
      api.post<StaffFollowUp>('/triage/follow-ups', body, { idempotencyKey: key }),
    onSuccess: keep,
  });
}

/** Saves a draft. */
export function useSaveFollowUp(id: string) {
  const keep = useKeepFollowUp();
  return useMutation({
    mutationFn: (body: SaveFollowUp) => api.put<StaffFollowUp>(`/triage/follow-ups/${id}`, body),
    onSuccess: keep,
  });
}

/** Publishes a draft as it was saved. */
export function usePublishFollowUp(id: string) {
  const keep = useKeepFollowUp();
  return useMutation({
    mutationFn: ({ version, key }: { version: number; key: string }) =>
      api.post<StaffFollowUp>(`/triage/follow-ups/${id}/publish`, { version }, { idempotencyKey: key }),
    onSuccess: keep,
  });
}

/** Adds a correction to a published follow-up. */
export function useCorrectFollowUp(id: string) {
  const keep = useKeepFollowUp();
  return useMutation({
    mutationFn: ({ body, key }: { body: CorrectFollowUp; key: string }) =>
      api.post<StaffFollowUp>(`/triage/follow-ups/${id}/corrections`, body, { idempotencyKey: key }),
    onSuccess: keep,
  });
}
