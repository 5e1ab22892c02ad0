const dayMs = 86_400_000;
const stockholm = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Red days that have a date of their own, with the eves that the law counts like them (lagen 1930:173). */
const fixed = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']);

/** Easter Sunday of a year (Gauss's rule in the form of Meeus), in milliseconds of UTC. */
function easter(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moon =
    (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const full =
    moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return Date.UTC(year, 2, 28 + full - weekday);
}

/**
 * Whether Swedish offices are open on a date (`YYYY-MM-DD`): no Saturday, Sunday or red day. A browser needs no list of the world's
 * holidays for it; a test holds it against the library that the server counts by.
 */
export function isSwedishWorkingDay(date: string): boolean {
  const moment = Date.parse(`${date}T00:00:00Z`);
  const day = new Date(moment);
  const weekday = day.getUTCDay();
  if (weekday === 0 || weekday === 6 || fixed.has(date.slice(5))) return false;
  const sinceEaster = Math.round((moment - easter(day.getUTCFullYear())) / dayMs);
  // Good Friday, Easter Monday, Ascension Day.
  if ([-2, 1, 39].includes(sinceEaster)) return false;
  const isMidsummerEve =
    weekday === 5 && day.getUTCMonth() === 5 && day.getUTCDate() >= 19 && day.getUTCDate() <= 25;
  return !isMidsummerEve;
}

/** Whether something has waited for more than a number of working days: from midnight in Stockholm after the last of them, as the server counts. */
export function hasWaitedLonger(since: Date, workingDays: number, now: Date): boolean {
  const today = stockholm.format(now);
  let passed = 0;
  let date = stockholm.format(since);
  while (passed < workingDays && date < today) {
    date = new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
    if (isSwedishWorkingDay(date)) passed += 1;
  }
  return passed >= workingDays && date < today;
}
