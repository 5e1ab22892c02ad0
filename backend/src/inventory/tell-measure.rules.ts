import { WORK_KINDS, type MeasureKind } from '@lofteskartan/shared/inventory';
import type { DarkPlaceCause, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import type { IsoDate } from '../platform/dates.js';

/** A measure that was done without an activity, as far as these rules look. */
export interface TellableMeasure {
  readonly kind: MeasureKind;
  readonly doneOn: IsoDate;
  readonly isPublic: boolean;
  /** Whether it was made of an occurrence of the yearly wheel. */
  readonly isCare: boolean;
}

/** A proposal about its place. */
export interface TellableProposal {
  readonly status: ProposalStatus;
  readonly sentOn: IsoDate;
  readonly causes: readonly DarkPlaceCause[];
}

/** What care of a kind puts right. An inspection makes no measure, and so tells nobody. */
const putRight: Partial<Record<MeasureKind, readonly DarkPlaceCause[]>> = {
  'cut-back': ['vegetation', 'poor-overview'],
  cleaned: ['neglect'],
};

/**
 * Whether the people behind a proposal are told of a measure, and asked how it is now. Never of one that is not public, or that was done
 * before they said anything. What recurs in the yearly wheel is told once: where it puts right all that the proposal is about, and nothing
 * has been done in public since they said so.
 * @param doneBefore days on which other public measures of the place were done
 */
export function isToldOf(
  { kind, doneOn, isPublic, isCare }: TellableMeasure,
  { status, sentOn, causes }: TellableProposal,
  doneBefore: readonly IsoDate[],
): boolean {
  if (status === 'hidden' || status === 'withdrawn') return false;
  if (!isPublic || doneOn < sentOn) return false;
  if (!isCare) return true;
  const covered = putRight[kind] ?? [];
  return (
    status !== 'duplicate' &&
    causes.length > 0 &&
    causes.every((cause) => covered.includes(cause)) &&
    !doneBefore.some((day) => day >= sentOn)
  );
}

/**
 * Whether a measure ends the proposals that it is told about. What was planned does so once nothing else is planned for the place: until
 * then people are told what was done, and asked when the rest is. Care ends those that it puts right.
 */
export function endsProposals(
  { isCare }: Pick<TellableMeasure, 'isCare'>,
  others: readonly { readonly kind: MeasureKind; readonly doneOn: IsoDate | null }[],
): boolean {
  const works: readonly MeasureKind[] = WORK_KINDS;
  return isCare || !others.some(({ kind, doneOn }) => works.includes(kind) && doneOn === null);
}
