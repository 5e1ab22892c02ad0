import type { YearProgress } from './contracts/medborgarlofte.js';

/** The year that a recurring commitment is told by: the one that is under way or the last that was; before the first, the first. */
export function presentYear(years: readonly YearProgress[]): YearProgress | undefined {
  return years.findLast(({ state }) => state !== 'to-come') ?? years.at(0);
}
