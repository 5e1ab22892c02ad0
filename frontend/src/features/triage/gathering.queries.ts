import type {
  ChangeLeader,
  GatherProposals,
  LikenessCounts,
  ReleaseProposals,
  TriageCase,
} from '@lofteskartan/shared/contracts/cases';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, type Problem } from '../../platform/api.js';

/** At most so many numbers in one call, as the contract says. */
const MOST_ASKED_ABOUT = 100;

const address = (reference: string) => `/triage/cases/${encodeURIComponent(reference)}`;

/** The case that a proposal belongs to, with what may be about the same spot. */
export const gatheringQuery = (reference: string) =>
  queryOptions({
    queryKey: ['triage', 'gathering', reference],
    queryFn: ({ signal }) => api.get<TriageCase>(address(reference), { signal }),
    staleTime: 5_000,
  });

/** Numbers that wait for the next call, and its answer. */
let waiting: { references: string[]; counts: Promise<Map<string, number>> } | null = null;

/** Rows of a page ask one by one at the same moment: they are asked about in one call. */
async function countOf(reference: string): Promise<number> {
  if (!waiting || waiting.references.length === MOST_ASKED_ABOUT) {
    const references: string[] = [];
    const counts = new Promise((resolve) => setTimeout(resolve, 20)).then(async () => {
      if (waiting?.references === references) waiting = null;
      const { items } = await api.get<LikenessCounts>('/triage/likenesses', {
        query: { reference: references },
      });
      return new Map(items.map((each) => [each.reference, each.count]));
    });
    waiting = { references, counts };
  }
  waiting.references.push(reference);
  return (await waiting.counts).get(reference) ?? 0;
}

/** How many may be about the same spot as a proposal of the queue. */
export const likenessQuery = (reference: string) =>
  queryOptions({
    queryKey: ['triage', 'likeness', reference],
    queryFn: () => countOf(reference),
    staleTime: 5 * 60_000,
  });

interface CaseAct<Body> {
  /** The number of the proposal that leads. */
  leader: string;
  body: Body;
}

/** An act on the case; every page that shows a part of it is read again. A repeat after a lost answer has the same key. */
function useGathering<Body extends object>(act: 'members' | 'releases' | 'leaders') {
  const queries = useQueryClient();
  const key = useRef(newKey());
  return useMutation<TriageCase, Problem, CaseAct<Body>>({
    mutationFn: ({ leader, body }) =>
      api.post<TriageCase>(`${address(leader)}/${act}`, body, { idempotencyKey: key.current }),
    onSuccess: async () => {
      key.current = newKey();
      await Promise.all(
        [['triage'], ['proposals']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
    onError: ({ status }) => {
      if (status !== 0) key.current = newKey();
    },
  });
}

/** Gathers proposals under one. */
export const useGather = () => useGathering<GatherProposals>('members');
/** Takes members out of the case. */
export const useRelease = () => useGathering<ReleaseProposals>('releases');
/** Lets another member lead. */
export const useChangeLeader = () => useGathering<ChangeLeader>('leaders');
