import type { ProposalStatus, PublicStatus } from '@lofteskartan/shared/vocabulary';
import { isOpen } from './proposal-moves.rules.js';

/** What a completion asks of a proposal. */
export interface CompletionFacts {
  readonly status: ProposalStatus;
  readonly publicStatus: PublicStatus;
  readonly doneOn: string | null;
  readonly publicDoneOn: string | null;
}

/**
 * The row when an activity that served the proposal is confirmed, or null when it stays as it is. Under an embargo the
 * public part stays; an activity without one also makes public what an earlier one still keeps back.
 */
export function completedFields(
  before: CompletionFacts,
  { occurredOn, embargoed }: { readonly occurredOn: string; readonly embargoed: boolean },
): CompletionFacts | null {
  const open = isOpen(before.status);
  const keptBack = before.status === 'done' && before.publicStatus !== 'done';
  if (!open && (embargoed || !keptBack)) return null;
  return {
    status: 'done',
    doneOn: later(before.doneOn, occurredOn),
    publicStatus: embargoed ? before.publicStatus : 'done',
    publicDoneOn: embargoed ? before.publicDoneOn : later(before.publicDoneOn, occurredOn),
  };
}

/** The public part when an activity is released: a proposal that was moved on meanwhile keeps what it was moved to. */
export function releasedFields(
  before: CompletionFacts,
  occurredOn: string,
): Pick<CompletionFacts, 'publicStatus' | 'publicDoneOn'> {
  if (before.status !== 'done')
    return { publicStatus: before.publicStatus, publicDoneOn: before.publicDoneOn };
  return { publicStatus: 'done', publicDoneOn: later(before.publicDoneOn, occurredOn) };
}

/**
 * What a proposal is once it turns out that nothing was done: it belongs to its commitment as before. A question to its sender and a referral
 * ended with it, and it is looked at again.
 */
export const restoredStatus = (from: ProposalStatus): 'committed' | 'planned' | 'under-review' =>
  from === 'committed' || from === 'planned' ? from : 'under-review';

const later = (date: string | null, other: string): string => (date !== null && date > other ? date : other);
