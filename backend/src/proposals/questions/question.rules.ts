import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';

/** How long a question waits for its reply, in days: a reminder first, then a kind end, never soon after a reminder that came late. */
export const REPLY_DAYS = { reminder: 7, end: 21, fromReminderToEnd: 7 } as const;

/** A question that no reply has come to, by dates. */
export interface WaitingQuestion {
  readonly askedOn: IsoDate;
  readonly remindedOn: IsoDate | null;
}

/** What is due for a question today: to remind the sender, to end the wait, or nothing. */
export function questionStep(
  { askedOn, remindedOn }: WaitingQuestion,
  today: IsoDate,
): 'remind' | 'end' | null {
  const waited = daysBetween(askedOn, today);
  if (remindedOn === null) return waited >= REPLY_DAYS.reminder ? 'remind' : null;
  const isLongEnough = daysBetween(remindedOn, today) >= REPLY_DAYS.fromReminderToEnd;
  return waited >= REPLY_DAYS.end && isLongEnough ? 'end' : null;
}

/** The last day on which a reply certainly comes in time. */
export const replyBy = (askedOn: IsoDate): IsoDate => addDays(askedOn, REPLY_DAYS.end - 1);

/**
 * Whether the sender is still asked. Decided by what the sender sees: a check that was made but is not public yet must not take
 * the question away.
 */
export const isAsked = (endedAt: Date | null, publicStatus: ProposalStatus): boolean =>
  endedAt === null && publicStatus === 'under-review';
