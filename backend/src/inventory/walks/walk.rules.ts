import type { PublicBand } from '@lofteskartan/shared/contracts/walk-protocols';
import {
  WALK_BANDS,
  WALK_CHECKS,
  WALK_LIMITS,
  type WalkAnswer,
  type WalkBand,
  type WalkChecklist,
  type WalkStatus,
} from '@lofteskartan/shared/safety-walks';
import { REFERENCE_ALPHABET } from '@lofteskartan/shared/vocabulary';
import type { IsoDate } from '../../platform/dates.js';

/** `V` and five characters that cannot be mistaken for each other. @param random a whole number below its argument */
export function makeWalkReference(random: (below: number) => number): string {
  const characters = Array.from({ length: 5 }, () => REFERENCE_ALPHABET[random(REFERENCE_ALPHABET.length)]);
  return `V${characters.join('')}`;
}

/** Why a walk cannot be changed, or null. One that was called off stays as it was. */
export const whyNotChange = (status: WalkStatus): 'walk.cancelled' | null =>
  status === 'cancelled' ? 'walk.cancelled' : null;

/** Why it cannot be said that a walk was held, or null. Said again of one that was, it corrects how many took part. */
export function whyNotWalked(
  status: WalkStatus,
  startsOn: IsoDate,
  today: IsoDate,
): 'walk.cancelled' | 'walk.notYet' | null {
  if (status === 'cancelled') return 'walk.cancelled';
  return startsOn > today ? 'walk.notYet' : null;
}

/** Why a walk cannot be called off, or null: one that was held was held. */
export function whyNotCancel(status: WalkStatus): 'walk.cancelled' | 'walk.held' | null {
  if (status === 'cancelled') return 'walk.cancelled';
  return status === 'planned' ? null : 'walk.held';
}

/** Why the stops of a walk cannot be answered, or null: nobody answers for what nobody has seen. */
export function whyNotAnswer(status: WalkStatus): 'walk.cancelled' | 'walk.notWalked' | null {
  if (status === 'cancelled') return 'walk.cancelled';
  return status === 'planned' ? 'walk.notWalked' : null;
}

/** A stop as far as whether it has an answer that holds. */
interface Answered {
  readonly answer: unknown;
  /** Whether its measure was taken back and not planned anew. */
  readonly isTakenBack: boolean;
}

/** The stops that have no answer, or one whose measure was taken back, by their number from 1. */
export const unanswered = (stops: readonly Answered[]): number[] =>
  stops.flatMap(({ answer, isTakenBack }, index) => (answer === null || isTakenBack ? [index + 1] : []));

/** What publishing asks about. */
interface ToPublish {
  readonly status: WalkStatus;
  readonly stops: readonly Answered[];
  /** Whether the protocol would say something else than the one that is published. */
  readonly isChanged: boolean;
}

/** Why the protocol cannot be published, or null. */
export function whyNotPublish({
  status,
  stops,
  isChanged,
}: ToPublish):
  'walk.cancelled' | 'walk.notWalked' | 'walk.noStops' | 'walk.unanswered' | 'walk.unchanged' | null {
  const refusal = whyNotAnswer(status);
  if (refusal) return refusal;
  if (stops.length === 0) return 'walk.noStops';
  if (unanswered(stops).length > 0) return 'walk.unanswered';
  return status === 'published' && !isChanged ? 'walk.unchanged' : null;
}

/** What an answer leans on. */
interface Leaning {
  readonly kind: WalkAnswer;
  readonly measureId?: string | null;
  readonly measure?: object | null;
  readonly bodyId?: string | null;
}

/** What is missing of an answer: a measure, one and no more, or the body that it was referred to. */
export function missingOfAnswer({ kind, measureId, measure, bodyId }: Leaning): 'measure' | 'bodyId' | null {
  if (kind === 'measure' && Boolean(measureId) === Boolean(measure)) return 'measure';
  return kind === 'referred' && !bodyId ? 'bodyId' : null;
}

/** What somebody saw, as far as the sum of it asks. */
interface Seen {
  readonly checklist: WalkChecklist;
  readonly impression: number | null;
}

/** What was seen by all, oldest first: each mark from the last who looked, the impression from the last who told one. */
export function sumOf(observations: readonly Seen[]): Seen {
  const marks = WALK_CHECKS.map((check) => {
    const looked = observations.filter(({ checklist }) => checklist[check] !== 'not-looked');
    return [check, looked.at(-1)?.checklist[check] ?? 'not-looked'] as const;
  });
  const told = observations.flatMap(({ impression }) => impression ?? []);
  return { checklist: Object.fromEntries(marks) as WalkChecklist, impression: told.at(-1) ?? null };
}

/** Counts of people by group. */
export type Bands = { readonly [Band in WalkBand]?: number | null };

const tellsOfFew = (people: number): boolean => people > 0 && people < WALK_LIMITS.peopleBehindAFigure;

/** How many took part, as everyone reads it; null for so few that it would tell who. */
export const publicParticipants = (people: number): number | null => (tellsOfFew(people) ? null : people);

/**
 * The groups as everyone reads them. A group is told whole or not at all: if one of its bands, or those who belong to none, were fewer than
 * five, the others would tell how many.
 */
export function publicBands(bands: Bands | null, participants: number): PublicBand[] {
  if (bands === null) return [];
  return Object.values(WALK_BANDS).flatMap((group: readonly WalkBand[]) => {
    const told = group.map((band) => ({ band, people: bands[band] ?? 0 })).filter(({ people }) => people > 0);
    const rest = participants - told.reduce((sum, { people }) => sum + people, 0);
    return rest < 0 || [...told.map(({ people }) => people), rest].some(tellsOfFew) ? [] : told;
  });
}

/** The first group whose bands hold more people than took part, by its first band; null when there is none. */
export function tooManyIn(bands: Bands | null | undefined, participants: number): WalkBand | null {
  const sums = Object.values(WALK_BANDS).map((group: readonly WalkBand[]) => ({
    first: group.find((band) => (bands?.[band] ?? 0) > 0),
    people: group.reduce((sum, band) => sum + (bands?.[band] ?? 0), 0),
  }));
  return sums.find(({ people }) => people > participants)?.first ?? null;
}

/** A text as it is to be kept; blank ones are absent. */
export const cleanText = (text: string | null | undefined): string | null =>
  text?.normalize('NFC').trim() || null;

/** Whether an order names each stop, once. */
export function isWholeOrder(stops: readonly { readonly id: string }[], order: readonly string[]): boolean {
  return (
    stops.length === order.length &&
    stops.every(({ id }) => order.includes(id)) &&
    new Set(order).size === order.length
  );
}
