import { addDays, type IsoDate } from '../platform/dates.js';

/** Whether a commitment no longer holds on a day. */
export function isClosed({ closedFrom }: { readonly closedFrom: IsoDate | null }, today: IsoDate): boolean {
  return closedFrom !== null && closedFrom <= today;
}

/** The day as of which a commitment's pace is judged: once it is closed, the last day on which it held. */
export function lastDayOpen(closedFrom: IsoDate | null, today: IsoDate): IsoDate {
  return closedFrom !== null && closedFrom <= today ? addDays(closedFrom, -1) : today;
}
