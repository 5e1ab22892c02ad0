import type { Helped, ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import type { FieldCode } from '../../platform/problem/codes.js';

/** What a sender says afterwards, cleaned. */
export interface Told {
  readonly helped: Helped;
  readonly text: string | null;
  readonly safetyNow: number | null;
}

/** The statuses with which a case has ended for those who read of it. */
export const ENDED_IN_PUBLIC = ['done', 'answered', 'declined'] as const satisfies readonly ProposalStatus[];

/** Whether the sender may say if it helped: by what the sender sees, so that nothing that is not public shows. */
export const mayTellOutcome = (publicStatus: ProposalStatus): boolean =>
  ENDED_IN_PUBLIC.some((each) => each === publicStatus);

/**
 * Whether those who support a proposal are asked how it is now, by mail and on their device: about unsafe places, once everyone reads that something was done
 * and that no more is to come. An answer in words alone changes nothing there.
 * @param isDone whether everyone reads that something was done about the case
 */
export const asksSupporters = (kind: ProposalKind, publicStatus: ProposalStatus, isDone: boolean): boolean =>
  kind === 'dark-place' && (publicStatus === 'done' || (isDone && mayTellOutcome(publicStatus)));

/** Whether an answer is about how it is now: what was done in public since asks anew, and the old answer stays what it was. */
export const standsSince = (toldAt: string, lastDone: Date | null): boolean =>
  lastDone === null || new Date(toldAt) >= lastDone;

/** Whether a human should look at an answer: it did not help, or helped in part and says more. */
export const needsALook = ({ helped, text }: Told): boolean =>
  helped === 'no' || (helped === 'partly' && text !== null);

/** What is wrong with an answer, or null: only a dark place feels safe or not. */
export function outcomeFault(
  kind: ProposalKind,
  { safetyNow }: Told,
): { field: 'safetyNow'; code: FieldCode } | null {
  return safetyNow !== null && kind !== 'dark-place' ? { field: 'safetyNow', code: 'notWanted' } : null;
}

/** Whether two answers say the same, so that sending one twice tells nothing new. */
export const saysTheSame = (one: Told, other: Told): boolean =>
  one.helped === other.helped && one.text === other.text && one.safetyNow === other.safetyNow;

/** What the history says of an answer in coded words, and whether staff wrote it down as it was told to them. */
export const changesOf = ({ helped, safetyNow }: Told, writer: object | null): object => ({
  helped,
  ...(safetyNow === null ? {} : { safetyNow }),
  ...(writer ? { onBehalf: true } : {}),
});
