import {
  LISTED_STATUSES,
  type ListedStatus,
  PROPOSAL_KINDS,
  type ProposalKind,
  type ProposalSort,
  REFERENCE_PATTERN,
} from '@lofteskartan/shared/vocabulary';

/** What somebody looks for: one proposal by its number, or words. */
export type Search =
  | { readonly reference: string }
  | {
      /** As written: words, "phrases", -exclusions. */
      readonly words: string;
      /** All but the last word, and the last word, which may be half written; absent when quotes or exclusions make that unclear. */
      readonly unfinished?: { readonly before: string; readonly last: string };
    };

/** Reads what was typed into the search field; undefined when that is nothing. */
export function searchOf(typed: string | undefined): Search | undefined {
  const words = typed?.trim() ?? '';
  if (words === '') return undefined;
  const number = words.toUpperCase();
  if (REFERENCE_PATTERN.test(number)) return { reference: number };
  const unfinished = /^(?<before>.*?)(?<last>[\p{L}\p{N}]{2,})$/u.exec(words)?.groups;
  if (!unfinished || /["-]/.test(words)) return { words };
  return { words, unfinished: { before: unfinished.before ?? '', last: unfinished.last ?? '' } };
}

/** An order as SQL knows it: the expressions to order by, all in the same direction, with the types that a cursor holds of them. */
export interface ListOrder {
  readonly by: readonly { readonly expression: string; readonly type: 'integer' | 'moment' | 'uuid' }[];
  readonly direction: 'ASC' | 'DESC';
}

const created = { expression: 'p.created_at', type: 'moment' } as const;
const id = { expression: 'p.proposal_id', type: 'uuid' } as const;

/** The orders of the list; each ends in something unique, so that a page has one beginning and one end. */
export const LIST_ORDERS: Record<ProposalSort, ListOrder> = {
  newest: { by: [created, id], direction: 'DESC' },
  oldest: { by: [created, id], direction: 'ASC' },
  'most-supported': {
    by: [{ expression: 'p.support_count', type: 'integer' }, created, id],
    direction: 'DESC',
  },
  // What has no answer comes last.
  'latest-answer': {
    by: [{ expression: `coalesce(p.answered_at, 'epoch'::timestamptz)`, type: 'moment' }, created, id],
    direction: 'DESC',
  },
};

/** Alternatives to choose from; an absent filter lets all pass. */
export interface ListFilters {
  readonly municipality?: readonly string[];
  readonly kind?: readonly ProposalKind[];
  readonly status?: readonly ListedStatus[];
  readonly commitment?: readonly string[];
  readonly locality?: readonly string[];
}

/** Exactly one value of some of the filters: an index has what fits in the wanted order. */
export type Branch = { readonly [Filter in keyof ListFilters]?: NonNullable<ListFilters[Filter]>[number] };

/** How to read a page: branch by branch, each in order, merged; filters that the branches do not cover are applied to each row. */
export interface ReadingPlan {
  readonly branches: readonly Branch[];
  readonly covers: readonly (keyof ListFilters)[];
  /** The branches are read for each municipality by itself, because there are too many to name or all are meant. */
  readonly eachMunicipality: boolean;
}

/** Merging more than this costs more than it saves. */
const MOST_BRANCHES = 24;

const everything: ReadingPlan = { branches: [{}], covers: [], eachMunicipality: false };

/**
 * Chooses the branches of a page.
 * @param found true when a search or a box finds its rows by itself, in an index that knows no order
 */
export function readingPlan(filters: ListFilters, sort: ProposalSort, found: boolean): ReadingPlan {
  const { municipality, commitment } = filters;
  if (found) return everything;
  if (commitment) {
    if (commitment.length > MOST_BRANCHES) return everything;
    return {
      branches: commitment.map((id) => ({ commitment: id })),
      covers: ['commitment'],
      eachMunicipality: false,
    };
  }
  const byTime = sort === 'newest' || sort === 'oldest';
  const { branches, covers } = withinMunicipality(filters, byTime);
  if (!municipality && byTime && covers.length === 0) return everything;
  const eachMunicipality = !municipality || municipality.length * branches.length > MOST_BRANCHES;
  if (eachMunicipality) return { branches, covers, eachMunicipality };
  return {
    branches: municipality.flatMap((slug) => branches.map((branch) => ({ municipality: slug, ...branch }))),
    covers: ['municipality', ...covers],
    eachMunicipality,
  };
}

/** Within a municipality indexes know every order by kind and status, and the order of time by locality. */
function withinMunicipality(
  { kind, status, locality }: ListFilters,
  byTime: boolean,
): Pick<ReadingPlan, 'branches' | 'covers'> {
  if (locality && byTime && locality.length <= MOST_BRANCHES) {
    return { branches: locality.map((slug) => ({ locality: slug })), covers: ['locality'] };
  }
  if (!kind && !status) return { branches: [{}], covers: [] };
  const branches = (kind ?? PROPOSAL_KINDS).flatMap((each) =>
    (status ?? LISTED_STATUSES).map((one) => ({ kind: each, status: one })),
  );
  return { branches, covers: ['kind', 'status'] };
}
