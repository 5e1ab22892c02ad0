import { MEASUREMENT_LIMITS } from '@lofteskartan/shared/measurements';
import { readDate } from '../../platform/csv/read-date.js';
import { stockholmHour } from '../../platform/dates.js';

/** What a clock on a wall in Sweden showed, as the seconds from 1970 that a clock without summer time counts to there. */
export type WallSeconds = number;

export const HOUR_SECONDS = 3600;
const daySeconds = 24 * HOUR_SECONDS;

/** Before this no device of today had its clock set. */
const firstYear = '2005';

/**
 * A time of day as devices write it: 07:15, 7.15, 07:15:30, 071530, "7:15 PM". Nothing is midnight where the day is all that is told.
 */
function readTime(text: string): WallSeconds | null {
  const cell = text.trim().toUpperCase();
  if (cell === '') return 0;
  const found =
    /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(AM|PM)?$/.exec(cell) ??
    /^(\d{2})(\d{2})(\d{2})?$/.exec(cell);
  if (!found) return null;
  const [, hours = '', minutes = '', seconds = '0', half] = found;
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const hour = half ? (Number(hours) % 12) + (half === 'PM' ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return hour * HOUR_SECONDS + Number(minutes) * 60 + Number(seconds);
}

/**
 * When a line happened, from its day and its time, which may stand in one cell: 2026-11-03 07:15, 3.11.2026 07.15, 2026-11-03T07:15:00.
 * Times are local whatever zone they claim: the clock of a device is set to what a watch shows. Null when it cannot be read. A device
 * that writes 7:15 PM writes the month first: 11/3/2026 would be another day with each reading, and is refused.
 */
export function readMoment(day: string, time = '', dayOf = readDay): WallSeconds | null {
  const whole = `${day.trim()} ${time.trim()}`
    .trim()
    .replace(/(\d)T(\d)/i, '$1 $2')
    .replace(/(\d)(?:Z|[+-]\d{2}:?\d{2})$/i, '$1');
  if (/^\d{1,2}\/\d{1,2}\/\d{2,4}\b.*[ap]m$/i.test(whole)) return null;
  const parts = /^(\S+(?:\s\d{4})?)(?:,?\s+(.+))?$/.exec(whole);
  if (!parts) return null;
  const start = dayOf((parts[1] ?? '').replace(/,$/, ''));
  const at = readTime(parts[2] ?? '');
  return start !== null && at !== null ? start + at : null;
}

/** The midnight of a day, or null. */
function readDay(text: string): WallSeconds | null {
  const date = readDate(text);
  return date !== null && date >= firstYear ? Date.parse(`${date}T00:00:00Z`) / 1000 : null;
}

/** Reads the same day once: a file has many lines of each. */
export function dayReader(): typeof readDay {
  const known = new Map<string, WallSeconds | null>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const read = readDay(text);
    known.set(text, read);
    return read;
  };
}

/** The hour of the day, 0 to 23. */
export const hourOfDay = (at: WallSeconds): number => Math.floor((at % daySeconds) / HOUR_SECONDS);

/** The day of the week, Monday being 0. 1970 began on a Thursday. */
export const weekdayOf = (at: WallSeconds): number => (Math.floor(at / daySeconds) + 3) % 7;

/** The moment at which the wall in Sweden showed it. */
export function momentOf(at: WallSeconds): Date {
  const date = new Date(at * 1000).toISOString().slice(0, 10);
  return new Date(stockholmHour(date, hourOfDay(at)).getTime() + (at % HOUR_SECONDS) * 1000);
}

/** A number as devices write it: "46", "46,3", "46.3 km/h". Null when it is none. */
export function readNumber(text: string): number | null {
  const cell = text.replace(/km\/h|kmh|km\/tim|kph/i, '').trim();
  return /^-?\d{1,7}([.,]\d{1,6})?$/.test(cell) ? Number(cell.replace(',', '.')) : null;
}

/** How many: a whole number, blanks between thousands allowed. Null when it is none. */
export function readCount(text: string): number | null {
  const cell = text.replace(/\s/g, '');
  return /^\d{1,7}([.,]0+)?$/.test(cell) ? Math.trunc(Number(cell.replace(',', '.'))) : null;
}

/** Whether a road vehicle goes at such a speed. */
export const isPlausible = (speed: number): boolean =>
  speed >= MEASUREMENT_LIMITS.slowest && speed <= MEASUREMENT_LIMITS.fastest;
