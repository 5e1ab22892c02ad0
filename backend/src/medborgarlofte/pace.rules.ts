import type { Pace } from '@lofteskartan/shared/vocabulary';
import { daysBetween, type IsoDate } from '../platform/dates.js';

/** The days for which a promise holds. Without a last day it holds until further notice. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** A twelfth of 365.25 days. */
const daysPerMonth = 365.25 / 12;

/** Days of the period, the first and the last included; null without an end. */
export function daysOf({ from, to }: Period): number | null {
  return to === null ? null : daysBetween(from, to) + 1;
}

/** Days of the period that have passed, today included: 0 before it begins, all of them after it ended. */
export function elapsedDays(period: Period, today: IsoDate): number {
  const passed = Math.max(0, daysBetween(period.from, today) + 1);
  return Math.min(passed, daysOf(period) ?? passed);
}

/** Days of the period that are left, today included; 0 after it ended, null without an end. */
export function daysLeft(period: Period, today: IsoDate): number | null {
  const whole = daysOf(period);
  if (period.to === null || whole === null) return null;
  return Math.min(whole, Math.max(0, daysBetween(today, period.to) + 1));
}

/** Whether the last day has passed. */
export function isOver({ to }: Period, today: IsoDate): boolean {
  return to !== null && today > to;
}

/** What an even pace over the whole period would have reached by the end of today; null without an end. */
export function evenPace(target: number, period: Period, today: IsoDate): number | null {
  const whole = daysOf(period);
  return whole === null ? null : (target * elapsedDays(period, today)) / whole;
}

/** How many a month are needed from today to the last day, one decimal; 0 when reached, null when no day is left or known. */
export function neededPerMonth(missing: number, period: Period, today: IsoDate): number | null {
  const left = daysLeft(period, today);
  if (left === null || left === 0) return null;
  return missing <= 0 ? 0 : Math.round((missing / (left / daysPerMonth)) * 10) / 10;
}

/**
 * Whether a count keeps up with the even pace. A twentieth of the target, and at least one, may be missing or be more
 * before it is called behind or ahead; once the period is over what is missing is missing.
 */
export function countPace(done: number, target: number, period: Period, today: IsoDate): Pace {
  const expected = evenPace(target, period, today);
  if (expected === null) return done >= target ? 'ahead' : 'on-track';
  if (isOver(period, today)) return compared(done, target, 0);
  return compared(done, expected, Math.max(1, target / 20));
}

/** Behind when more than the tolerance is missing, ahead when there is more than the tolerance too many. */
export function compared(done: number, expected: number, tolerance: number): Pace {
  if (done < expected - tolerance) return 'behind';
  return done > expected + tolerance ? 'ahead' : 'on-track';
}
