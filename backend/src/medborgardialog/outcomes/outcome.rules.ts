import type { SavePoint } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { StandingCount } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { DialogueStatus } from '@lofteskartan/shared/medborgardialog';
import {
  isLinked,
  POINT_STANDINGS,
  type PointOutcome,
  type PointSource,
  type PointStanding,
  type ThingState,
} from '@lofteskartan/shared/medborgardialog-outcomes';
import type { MeasureKind, MeasureState } from '@lofteskartan/shared/inventory';
import type { ProposalStatus, Role } from '@lofteskartan/shared/vocabulary';
import { isIsoDate, type IsoDate } from '../../platform/dates.js';
import type { FieldFault } from '../../platform/problem/field-fault.js';
import { cleanText } from '../medborgardialog.rules.js';

/** Why nothing can be said of a dialogue's points, or null: from the day it is public, and for as long as anybody asks what became of them. */
export function whyNotOutcome(status: DialogueStatus): 'dialogue.cancelled' | 'dialogue.draft' | null {
  if (status === 'cancelled') return 'dialogue.cancelled';
  return status === 'draft' ? 'dialogue.draft' : null;
}

/** What is said to come of a point. */
export interface SaidOutcome {
  readonly outcome: PointOutcome | null;
  readonly publicText: string | null;
  readonly thingId: string | null;
  readonly outsideWho: string | null;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly dueOn: IsoDate | null;
}

/** What is missing or makes no sense in what is said to come of a point. */
export function faultsOfOutcome(said: SaidOutcome): FieldFault[] {
  const { outcome, publicText, thingId, outsideWho, organisationId, personId, dueOn } = said;
  const faults: FieldFault[] = [];
  if (outcome !== null && publicText === null) faults.push({ field: 'publicText', code: 'required' });
  if (isLinked(outcome) && thingId === null) faults.push({ field: 'thingId', code: 'required' });
  if (outcome === 'outside' && outsideWho === null) faults.push({ field: 'outsideWho', code: 'required' });
  if (dueOn !== null && !isIsoDate(dueOn)) faults.push({ field: 'dueOn', code: 'notADate' });
  // A day that nobody keeps is no day.
  if ((dueOn !== null || personId !== null) && organisationId === null)
    faults.push({ field: 'organisationId', code: 'required' });
  return faults;
}

/** What is kept of what was said: the thing and whose it is belong to their outcomes alone. */
export const keptOutcome = <Said extends SaidOutcome>(said: Said): Said => ({
  ...said,
  thingId: isLinked(said.outcome) ? said.thingId : null,
  outsideWho: said.outcome === 'outside' ? said.outsideWho : null,
});

/** A point as far as how it stands. */
export interface StandingFacts {
  readonly outcome: PointOutcome | null;
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  /** How far its thing has come; null without one, and for one that is not public. */
  readonly thing: ThingState | null;
}

/**
 * How a point stands today. What staff said is done is done; else its thing tells; else its day. A day that has passed is late whatever
 * the thing says, unless the thing is done. What was said to be done belonged to its thing: where that was taken back, the point needs another.
 */
export function standingOf({ outcome, dueOn, doneOn, thing }: StandingFacts, today: IsoDate): PointStanding {
  if (outcome === null) return 'open';
  if (thing === 'withdrawn') return 'withdrawn';
  if (doneOn !== null || thing === 'done') return 'done';
  if (thing === 'declined') return 'settled';
  if (thing === 'late' || (dueOn !== null && dueOn < today)) return 'late';
  return isLinked(outcome) || dueOn !== null ? 'under-way' : 'settled';
}

/** Standings that are rare, and that say that something is left for the municipality to do. */
const UNSETTLED: readonly PointStanding[] = ['open', 'withdrawn'];

/** How many stand how, in the order of the vocabulary; none of a standing is told as none, but for those that are rare. */
export function countStandings(points: readonly { readonly standing: PointStanding }[]): StandingCount[] {
  return POINT_STANDINGS.filter(
    (standing) => !UNSETTLED.includes(standing) || points.some((each) => each.standing === standing),
  ).map((standing) => ({ standing, points: points.filter((each) => each.standing === standing).length }));
}

/** A point as far as whether something has come of it. */
export interface Settling {
  readonly outcome: PointOutcome | null;
  /** Whether it became a measure that was taken back and not planned anew. */
  readonly isTakenBack: boolean;
}

