import type { MeasureKind } from '@lofteskartan/shared/inventory';
import type { DarkPlaceCause, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import type { IsoDate } from '../platform/dates.js';
import { isWork } from './measure.rules.js';

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
  /** Why it is unsafe, by itself and by each that is gathered under it. */
  readonly causes: readonly (readonly DarkPlaceCause[])[];
}

/** Another measure of the place, as far as these rules look. */
export interface OtherMeasure {
  readonly kind: MeasureKind;
  readonly doneOn: IsoDate | null;
  readonly isPublic: boolean;
}

/** What care of a kind puts right. An inspection makes no measure, and so tells nobody. */
const putRight: Partial<Record<MeasureKind, readonly DarkPlaceCause[]>> = {
  'cut-back': ['vegetation', 'poor-overview'],
  cleaned: ['neglect'],
};

/**
 * Whether the people behind a proposal are told of a measure, and asked how it is now. Never of one that is not public, or that was done
 * before they said anything. What recurs in the yearly wheel is told once: where it puts right all that the proposal and those gathered under
 * it are about, and nothing has been done in public since they said so.
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
    causes.every((own) => own.length > 0 && own.every((cause) => covered.includes(cause))) &&
    !doneBefore.some((day) => day >= sentOn)
  );
}

/**
 * Whether a measure ends a proposal that is told of it. Care does, since it puts right all that the proposal is about. Other work does unless
 * everyone reads that more is to be done here which may still put it right: then the proposal waits for the last of it.
 */
export function endsIt(
  { isCare }: Pick<TellableMeasure, 'isCare'>,
  { causes }: Pick<TellableProposal, 'causes'>,
  others: readonly OtherMeasure[],
): boolean {
  if (isCare) return true;
  return !others.some(
    ({ kind, doneOn, isPublic }) =>
      isPublic && doneOn === null && isWork(kind) && mayPutRight(kind, causes.flat()),
  );
}

/** Whether work of a kind may put something of it right: where no cause was said, any may. */
function mayPutRight(kind: MeasureKind, causes: readonly DarkPlaceCause[]): boolean {
  const covered = putRight[kind];
  return !covered || causes.length === 0 || causes.some((cause) => covered.includes(cause));
}
