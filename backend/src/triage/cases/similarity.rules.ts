import { type RoadLikeness } from '@lofteskartan/shared/contracts/cases';
import { LIMITS, type ProposalKind, type ProposalStatus } from '@lofteskartan/shared/vocabulary';

/*
 * Which proposals may be about the same spot. The score is a plain sum that a handläggare can check by eye:
 *   nearness  0–60  60 at the same point, falling evenly to 0 at 250 metres
 *   road         25  both name the same road
 *   kind         15  both ask for the same thing
 * From 40 on a proposal is suggested. A different road takes 20 away: two roads may meet, but are not one place.
 * Nothing here knows what the police plan, so nothing about it can show in what is suggested, or in which order.
 */
const NEARNESS = 60;
const SAME_ROAD = 25;
const OTHER_ROAD = -20;
const SAME_KIND = 15;
/** From this score on a proposal is suggested. */
export const SUGGESTED_FROM = 40;
/** More suggestions than these are no help. */
export const MOST_SUGGESTIONS = 12;
/** What was answered so long ago is another story. */
export const ANSWERED_WITHIN_MONTHS = 6;

/** Statuses of what was answered: such a proposal can lead a case while its answer is fresh. */
export const ANSWERED_STATUSES = [
  'answered',
  'declined',
  'done',
] as const satisfies readonly ProposalStatus[];

/** What of a proposal is compared. */
export interface Comparable {
  readonly kind: ProposalKind;
  readonly roadName: string | null;
  readonly placeName: string | null;
}

/** How alike two proposals are, and why. */
export interface Likeness {
  readonly road: RoadLikeness;
  readonly sameKind: boolean;
  /** 0 to 100. */
  readonly score: number;
}

const plain = (words: string): string =>
  words
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two proposals are about the same road: by its name, or because the other's words about the place name it. */
export function roadLikeness(one: Comparable, other: Comparable): RoadLikeness {
  const roads = [one, other].map(({ roadName }) => (roadName ? plain(roadName) : ''));
  const [a = '', b = ''] = roads;
  if (a && b) return a === b ? 'same' : 'other';
  const road = a || b;
  const words = plain((a ? other : one).placeName ?? '');
  return road && ` ${words} `.includes(` ${road} `) ? 'same' : 'unknown';
}

/** How alike two proposals so far apart are. */
export function likeness(one: Comparable, other: Comparable, metres: number): Likeness {
  const near = Math.max(0, 1 - metres / LIMITS.similarWithinMetres);
  const road = roadLikeness(one, other);
  const sameKind = one.kind === other.kind;
  const forRoad = { same: SAME_ROAD, other: OTHER_ROAD, unknown: 0 }[road];
  const score = Math.round(NEARNESS * near) + forRoad + (sameKind ? SAME_KIND : 0);
  return { road, sameKind, score: Math.max(0, score) };
}

/** A proposal that was compared. */
interface Compared extends Likeness {
  readonly reference: string;
  readonly distanceMetres: number;
}

/** Those that are alike enough, the likeliest first, then the nearest. */
export function suggested<Row extends Compared>(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ score }) => score >= SUGGESTED_FROM)
    .sort(
      (a, b) =>
        b.score - a.score || a.distanceMetres - b.distanceMetres || (a.reference < b.reference ? -1 : 1),
    )
    .slice(0, MOST_SUGGESTIONS);
}
