import { addDays, isIsoDate, type IsoDate } from '../platform/dates.js';
import type { Period } from './pace.rules.js';

/** A period as a file gives it: days, or whole years counted from the present one. */
export interface GivenPeriod {
  readonly from?: string;
  readonly to?: string | null;
  readonly startsYearsAgo?: number;
  readonly years?: number;
}

/** The days of a given period, or null when it makes no sense. */
export function periodOf(given: GivenPeriod, today: IsoDate): Period | null {
  if (given.from !== undefined) {
    const to = given.to ?? null;
    if (!isIsoDate(given.from) || (to !== null && !isIsoDate(to))) return null;
    return to !== null && to <= given.from ? null : { from: given.from, to };
  }
  if (given.startsYearsAgo === undefined || given.years === undefined) return null;
  const first = Number(today.slice(0, 4)) - given.startsYearsAgo;
  return { from: `${first}-01-01`, to: addDays(`${first + given.years}-01-01`, -1) };
}
