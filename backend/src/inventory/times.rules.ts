import type { PlaceTimes } from '@lofteskartan/shared/contracts/inventory';
import type { DayPart } from '@lofteskartan/shared/situation';
import { partsOfDarkness } from '@lofteskartan/shared/told-times';
import type { DarkPlaceTime } from '@lofteskartan/shared/vocabulary';

/** Proposals that say the same of when it is dark, and the people behind them. */
export interface ToldDark {
  readonly when: readonly DarkPlaceTime[];
  readonly people: readonly string[];
}

/**
 * How many people say of each part of the day that it is dark or unsafe then. Who stands behind several proposals counts once in each
 * part; who has told of hours anywhere is not among those who have not.
 */
export function timesOf(told: readonly ToldDark[]): PlaceTimes {
  const said = told.map(({ when, people }) => ({ parts: partsOfDarkness(when), people }));
  const behind = (fits: (parts: readonly DayPart[]) => boolean): ReadonlySet<string> =>
    new Set(said.filter(({ parts }) => fits(parts)).flatMap(({ people }) => people));
  const saying = (part: DayPart): number => behind((parts) => parts.includes(part)).size;
  const timed = behind((parts) => parts.length > 0);
  return {
    morning: saying('morning'),
    day: saying('day'),
    afternoon: saying('afternoon'),
    evening: saying('evening'),
    night: saying('night'),
    untold: [...behind((parts) => parts.length === 0)].filter((person) => !timed.has(person)).length,
  };
}