/** Whether it has to be said what comes of a point: nothing is said yet, or what it became was taken back. */
export const countsAsOpen = ({ outcome, isTakenBack }: Settling): boolean => outcome === null || isTakenBack;

/** How far a proposal has come. */
export function stateOfProposal(status: ProposalStatus): ThingState {
  if (status === 'received') return 'waiting';
  if (status === 'done' || status === 'answered') return 'done';
  return status === 'declined' ? 'declined' : 'under-way';
}

/** How far a measure has come. */
export function stateOfMeasure(state: MeasureState, kind: MeasureKind): ThingState {
  if (state === 'done') return 'done';
  if (state === 'overdue') return 'late';
  return kind === 'none' ? 'declined' : 'under-way';
}

/** Why a point cannot be taken away, or null: what somebody asked in public stays until it is answered. */
export const whyNotWithdraw = (source: PointSource): 'point.isQuestion' | null =>
  source === 'question' ? 'point.isQuestion' : null;

/** Why nothing about a point can be said to be done, or taken back, or null. */
export function whyNotComplete(
  point: Settling & { readonly doneOn: IsoDate | null },
  given: IsoDate | null,
): 'point.notDone' | 'point.open' | null {
  if (countsAsOpen(point)) return 'point.open';
  return given === null && point.doneOn === null ? 'point.notDone' : null;
}

/** Why a day cannot be the one on which something was done, or null; null as a day takes it back. */
export function faultOfDone(doneOn: IsoDate | null, today: IsoDate): FieldFault | null {
  if (doneOn === null) return null;
  if (!isIsoDate(doneOn)) return { field: 'doneOn', code: 'notADate' };
  return doneOn > today ? { field: 'doneOn', code: 'inTheFuture' } : null;
}

/** Somebody who works in a municipality. */
interface Worker {
  readonly accountId: string;
  readonly memberships: readonly {
    readonly municipalityId: string;
    readonly organisationId: string;
    readonly role: Role;
  }[];
}

/** Whether somebody may say that a point is done: who keeps the dialogue, and whoever owns the point. */
export function mayComplete(
  worker: Worker,
  point: {
    readonly municipalityId: string;
    readonly organisationId: string | null;
    readonly personId: string | null;
  },
  keeps: boolean,
): boolean {
  if (keeps || point.personId === worker.accountId) return true;
  return worker.memberships.some(
    ({ municipalityId, organisationId, role }) =>
      municipalityId === point.municipalityId && organisationId === point.organisationId && role !== 'admin',
  );
}

/** Whether a point's words are those of what it came from: a question, which is edited elsewhere, or a statement that people voted on. */
const hasWordsOfItsSource = (source: PointSource): boolean => source === 'question' || source === 'statement';

/** What is sent about a point, as it is to be kept. */
export function saidOf(
  given: SavePoint,
  { source, text }: { readonly source: PointSource; readonly text: string },
): SaidOutcome & { readonly text: string } {
  return {
    text: hasWordsOfItsSource(source) ? text : (cleanText(given.text) ?? text),
    outcome: given.outcome ?? null,
    publicText: cleanText(given.publicText),
    thingId: given.thingId ?? null,
    outsideWho: cleanText(given.outsideWho),
    organisationId: given.organisationId ?? null,
    personId: given.personId ?? null,
    dueOn: given.dueOn ?? null,
  };
}

/** What history keeps of what was changed: of a point from a note that its words were, never which. A note can be removed for good. */
export const historyOf = <Changes extends Record<string, object>>(
  changes: Changes,
  source: PointSource,
): Changes =>
  source === 'note' && 'text' in changes ? { ...changes, text: { before: null, after: null } } : changes;

/** Whether what was done still stands when something else is said to come of a point: what was done belongs to its outcome and its thing. */
export const keepsDone = (
  before: Pick<SaidOutcome, 'outcome' | 'thingId'>,
  after: Pick<SaidOutcome, 'outcome' | 'thingId'>,
): boolean => before.outcome === after.outcome && before.thingId === after.thingId;

/** What is said otherwise than before, by field; null when nothing is. */
export function changesOf<Said extends object>(
  before: Said,
  after: Said,
): Record<string, { readonly before: unknown; readonly after: unknown }> | null {
  const changed = (Object.keys(after) as (keyof Said & string)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => [field, { before: before[field], after: after[field] }] as const);
  return changed.length === 0 ? null : Object.fromEntries(changed);
}
