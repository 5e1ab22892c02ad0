import {
  LISTED_STATUSES,
  PROPOSAL_KINDS,
  PROPOSAL_SORTS,
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
  /** Words to look for. */
  q: string;
  sort: ProposalSort;
}

const PARAMETERS = ['kind', 'status', 'locality', 'q', 'sort'] as const;
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
  if (filters.q.trim()) next.set('q', filters.q.trim());
  if (filters.sort !== DEFAULT_SORT) next.set('sort', filters.sort);
  return next;
}

/** How many filters narrow the list; the order is none. */
export function countFilters({ kind, status, locality, q }: ProposalFilters): number {
  return kind.length + status.length + locality.length + (q.trim() ? 1 : 0);
}

/** The same order, nothing left out. */
export function withoutFilters({ sort }: ProposalFilters): ProposalFilters {
  return { kind: [], status: [], locality: [], q: '', sort };
}

/** The filters that the map feed knows; it has no words and no localities. */
export function isAnsweredByFeed({ locality, q }: ProposalFilters): boolean {
  return locality.length === 0 && q.trim() === '';
}
