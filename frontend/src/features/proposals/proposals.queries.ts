import type {
  ProposalMap,
  ProposalPage,
  ProposalStory,
  PublicProposal,
  SimilarProposals,
} from '@lofteskartan/shared/contracts/proposals';
import type { Box, Position } from '@lofteskartan/shared/position';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';
import type { ProposalFilters } from './proposal-filters.js';

const PAGE = 20;
const PINS_A_PAGE = 100;
/** Words and localities are answered by the list; this many of its pages are drawn as pins. */
const PIN_PAGES = 5;

const inNumbers = (numbers: readonly number[], decimals: number) =>
  numbers.map((number) => String(Number(number.toFixed(decimals)))).join();

const queryOf = (
  municipality: string,
  { kind, status, locality, answer, owner, q, sort }: ProposalFilters,
) => ({
  municipality,
  kind,
  status,
  locality,
  answer,
  owner: owner || undefined,
  q: q.trim() || undefined,
  sort,
});

/** The list, page by page. @param box only what lies in it; what has no position is then left out */
export const proposalListQuery = (municipality: string, filters: ProposalFilters, box: Box | null) => {
  const query = { ...queryOf(municipality, filters), bbox: box ? inNumbers(box, 5) : undefined, limit: PAGE };
  return infiniteQueryOptions({
    queryKey: ['proposals', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      api.get<ProposalPage>('/proposals', { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: municipality !== '',
  });
};

/** Pins and clusters of a box; the answer's own `bbox` says how far it reaches. */
export const proposalMapQuery = (
  municipality: string,
  { kind, status }: Pick<ProposalFilters, 'kind' | 'status'>,
  asked: { box: Box; zoom: number } | null,
) => {
  const query = { municipality, kind, status, bbox: asked && inNumbers(asked.box, 4), zoom: asked?.zoom };
  return queryOptions({
    queryKey: ['proposals', 'map', query],
    queryFn: ({ signal }) => api.get<ProposalMap>('/proposals/map', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: municipality !== '' && asked !== null,
  });
};

/** Everything that the list finds, as pins: for words and localities, which the map feed does not know. */
export const foundProposalsQuery = (municipality: string, filters: ProposalFilters) => {
  const query = { ...queryOf(municipality, filters), limit: PINS_A_PAGE };
  return queryOptions({
    queryKey: ['proposals', 'found', query],
    queryFn: async ({ signal }) => {
      const items: PublicProposal[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < PIN_PAGES; page += 1) {
        const answer: ProposalPage = await api.get('/proposals', { query: { ...query, cursor }, signal });
        items.push(...answer.items);
        cursor = answer.nextCursor;
        if (cursor === null) break;
      }
      return { items, isAll: cursor === null };
    },
    placeholderData: keepPreviousData,
  });
};

/** One proposal's public story. */
export const proposalQuery = (reference: string) =>
  queryOptions({
    queryKey: ['proposals', 'one', reference],
    queryFn: ({ signal }) =>
      api.get<ProposalStory>(`/proposals/${encodeURIComponent(reference)}`, { signal }),
    enabled: reference !== '',
  });

/** What neighbours already asked for near a position, nearest first. */
export const similarProposalsQuery = (kind: ProposalKind, position: Position | null) =>
  queryOptions({
    queryKey: ['proposals', 'similar', kind, position],
    queryFn: async ({ signal }) => {
      const query = { kind, position: position && inNumbers(position, 6) };
      const answer = await api.get<SimilarProposals>('/proposals/similar', { query, signal });
      return answer.items;
    },
    enabled: position !== null,
    retry: 1,
  });
