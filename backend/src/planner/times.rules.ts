import { type Weekday, WEEKDAYS } from '@lofteskartan/shared/vocabulary';

/** When somebody sees it, as they said. */
export interface ToldTimes {
  readonly weekdays: readonly Weekday[];
  readonly hourBands: readonly string[];
}

/** Wishes by weekday (Monday first) and hour. */
export interface Times {
  readonly counts: number[][];
  readonly told: number;
  readonly untold: number;
}

/** The hours that a band holds: `21-24` ends at midnight, `22-02` goes on after it. */
export function hoursOf(band: string): number[] {
  const [from = 0, to = 0] = band.split('-').map(Number);
  const length = to > from ? to - from : 24 - from + to;
  return Array.from({ length }, (_, index) => (from + index) % 24);
}

/**
 * How many wishes name each hour of the week. A wish that tells hours but no day means every day, and the other way round; one that
 * tells neither is counted apart.
 */
export function timesOf(wishes: readonly ToldTimes[]): Times {
  const timed = wishes
    .filter(({ weekdays, hourBands }) => weekdays.length > 0 || hourBands.length > 0)
    .map(({ weekdays, hourBands }) => ({
      days: new Set(weekdays.length > 0 ? weekdays : WEEKDAYS),
      hours: new Set((hourBands.length > 0 ? hourBands : ['00-24']).flatMap(hoursOf)),
    }));
  return {
    counts: WEEKDAYS.map((day) => {
      const row = Array<number>(24).fill(0);
      for (const { days, hours } of timed)
        if (days.has(day)) for (const hour of hours) row[hour] = (row[hour] ?? 0) + 1;
      return row;
    }),
    told: timed.length,
    untold: wishes.length - timed.length,
  };
}
