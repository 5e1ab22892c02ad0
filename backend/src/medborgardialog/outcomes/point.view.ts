import type { PointThing, StaffPoint } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { IsoDate } from '../../platform/dates.js';
import { standingOf } from './outcome.rules.js';
import type { PointRecord } from './point.repository.js';

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

/** A point as staff work with it. */
export function pointView(
  point: PointRecord,
  thing: PointThing | null,
  { today, mayComplete }: { readonly today: IsoDate; readonly mayComplete: boolean },
): StaffPoint {
  const { outcome, dueOn, isTakenBack } = point;
  const doneOn = isTakenBack ? null : point.doneOn;
  return {
    id: point.id,
    number: point.number,
    version: point.version,
    source: point.source,
    origin: point.origin,
    text: point.text,
    supporters: point.supporters,
    outcome,
    publicText: point.publicText,
    thing,
    outsideWho: point.outsideWho,
    organisation: named(point.organisationId, point.organisation),
    person: named(point.personId, point.person),
    dueOn,
    doneOn,
    doneText: isTakenBack ? null : point.doneText,
    standing: standingOf({ outcome, dueOn, doneOn, thing: thing?.state ?? null }, today),
    mayComplete,
  };
}
