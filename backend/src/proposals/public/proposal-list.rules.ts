import { REFERENCE_PATTERN, type ProposalSort } from '@lofteskartan/shared/vocabulary';

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
