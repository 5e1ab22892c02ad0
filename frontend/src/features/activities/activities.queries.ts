import type {
  ActivityState,
  ChangeActivity,
  LogActivity,
  StaffActivity,
  StaffActivityPage,
} from '@lofteskartan/shared/contracts/activities';
import type { TriagePage } from '@lofteskartan/shared/contracts/triage';
import type { Box } from '@lofteskartan/shared/position';
import { OPEN_STATUSES, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** Activities in one state, latest first. */
export const activitiesQuery = (state: ActivityState, municipality: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['activities', state, municipality ?? null],
    queryFn: ({ signal, pageParam }) =>
      api.get<StaffActivityPage>('/activities', {
        query: { state, municipality, limit: 20, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchOnWindowFocus: true,
  });

/** One activity as it is now. */
export const activityQuery = (id: string) =>
  queryOptions({
    queryKey: ['activities', 'one', id],
    queryFn: ({ signal }) => api.get<StaffActivity>(`/activities/${id}`, { signal }),
  });

export interface CandidateFilters {
  municipality: string;
  kinds: readonly ProposalKind[];
  box: Box | null;
  q: string;
}

/** Open proposals that an activity may answer: those in the box, or the most wished for. */
export const candidatesQuery = ({ municipality, kinds, box, q }: CandidateFilters) =>
  queryOptions({
    queryKey: ['triage', 'candidates', municipality, kinds, box, q],
    queryFn: ({ signal }) =>
      api.get<TriagePage>('/triage/proposals', {
        query: {
          municipality,
          kind: kinds,
          status: OPEN_STATUSES,
          bbox: box?.map((degree) => degree.toFixed(6)).join(','),
          q: q || undefined,
          sort: 'most-supported',
          limit: 100,
        },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled: municipality !== '' && kinds.length > 0,
  });

const CHANGED = ['activities', 'triage', 'medborgarloften', 'commitments', 'proposals'];

/** What an act on an activity changes: lists, counts, progress, and the proposals that it closes. Nobody waits for their new reading. */
function useForgetActivities() {
  const queries = useQueryClient();
  return () => {
    for (const noun of CHANGED) void queries.invalidateQueries({ queryKey: [noun] });
  };
}

/** Logs an activity. The key is the draft's: sent again, it is saved once. */
export function useLogActivity() {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ body, key }: { body: LogActivity; key: string }) =>
      api.post<StaffActivity>('/activities', body, { idempotencyKey: key }),
    onSuccess: forget,
  });
}

/** Confirms an activity, or releases it before its time. */
export function useDecideActivity(act: 'confirm' | 'release') {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (id: string) => api.post<StaffActivity>(`/activities/${id}/${act}`, {}),
    onSettled: forget,
  });
}

/** Changes an activity. */
export function useChangeActivity() {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: ChangeActivity }) =>
      api.patch<StaffActivity>(`/activities/${id}`, body),
    onSuccess: forget,
    onError: (problem) => {
      if (problem.status === 409) forget();
    },
  });
}
