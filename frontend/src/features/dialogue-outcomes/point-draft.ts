import type { SavePoint, StaffPoint } from '@lofteskartan/shared/contracts/medborgardialog-points';
import { isLinked, type PointOutcome } from '@lofteskartan/shared/medborgardialog-outcomes';

/** What is written about a point; '' is nothing. */
export interface PointDraft {
  readonly text: string;
  readonly outcome: PointOutcome | '';
  readonly publicText: string;
  readonly thingId: string;
  readonly thingName: string;
  readonly outsideWho: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly dueOn: string;
}

/** A point as it is written about. */
export const draftOf = (point: StaffPoint): PointDraft => ({
  text: point.text,
  outcome: point.outcome ?? '',
  publicText: point.publicText ?? '',
  thingId: point.thing?.id ?? '',
  thingName: point.thing?.name ?? '',
  outsideWho: point.outsideWho ?? '',
  organisationId: point.organisation?.id ?? '',
  personId: point.person?.id ?? '',
  dueOn: point.dueOn ?? '',
});

/** Fields that are missing. */
export function missingOf(draft: PointDraft): (keyof PointDraft)[] {
  const { outcome, dueOn, personId } = draft;
  return [
    ...(draft.text.trim() === '' ? (['text'] as const) : []),
    ...(outcome !== '' && draft.publicText.trim() === '' ? (['publicText'] as const) : []),
    ...(outcome !== '' && isLinked(outcome) && draft.thingId === '' ? (['thingId'] as const) : []),
    ...(outcome === 'outside' && draft.outsideWho.trim() === '' ? (['outsideWho'] as const) : []),
    ...((dueOn !== '' || personId !== '') && draft.organisationId === ''
      ? (['organisationId'] as const)
      : []),
  ];
}

/** What is sent. */
export const writtenPoint = (draft: PointDraft, version: number): SavePoint => ({
  version,
  text: draft.text,
  outcome: draft.outcome || null,
  publicText: draft.publicText || null,
  thingId: draft.thingId || null,
  outsideWho: draft.outsideWho || null,
  organisationId: draft.organisationId || null,
  personId: draft.personId || null,
  dueOn: draft.dueOn || null,
});
