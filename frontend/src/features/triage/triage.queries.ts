import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';
import type { QueueFilters } from './queue-filters.js';

const PAGE = 30;

/** The queue under some filters, a page at a time. It is read again now and then: colleagues work in it too. */
export const queueQuery = (filters: QueueFilters) =>
  infiniteQueryOptions({
    queryKey: ['triage', 'queue', filters],
    queryFn: ({ signal, pageParam }) =>
      api.get<TriagePage>('/triage/proposals', {
        query: {
          ...filters,
          q: filters.q || undefined,
          limit: PAGE,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
  });

/** One proposal as staff work with it. */
export const caseQuery = (reference: string) =>
  queryOptions({
    queryKey: ['triage', 'case', reference],
    queryFn: ({ signal }) =>
      api.get<TriageProposal>(`/triage/proposals/${encodeURIComponent(reference)}`, { signal }),
    staleTime: 5_000,
    refetchOnWindowFocus: true,
  });
