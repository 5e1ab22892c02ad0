import { type ProposalKind, type Weekday, WEEKDAYS } from '@lofteskartan/shared/vocabulary';
import { daysLeft, neededPerMonth, type Period } from '../medborgarlofte/pace.rules.js';
import { addDays, daysBetween, type IsoDate, stockholmDate, stockholmHour } from '../platform/dates.js';
import type { FieldFault } from '../platform/problem/field-fault.js';
import type { Times } from './times.rules.js';

/** Whether a commitment is fulfilled by speed checks: it answers wishes for them, or takes nothing else. */
export const promisesChecks = ({
  acceptsKinds,
  requiresWish,
}: {
  readonly acceptsKinds: readonly ProposalKind[];
  readonly requiresWish: boolean;
}): boolean => acceptsKinds.includes('speed-check') && (requiresWish || acceptsKinds.length === 1);

/** When a check is planned. */
export interface CheckWindow {
  readonly plannedOn: IsoDate;
  readonly fromHour: number;
  readonly toHour: number;
}

/** A Monday that the weeks are counted from. */
const someMonday = '2024-01-01';
/** How long a proposed check is. */
const windowHours = 2;
/** Where nobody tells a time: when most roads are driven most. */
const usualFromHour = 15;
/** How many more are proposed than the target needs, to choose from. */
const toChooseFrom = 4;

const weekdayIndex = (date: IsoDate): number => ((daysBetween(someMonday, date) % 7) + 7) % 7;

/** The Monday of a day’s week. */
export const mondayOf = (date: IsoDate): IsoDate => addDays(date, -weekdayIndex(date));

/** The day of the week. */
export const weekdayOf = (date: IsoDate): Weekday => WEEKDAYS[weekdayIndex(date)] ?? 'mon';

/** What is wrong with when a check is planned, by field. */
export function windowFault({ plannedOn, fromHour, toHour }: CheckWindow, today: IsoDate): FieldFault | null {
  if (plannedOn < today) return { field: 'plannedOn', code: 'inThePast' };
  return toHour <= fromHour ? { field: 'toHour', code: 'tooSmall', params: { min: fromHour + 1 } } : null;
}

/** What is left of a count, and what that means. */
export interface TargetLeft {
  readonly left: number;
  readonly until: IsoDate | null;
  readonly months: number | null;
  readonly perMonth: number | null;
  readonly thisWeek: number;
}

/** What is left of a promised count: “29 kvar, 9 månader: 3,2 i månaden”. A week needs its share of what is left, rounded up. */
export function targetLeft(
  { target, done }: { readonly target: number; readonly done: number },
  period: Period,
  today: IsoDate,
): TargetLeft {
  const left = Math.max(0, target - done);
  const days = daysLeft(period, today);
  const months = days === null ? null : Math.round(days / (365.25 / 12));
  const perMonth = neededPerMonth(left, period, today);
  const thisWeek =
    days === null ? Math.min(left, 1) : days === 0 ? 0 : Math.min(left, Math.ceil((left * 7) / days));
  return { left, until: period.to, months, perMonth, thisWeek };
}

/** A stretch as far as a proposal asks: in its order, with when its people see it. */
export interface Candidate {
  readonly stretchId: string;
  readonly times: Times;
}

/** A proposed check. */
export interface Proposal extends CheckWindow {
  readonly stretchId: string;
  readonly fits: number;
  readonly needed: boolean;
}

/**
 * Proposes checks for a week: the first stretches of the order, each when most of its people see it, no two at once, the days used
 * evenly where hours are equally good. Hours that have begun are not proposed.
 * @param candidates in their order, without those where no check can be made and those that are planned already
 * @param taken what is planned already
 */
export function proposed(
  candidates: readonly Candidate[],
  {
    monday,
    now,
    wanted,
    taken,
  }: {
    readonly monday: IsoDate;
    readonly now: Date;
    readonly wanted: number;
    readonly taken: readonly CheckWindow[];
  },
): Proposal[] {
  const today = stockholmDate(now);
  const days = WEEKDAYS.map((_, index) => addDays(monday, index)).filter((date) => date >= today);
  const isPast = ({ plannedOn, fromHour }: CheckWindow) =>
    plannedOn === today && stockholmHour(plannedOn, fromHour) <= now;
  if (days.length === 0) return [];
  const all = candidates.map(({ times }) => times.counts);
  const everyone = WEEKDAYS.map((_, day) =>
    Array.from({ length: 24 }, (__, hour) =>
      all.reduce((sum, counts) => sum + (counts[day]?.[hour] ?? 0), 0),
    ),
  );
  const chosen: Proposal[] = [];
  for (const { stretchId, times } of candidates.slice(0, wanted + toChooseFrom)) {
    const used = [...taken, ...chosen];
    const window = bestWindow(times.told > 0 ? times.counts : everyone, days, used, isPast);
    if (!window) break;
    const fits = times.told > 0 ? mostAt(times.counts, window) : 0;
    chosen.push({ stretchId, ...window, fits, needed: chosen.length < wanted });
  }
  return chosen;
}

/** The most wishes that name an hour of a window. */
function mostAt(
  counts: readonly (readonly number[])[],
  { plannedOn, fromHour, toHour }: CheckWindow,
): number {
  const hours = counts[weekdayIndex(plannedOn)] ?? [];
  return Math.max(0, ...hours.slice(fromHour, toHour));
}

function bestWindow(
  counts: readonly (readonly number[])[],
  days: readonly IsoDate[],
  used: readonly CheckWindow[],
  isPast: (window: CheckWindow) => boolean,
): CheckWindow | null {
  let best: { readonly window: CheckWindow; readonly worth: readonly number[] } | null = null;
  for (const plannedOn of days)
    for (let fromHour = 0; fromHour + windowHours <= 24; fromHour += 1) {
      const window = { plannedOn, fromHour, toHour: fromHour + windowHours };
      if (isPast(window) || used.some((other) => overlaps(window, other))) continue;
      const hours = counts[weekdayIndex(plannedOn)] ?? [];
      const seen = hours.slice(fromHour, window.toHour).reduce((sum, count) => sum + count, 0);
      const sameDay = used.filter((other) => other.plannedOn === plannedOn).length;
      const worth = [seen, -sameDay, -Math.abs(fromHour - usualFromHour)];
      if (!best || isMore(worth, best.worth)) best = { window, worth };
    }
  return best?.window ?? null;
}

const overlaps = (one: CheckWindow, other: CheckWindow): boolean =>
  one.plannedOn === other.plannedOn && one.fromHour < other.toHour && other.fromHour < one.toHour;

/** Whether a list of numbers comes before another, the first that differs deciding. */
function isMore(one: readonly number[], other: readonly number[]): boolean {
  for (const [index, value] of one.entries()) {
    const than = other[index] ?? 0;
    if (value !== than) return value > than;
  }
  return false;
}
