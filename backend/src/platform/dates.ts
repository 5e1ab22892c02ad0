/** A calendar date `YYYY-MM-DD`, read in Europe/Stockholm wherever a moment is turned into one. */
export type IsoDate = string;

const zone = 'Europe/Stockholm';
const isoPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  calendar: 'iso8601',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function wallClock(moment: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
}

/** How far Stockholm's wall clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: Date): number {
  const wall = wallClock(moment);
  const asUtc = Date.UTC(
    Number(wall.year),
    Number(wall.month) - 1,
    Number(wall.day),
    Number(wall.hour),
    Number(wall.minute),
    Number(wall.second),
  );
  return asUtc - Math.floor(moment.getTime() / 1000) * 1000;
}

function fields(date: IsoDate): [year: number, month: number, day: number] {
  const match = isoPattern.exec(date);
  if (!match) throw new RangeError(`Not a date (YYYY-MM-DD): ${date}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

function iso(utc: Date): IsoDate {
  return utc.toISOString().slice(0, 10);
}

/** Whether a text is a real calendar date: `2026-02-30` is not. */
export function isIsoDate(text: string): boolean {
  if (!isoPattern.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && iso(moment) === text;
}

/** The date that a calendar on a wall in Stockholm shows at this moment. */
export function stockholmDate(moment: Date): IsoDate {
  const wall = wallClock(moment);
  return `${wall.year}-${wall.month}-${wall.day}`;
}

/** The first moment of a day in Stockholm. */
export function startOfStockholmDay(date: IsoDate): Date {
  return stockholmHour(date, 0);
}

/**
 * When a clock on a wall in Stockholm shows a whole hour of a day. Of the two o’clocks in autumn it is the first; the one that spring
 * leaves out is three.
 */
export function stockholmHour(date: IsoDate, hour: number): Date {
  const [year, month, day] = fields(date);
  return atStockholmWall(Date.UTC(year, month - 1, day, hour));
}

/** What a clock and a calendar on a wall in Stockholm show, as milliseconds to reckon with: an hour later on the wall is an hour more. */
export const stockholmWall = (moment: Date): number => moment.getTime() + offsetAt(moment);

/** When the wall shows it, as `stockholmWall` says it. Of the two in autumn it is the first; one that spring leaves out is an hour later. */
export const atStockholmWall = (wall: number): Date =>
  // Stockholm changes its clocks at 01:00 UTC, so the offset an hour or two earlier is the one of that moment.
  new Date(wall - offsetAt(new Date(wall - 2 * 3_600_000)));

/** The first moment that no longer belongs to the day in Stockholm (23, 24 or 25 hours after its start). */
export function endOfStockholmDay(date: IsoDate): Date {
  return startOfStockholmDay(addDays(date, 1));
}

/** The date a number of days later, or earlier when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const [year, month, day] = fields(date);
  return iso(new Date(Date.UTC(year, month - 1, day + days)));
}

/** The same day of the month a number of months later; a day that the month lacks becomes its last one. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = fields(date);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))));
}

/** Whole days from one date to another; negative when the second is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.UTC(...utcFields(to)) - Date.UTC(...utcFields(from))) / dayMs);
}

function utcFields(date: IsoDate): [number, number, number] {
  const [year, month, day] = fields(date);
  return [year, month - 1, day];
}
