import { WEEKDAYS, type Weekday } from '@lofteskartan/shared/vocabulary';

/** Days that follow each other, from the first to the last; a single day is both. */
export interface WeekdayRun {
  from: Weekday;
  to: Weekday;
}

/** Weekdays as people say them: three or more in a row become one run, others stand alone. */
export function weekdayRuns(days: readonly Weekday[]): WeekdayRun[] {
  const chosen = WEEKDAYS.filter((day) => days.includes(day));
  const rows: Weekday[][] = [];
  for (const day of chosen) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (row && before && WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(before) + 1) row.push(day);
    else rows.push([day]);
  }
  return rows.flatMap((row) => {
    const [first] = row;
    const last = row.at(-1);
    if (first && last && row.length >= 3) return [{ from: first, to: last }];
    return row.map((day) => ({ from: day, to: day }));
  });
}
