import Holidays from 'date-holidays';
import { addDays, startOfStockholmDay, stockholmDate, type IsoDate } from './dates.js';

/**
 * Swedish public holidays, and the eves that the law counts like them (lagen 1930:173 om beräkning av lagstadgad tid): midsummer's, Christmas
 * and New Year's Eve are `bank` to the library.
 */
const swedish = new Holidays('SE', { types: ['public', 'bank'] });

const holidaysByYear = new Map<number, ReadonlySet<IsoDate>>();

function holidaysOf(year: number): ReadonlySet<IsoDate> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const days = new Set(swedish.getHolidays(year).map(({ date }) => date.slice(0, 10)));
  holidaysByYear.set(year, days);
  return days;
}

/** Whether offices are open on a date: no Saturday, Sunday or Swedish public holiday. */
export function isWorkingDay(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(date.slice(0, 4))).has(date);
}

/** The date a number of working days after another; the day itself is not counted. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  let end = date;
  for (let left = days; left > 0;) {
    end = addDays(end, 1);
    if (isWorkingDay(end)) left -= 1;
  }
  return end;
}

/**
 * The moment from which something has waited for more than a number of working days: midnight in Stockholm after the last of them.
 */
export function workingDaysEnd(since: Date, workingDays: number): Date {
  return startOfStockholmDay(addDays(addWorkingDays(stockholmDate(since), workingDays), 1));
}
