import {
  ANSWER_STATES,
  LISTED_STATUSES,
  PROPOSAL_KINDS,
  PROPOSAL_SORTS,
  type AnswerState,
  type ListedStatus,
  type ProposalKind,
  type ProposalSort,
} from '@lofteskartan/shared/vocabulary';

/** What the list and the map show. Empty lists mean all. */
export interface ProposalFilters {
  kind: ProposalKind[];
  status: ListedStatus[];
  /** Locality slugs. */
  locality: string[];
  /** How they stand in the answer ledger. */
  answer: AnswerState[];
  /** Who is responsible for the answer, as the list takes it; empty for all. */
  owner: string;
  /** Words to look for. */
  q: string;
  sort: ProposalSort;
}

const PARAMETERS = ['kind', 'status', 'locality', 'answer', 'owner', 'q', 'sort'] as const;
const DEFAULT_SORT: ProposalSort = 'newest';

function known<T extends string>(values: readonly T[], asked: readonly string[]): T[] {
  return values.filter((value) => asked.includes(value));
}

/** Reads the filters of an address; what it does not know is ignored. */
export function readFilters(parameters: URLSearchParams): ProposalFilters {
  return {
    kind: known(PROPOSAL_KINDS, parameters.getAll('kind')),
    status: known(LISTED_STATUSES, parameters.getAll('status')),
    locality: [...new Set(parameters.getAll('locality'))],
    answer: known(ANSWER_STATES, parameters.getAll('answer')),
    owner: parameters.get('owner') ?? '',
    q: parameters.get('q') ?? '',
    sort: known(PROPOSAL_SORTS, parameters.getAll('sort'))[0] ?? DEFAULT_SORT,
  };
}

/** Writes filters into an address and leaves its other parameters as they are. Defaults are left out. */
export function writeFilters(parameters: URLSearchParams, filters: ProposalFilters): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const name of PARAMETERS) next.delete(name);
  for (const kind of filters.kind) next.append('kind', kind);
  for (const status of filters.status) next.append('status', status);
  for (const locality of filters.locality) next.append('locality', locality);
  for (const answer of filters.answer) next.append('answer', answer);
  if (filters.owner) next.set('owner', filters.owner);
  if (filters.q.trim()) next.set('q', filters.q.trim());
  if (filters.sort !== DEFAULT_SORT) next.set('sort', filters.sort);
  return next;
}

/** How many filters narrow the list; the order is none. */
export function countFilters({ kind, status, locality, answer, owner, q }: ProposalFilters): number {
  return kind.length + status.length + locality.length + answer.length + (owner ? 1 : 0) + (q.trim() ? 1 : 0);
}

/** The same order, nothing left out. */
export function withoutFilters({ sort }: ProposalFilters): ProposalFilters {
  return { kind: [], status: [], locality: [], answer: [], owner: '', q: '', sort };
}

/** The filters that the map feed knows; it has no words, no localities and no answers. */
export function isAnsweredByFeed({ locality, answer, owner, q }: ProposalFilters): boolean {
  return locality.length === 0 && answer.length === 0 && owner === '' && q.trim() === '';
}
