import { type Comparison, SITUATION_LIMITS } from '@lofteskartan/shared/situation';
import { addMonths, daysBetween, isIsoDate, type IsoDate } from '../platform/dates.js';
import type { FieldFault } from '../platform/problem/field-fault.js';

/** Days that a picture is of, the last of them counted. */
export interface Days {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** Why a period cannot be shown, by the field at fault; null when it can. */
export function faultOf(
  { from, to }: { readonly from: string; readonly to: string },
  today: IsoDate,
): FieldFault | null {
  if (!isIsoDate(from)) return { field: 'from', code: 'notADate' };
  if (!isIsoDate(to)) return { field: 'to', code: 'notADate' };
  if (from > today) return { field: 'from', code: 'inTheFuture' };
  if (to < from) return { field: 'to', code: 'notAfter', params: { date: from } };
  const max = SITUATION_LIMITS.days;
  if (daysBetween(from, to) >= max) return { field: 'to', code: 'tooManyDays', params: { max } };
  return null;
}

/** How many days these are. */
export const lengthOf = ({ from, until }: Days): number => daysBetween(from, until) + 1;

/** The same days a year before. */
export const yearBefore = ({ from, until }: Days): Days => ({
  from: addMonths(from, -12),
  until: addMonths(until, -12),
});

/** Whether the year before can stand beside a period. @param heardSince since when residents could be heard; null for never */
export function comparisonOf(days: Days, heardSince: IsoDate | null): Comparison {
  const before = yearBefore(days);
  if (before.until >= days.from) return 'too-long';
  if (heardSince === null || heardSince > before.until) return 'not-begun';
  return heardSince > before.from ? 'partly' : 'compared';
}

/** The calendar months that a period touches, `YYYY-MM`. */
export function monthsOf({ from, until }: Days): string[] {
  const months: string[] = [];
  for (let month = `${from.slice(0, 7)}-01`; month <= until; month = addMonths(month, 1))
    months.push(month.slice(0, 7));
  return months;
}
