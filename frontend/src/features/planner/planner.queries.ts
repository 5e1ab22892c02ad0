import type {
  ChangedStretch,
  MergeStretches,
  NameStretch,
  PlannerSettings,
  PlannerWeights,
  RankPreview,
  SetPlannerWeights,
  SplitStretch,
  StretchRanking,
  UndoStretchEvent,
} from '@lofteskartan/shared/contracts/planner';
import type {
  AlternativeOutcome,
  ArrangeAlternative,
  AssessStretch,
  EndAlternative,
} from '@lofteskartan/shared/contracts/stretch-alternatives';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, type Problem } from '../../platform/api.js';

const address = (municipality: string) => `/planner/${encodeURIComponent(municipality)}`;

/** Stretches in their order, a page at a time. */
export const rankingQuery = (municipality: string, locality: string | null) =>
  infiniteQueryOptions({
    queryKey: ['planner', municipality, 'ranking', locality],
    queryFn: ({ pageParam, signal }) =>
      api.get<StretchRanking>(`${address(municipality)}/stretches`, {
        query: { limit: 50, cursor: pageParam ?? undefined, locality: locality ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 30_000,
    enabled: municipality !== '',
  });

export const stretchQuery = (municipality: string, id: string) =>
  queryOptions({
    queryKey: ['planner', municipality, 'stretch', id],
    queryFn: ({ signal }) => api.get<StretchDetail>(`${address(municipality)}/stretches/${id}`, { signal }),
    staleTime: 10_000,
  });

export const plannerSettingsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['planner', municipality, 'settings'],
    queryFn: ({ signal }) => api.get<PlannerSettings>(`${address(municipality)}/settings`, { signal }),
    staleTime: 10_000,
    enabled: municipality !== '',
  });

/** A write of the planner: what it shows is read again, and a repeat after a lost answer has the same key. */
export function usePlannerWrite<Body, Answer>(
  municipality: string,
  send: (path: string, body: Body, key: string) => Promise<Answer>,
) {
  const queries = useQueryClient();
  const key = useRef(newKey());
  return useMutation<Answer, Problem, Body>({
    mutationFn: (body) => send(address(municipality), body, key.current),
    onSuccess: async () => {
      key.current = newKey();
      await queries.invalidateQueries({ queryKey: ['planner', municipality] });
    },
    onError: ({ status, code }) => {
      if (status !== 0) key.current = newKey();
      // Somebody else was first: the page reads that. What is being written holds what it began from.
      if (code === 'version.stale') void queries.invalidateQueries({ queryKey: ['planner', municipality] });
    },
  });
}

export const useNameStretch = (municipality: string, id: string) =>
  usePlannerWrite<NameStretch, ChangedStretch>(municipality, (path, body) =>
    api.put(`${path}/stretches/${id}/name`, body),
  );

export const useSplitStretch = (municipality: string, id: string) =>
  usePlannerWrite<SplitStretch, ChangedStretch>(municipality, (path, body, idempotencyKey) =>
    api.post(`${path}/stretches/${id}/splits`, body, { idempotencyKey }),
  );

export const useMergeStretches = (municipality: string, id: string) =>
  usePlannerWrite<MergeStretches, ChangedStretch>(municipality, (path, body, idempotencyKey) =>
    api.post(`${path}/stretches/${id}/merges`, body, { idempotencyKey }),
  );

export const useUndoStretchEvent = (municipality: string, id: string) =>
  usePlannerWrite<UndoStretchEvent, ChangedStretch>(municipality, (path, body, idempotencyKey) =>
    api.post(`${path}/stretches/${id}/undoings`, body, { idempotencyKey }),
  );

export const useAssessStretch = (municipality: string, id: string) =>
  usePlannerWrite<AssessStretch, ChangedStretch>(municipality, (path, body) =>
    api.put(`${path}/stretches/${id}/suitability`, body),
  );

export const useArrangeAlternative = (municipality: string, id: string) =>
  usePlannerWrite<ArrangeAlternative, AlternativeOutcome>(municipality, (path, body, idempotencyKey) =>
    api.post(`${path}/stretches/${id}/alternatives`, body, { idempotencyKey }),
  );

export const useEndAlternative = (municipality: string, id: string) =>
  usePlannerWrite<EndAlternative, AlternativeOutcome>(municipality, (path, body, idempotencyKey) =>
    api.post(`${path}/alternatives/${id}/results`, body, { idempotencyKey }),
  );

export const useSetWeights = (municipality: string) =>
  usePlannerWrite<SetPlannerWeights, PlannerSettings>(municipality, (path, body) =>
    api.put(`${path}/weights`, body),
  );

/** How other weights would change the order; stores nothing. */
export const useTryWeights = (municipality: string) =>
  useMutation<RankPreview, Problem, PlannerWeights>({
    mutationFn: (weights) => api.post(`${address(municipality)}/weight-previews`, { weights }),
  });
