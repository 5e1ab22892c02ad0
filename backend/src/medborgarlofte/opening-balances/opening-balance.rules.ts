import type { FieldCode } from '../../platform/problem/codes.js';
import { type IsoDate, isIsoDate } from '../../platform/dates.js';

/** The days that bound an opening balance. */
export interface OpeningDays {
  /** First and last day of the promise; no last day when it has no end. */
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
  /** The first day on which the commitment no longer holds. */
  readonly closedFrom: IsoDate | null;
  /** The day of the first activity that is logged: it would be counted twice, or not at all. */
  readonly firstLoggedOn: IsoDate | null;
}

/** What is wrong with the last day that an opening balance covers, or null. */
export function openingDayFault(
  asOf: string,
  days: OpeningDays,
  today: IsoDate,
): { readonly code: FieldCode; readonly params?: Readonly<Record<string, string>> } | null {
  if (!isIsoDate(asOf)) return { code: 'notADate' };
  if (asOf > today) return { code: 'inTheFuture' };
  if (asOf < days.startsOn) return { code: 'beforeThePromise', params: { date: days.startsOn } };
  if (days.endsOn !== null && asOf > days.endsOn)
    return { code: 'afterThePromise', params: { date: days.endsOn } };
  if (days.closedFrom !== null && asOf >= days.closedFrom)
    return { code: 'afterTheCommitment', params: { date: days.closedFrom } };
  if (days.firstLoggedOn !== null && asOf >= days.firstLoggedOn)
    return { code: 'loggedWithin', params: { date: days.firstLoggedOn } };
  return null;
}
