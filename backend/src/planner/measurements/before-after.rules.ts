import {
  type ComparedOccasion,
  type ComparisonCaution,
  MEASUREMENT_LIMITS,
  type NotComparedReason,
} from '@lofteskartan/shared/measurements';
import type { AlternativeState, StretchAlternative } from '@lofteskartan/shared/planner';
import { daysBetween, type IsoDate } from '../../platform/dates.js';

/** A measurement as far as it is compared. */
export interface Comparable {
  readonly id: string;
  readonly source: string;
  readonly direction: string | null;
  readonly postedLimit: number | null;
  /** The days in Sweden on which it began and ended. */
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate;
  readonly passages: number;
  readonly mean: number;
  readonly meanFrom: string;
  readonly deviation: number | null;
  readonly p85: number | null;
  readonly p85From: string;
  readonly byHour: readonly number[] | null;
  readonly byWeekday: readonly number[] | null;
}

/** Something that was done on a stretch. */
export interface Occasion {
  readonly occasion: ComparedOccasion;
  readonly occasionId: string;
  readonly on: IsoDate;
}

/** What two measurements say beside each other. Never why. */
export interface Comparison extends Occasion {
  readonly before: string;
  readonly after: string;
  readonly notCompared: NotComparedReason[];
  readonly meanDifference: number | null;
  readonly meanMargin: number | null;
  readonly p85Difference: number | null;
  readonly cautions: ComparisonCaution[];
}

/**
 * What was done on a stretch, the latest first: its checks, and what was done instead of one. A municipal measurement is none: it
 * measures, and changes nothing.
 */
export function occasionsOf(
  checks: readonly { readonly id: string; readonly occurredOn: IsoDate }[],
  alternatives: readonly {
    readonly id: string;
    readonly kind: StretchAlternative;
    readonly state: AlternativeState;
    readonly endedOn: IsoDate | null;
  }[],
): Occasion[] {
  const made = checks.map(({ id, occurredOn }): Occasion => {
    return { occasion: 'check', occasionId: id, on: occurredOn };
  });
  const instead = alternatives.flatMap(({ id, kind, state, endedOn }): Occasion[] =>
    state === 'done' && endedOn !== null && kind !== 'municipal-measurement'
      ? [{ occasion: kind, occasionId: id, on: endedOn }]
      : [],
  );
  return [...made, ...instead].sort((one, other) => other.on.localeCompare(one.on));
}

/** Half a year: beyond it another season, or another road, is as likely a reason. */
const farApartDays = 180;
/** A quarter of the passages at other times: then the two do not show the same traffic. */
const otherTimesShare = 0.25;

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * For each occasion the last measurement that ended before its day and the first that began after it, for each direction, limit and kind
 * of device by itself. Where none of them was measured both before and after, the nearest two are told with why they are not compared.
 */
export function compareAround(
  occasions: readonly Occasion[],
  measurements: readonly Comparable[],
): Comparison[] {
  return occasions.flatMap((occasion) => {
    const before = measurements
      .filter(({ toOn }) => toOn < occasion.on)
      .sort((one, other) => other.toOn.localeCompare(one.toOn));
    const after = measurements
      .filter(({ fromOn }) => fromOn > occasion.on)
      .sort((one, other) => one.fromOn.localeCompare(other.fromOn));
    const pairs = pairsOf(before, after);
    if (pairs.length > 0) return pairs.map(([one, other]) => compared(occasion, one, other, occasions));
    const [last, first] = [before[0], after[0]];
    return last && first ? [notCompared(occasion, last, first)] : [];
  });
}

/** The nearest before and the nearest after of what can be compared; both lists begin with the nearest. */
function pairsOf(
  before: readonly Comparable[],
  after: readonly Comparable[],
): (readonly [Comparable, Comparable])[] {
  const found: (readonly [Comparable, Comparable])[] = [];
  for (const one of before) {
    if (found.some(([taken]) => differences(taken, one).length === 0)) continue;
    const other = after.find((each) => differences(one, each).length === 0);
    if (other) found.push([one, other]);
  }
  return found;
}

const alike = (words: string | null): string => (words ?? '').trim().toLowerCase().replace(/\s+/g, ' ');

