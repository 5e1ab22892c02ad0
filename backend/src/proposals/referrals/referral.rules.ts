import type {
  ReferralMailState,
  ReferralOutcome,
  ReferralState,
} from '@lofteskartan/shared/contracts/referrals';
import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { addDays, daysBetween } from '../../platform/dates.js';
import type { Code } from '../../platform/problem/codes.js';

/** Days that pass before somebody is reminded, and before staff may go on without an answer. */
export interface ReferralTimes {
  readonly reminderDays: number;
  readonly noAnswerDays: number;
}

/**
 * What follows from a move for who has the proposal: `open` gives it to a body, everything else ends what may be open, with or
 * without what the body said.
 */
export function referralStep(
  from: ProposalStatus,
  to: ProposalStatus,
  unanswered: boolean,
): 'open' | ReferralOutcome {
  if (to === 'referred') return 'open';
  if (from !== 'referred' || to !== 'answered') return 'taken-back';
  return unanswered ? 'no-answer' : 'answered';
}

/** How a mail stands, as its row says. */
export type StoredMailState = 'waiting' | 'sending' | 'sent' | 'dropped' | 'failed';

/** A referral's two mails to the body, as far as they were written. */
export interface BodyMails {
  /** Whether the case was to be mailed. */
  readonly mailed: boolean;
  readonly mailState: StoredMailState | null;
  readonly reminderState: StoredMailState | null;
}

/** How far a body has been reached by mail: the reminder holds the case as well. What was dropped had no address any more. */
export function referralMail({ mailed, mailState, reminderState }: BodyMails): ReferralMailState {
  const states = [mailState, reminderState];
  if (states.includes('sent')) return 'sent';
  if (states.includes('waiting') || states.includes('sending')) return 'waiting';
  return mailed ? 'failed' : 'none';
}

/** The day from which staff may end a referral that nobody answered. */
export const noAnswerFrom = (openedOn: string, { noAnswerDays }: ReferralTimes): string =>
  addDays(openedOn, noAnswerDays);

/** A referral as far as the reminders look; days are those of Stockholm. */
export interface ReferralStanding {
  readonly openedOn: string;
  readonly reminded: boolean;
  readonly overdueTold: boolean;
  readonly answered: boolean;
}

/** What is due today: the reminder to the body and the case officer, once; later the word that staff may go on, once. */
export function dueStep(
  { openedOn, reminded, overdueTold, answered }: ReferralStanding,
  today: string,
  times: ReferralTimes,
): 'remind' | 'overdue' | null {
  if (answered) return null;
  const days = daysBetween(openedOn, today);
  if (days >= times.noAnswerDays) return overdueTold ? null : 'overdue';
  return days >= times.reminderDays && !reminded ? 'remind' : null;
}

/** Why staff may not end a referral so, or null. */
export function endFault(
  outcome: 'answered' | 'no-answer',
  referral: { readonly openedOn: string; readonly answered: boolean; readonly reached: boolean } | null,
  today: string,
  times: ReferralTimes,
): Code | null {
  if (!referral) return 'referral.none';
  if (outcome === 'answered') return null;
  if (referral.answered) return 'referral.answered';
  if (today < noAnswerFrom(referral.openedOn, times)) return 'referral.tooEarly';
  return referral.reached ? null : 'referral.notSent';
}

/** How far a referral has come, to the body that has it. */
export function stateForBody(referral: {
  readonly ended: boolean;
  readonly answered: boolean;
}): ReferralState {
  return referral.answered ? 'answered' : referral.ended ? 'ended' : 'open';
}

/** Why a body may not answer any more, or null. */
export function answerFault(referral: { readonly ended: boolean; readonly answered: boolean }): Code | null {
  if (referral.answered) return 'referral.answered';
  return referral.ended ? 'referral.ended' : null;
}
