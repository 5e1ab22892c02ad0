import type { CompleteMeasure, MeasureInput } from '@lofteskartan/shared/contracts/inventory-measures';
import { WORK_KINDS, type CostBand, type MeasureKind } from '@lofteskartan/shared/inventory';
import { isIsoDate, type IsoDate } from '../platform/dates.js';
import type { FieldFault } from '../platform/problem/field-fault.js';

/** A measure as it is kept, but for its id and how it ended. */
export interface MeasureFields {
  readonly kind: MeasureKind;
  readonly text: string | null;
  readonly plannedOn: IsoDate | null;
  readonly cost: CostBand | null;
  readonly ownerId: string | null;
  readonly isPublic: boolean;
}

/** Whether a measure is work that can be done, and not a decision. */
export const isWork = (kind: MeasureKind): boolean => (WORK_KINDS as readonly MeasureKind[]).includes(kind);

const clean = (text: string | null | undefined): string | null => text?.normalize('NFC').trim() || null;

/** A measure as it is to be kept: a decision is of today unless another day is given. */
export function measureFields(given: Omit<MeasureInput, 'version'>, today: IsoDate): MeasureFields {
  return {
    kind: given.kind,
    text: clean(given.text),
    plannedOn: given.plannedOn ?? (isWork(given.kind) ? null : today),
    cost: given.cost ?? null,
    ownerId: given.ownerId ?? null,
    isPublic: given.isPublic,
  };
}

/** What is wrong with a measure: whoever says that nothing is done says why; nobody decided in the future. */
export function measureFaults({ kind, text, plannedOn }: MeasureFields, today: IsoDate): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!isWork(kind) && text === null) faults.push({ field: 'text', code: 'required' });
  if (plannedOn !== null && !isIsoDate(plannedOn)) faults.push({ field: 'plannedOn', code: 'notADate' });
  else if (!isWork(kind) && plannedOn !== null && plannedOn > today)
    faults.push({ field: 'plannedOn', code: 'inTheFuture' });
  return faults;
}

/** Why a measure cannot be done now, or null. */
export function whyNotComplete({
  kind,
  doneOn,
}: {
  readonly kind: MeasureKind;
  readonly doneOn: IsoDate | null;
}): 'measure.notWork' | 'measure.done' | null {
  if (!isWork(kind)) return 'measure.notWork';
  return doneOn === null ? null : 'measure.done';
}

/**
 * Why a measure cannot be taken back at its place, or null: what an activity counts is mended with the activity, and what was made of the yearly wheel is taken back
 * there, with all its places.
 */
export function whyNotWithdrawn({
  doneOn,
  activityId,
  isCare,
}: {
  readonly doneOn: IsoDate | null;
  readonly activityId: string | null;
  readonly isCare: boolean;
}): 'measure.notDone' | 'measure.counted' | 'measure.ofTheWheel' | null {
  if (doneOn === null) return 'measure.notDone';
  if (activityId !== null) return 'measure.counted';
  return isCare ? 'measure.ofTheWheel' : null;
}

/** What is wrong with the day on which a measure was done, or null. */
export function doneOnFault({ doneOn }: Pick<CompleteMeasure, 'doneOn'>, today: IsoDate): FieldFault | null {
  if (!isIsoDate(doneOn)) return { field: 'doneOn', code: 'notADate' };
  return doneOn > today ? { field: 'doneOn', code: 'inTheFuture' } : null;
}

/** What is wrong with its being evidence for a commitment, or null: an activity's words are read by everyone, those of such a measure by staff alone. */
export function evidenceFault(
  { isPublic }: Pick<MeasureFields, 'isPublic'>,
  { commitmentId }: Pick<CompleteMeasure, 'commitmentId'>,
): FieldFault | null {
  return commitmentId && !isPublic ? { field: 'commitmentId', code: 'notWanted' } : null;
}

/** What of a measure that is done can still be changed: whether it is public. What was told to people stays as it was told. */
export function onlyPublicChanges(before: MeasureFields, after: MeasureFields): boolean {
  return JSON.stringify({ ...before, isPublic: null }) === JSON.stringify({ ...after, isPublic: null });
}

/** Whether people are told of a measure now that it is saved so: it was done for staff alone until now, and no activity tells of it. */
export const isToldNow = (
  before: {
    readonly isPublic: boolean;
    readonly doneOn: IsoDate | null;
    readonly activityId: string | null;
    readonly isTold: boolean;
  },
  after: Pick<MeasureFields, 'isPublic'>,
): boolean =>
  !before.isPublic &&
  after.isPublic &&
  before.doneOn !== null &&
  before.activityId === null &&
  !before.isTold;

const names: Readonly<Record<string, string>> = { occurredOn: 'doneOn', publicText: 'text' };

/** What is wrong with the activity of a measure, by the fields of the measure. */
export const completionFaults = (faults: readonly FieldFault[]): FieldFault[] =>
  faults.map((fault) => ({ ...fault, field: names[fault.field] ?? fault.field }));