/** What makes two measurements of different things. */
function differences(one: Comparable, other: Comparable): NotComparedReason[] {
  const reasons: NotComparedReason[] = [];
  if (alike(one.direction) !== alike(other.direction)) reasons.push('direction');
  if (one.postedLimit !== other.postedLimit) reasons.push('limit');
  if (one.source !== other.source) reasons.push('source');
  return reasons;
}

const notCompared = (occasion: Occasion, before: Comparable, after: Comparable): Comparison => ({
  ...occasion,
  before: before.id,
  after: after.id,
  notCompared: differences(before, after),
  meanDifference: null,
  meanMargin: null,
  p85Difference: null,
  cautions: [],
});

function compared(
  occasion: Occasion,
  before: Comparable,
  after: Comparable,
  occasions: readonly Occasion[],
): Comparison {
  const meanDifference = apartBy(before.mean, after.mean);
  const meanMargin = marginOf(before, after);
  return {
    ...occasion,
    before: before.id,
    after: after.id,
    notCompared: [],
    meanDifference,
    meanMargin,
    p85Difference: before.p85 === null || after.p85 === null ? null : apartBy(before.p85, after.p85),
    cautions: [
      ...cautionsOf(before, after, meanDifference, meanMargin),
      ...(hasMoreBetween(occasion, before, after, occasions) ? (['more-between'] as const) : []),
    ],
  };
}

/** The difference of what is shown, so that whoever subtracts finds the same. */
const apartBy = (before: number, after: number): number => round(round(after) - round(before));

/** Whether something else was done on the stretch between the two. */
const hasMoreBetween = (
  { occasionId }: Occasion,
  { toOn }: Comparable,
  { fromOn }: Comparable,
  occasions: readonly Occasion[],
): boolean => occasions.some((each) => each.occasionId !== occasionId && each.on > toOn && each.on < fromOn);

/** How far chance among the passages reaches, 19 times of 20: two means of independent samples. */
function marginOf(before: Comparable, after: Comparable): number | null {
  if (before.deviation === null || after.deviation === null) return null;
  const variance = before.deviation ** 2 / before.passages + after.deviation ** 2 / after.passages;
  return Math.max(0.1, round(1.96 * Math.sqrt(variance)));
}

function cautionsOf(
  before: Comparable,
  after: Comparable,
  difference: number,
  margin: number | null,
): ComparisonCaution[] {
  const both = [before, after];
  const cautions: [ComparisonCaution, boolean][] = [
    ['within-chance', margin !== null && Math.abs(difference) <= margin],
    ['few', both.some(({ passages }) => passages < MEASUREMENT_LIMITS.fewPassages)],
    ['chance-unknown', margin === null],
    ['approximate', both.some(({ meanFrom, p85From }) => meanFrom === 'bands' || p85From === 'bands')],
    ['percentile-unknown', both.some(({ p85 }) => p85 === null)],
    ['other-hours', apart(quarters(before.byHour), quarters(after.byHour)) > otherTimesShare],
    ['other-weekdays', apart(weekend(before.byWeekday), weekend(after.byWeekday)) > otherTimesShare],
    ['far-apart', daysBetween(before.toOn, after.fromOn) > farApartDays],
  ];
  return cautions.filter(([, holds]) => holds).map(([caution]) => caution);
}

/** Passages by four hours at a time: finer, and chance alone would make two quiet roads differ. */
const quarters = (byHour: readonly number[] | null): number[] =>
  [0, 4, 8, 12, 16, 20].map((from) => sum((byHour ?? []).slice(from, from + 4)));

const weekend = (byWeekday: readonly number[] | null): number[] => [
  sum((byWeekday ?? []).slice(0, 5)),
  sum((byWeekday ?? []).slice(5)),
];

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** Which share of the passages would have to happen at other times for the two to be alike; 0 where one of them does not say. */
function apart(one: readonly number[], other: readonly number[]): number {
  const [all, others] = [sum(one), sum(other)];
  if (all === 0 || others === 0) return 0;
  return sum(one.map((count, index) => Math.abs(count / all - (other[index] ?? 0) / others))) / 2;
}
