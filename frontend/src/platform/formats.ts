import type { Language } from '@lofteskartan/shared/vocabulary';

const ZONE = 'Europe/Stockholm';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Words that Intl does not know in the form we want. */
const WORDS = {
  sv: { today: 'i dag', yesterday: 'i går', tomorrow: 'i morgon', to: '–' },
  en: { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow', to: '–' },
} as const;
const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;

export interface Formats {
  /** "14 november 2026" from a date or a moment. */
  date: (value: string | Date) => string;
  /** "14 nov" in the present year, else "14 nov 2024". */
  shortDate: (value: string | Date) => string;
  /** "i dag 14.05", "i går 09.30", "3 november 09.30". */
  moment: (value: string | Date) => string;
  /** "i dag", "i går", "3 november": without the time. */
  day: (value: string | Date) => string;
  /** "14.05", 24-hour clock; "14:05" in English. */
  time: (value: string | Date) => string;
  /** "november 2026" from `2026-11`, a date or a moment. */
  month: (value: string | Date) => string;
  /** "jan.–apr. 2026" from the first day to the last. */
  months: (from: string, to: string) => string;
  /** "3–10 november 2026", "28 september–3 oktober 2026" from the first day to the last. */
  days: (from: string, to: string) => string;
  /** "1 234,5" */
  number: (value: number, decimals?: number) => string;
  /** "61 %" from 0.61. */
  percent: (value: number) => string;
  /** "120 m", "1,4 km" from metres, rounded to what the eye can judge. */
  distance: (metres: number) => string;
  /** "3 dagar sedan", "om 2 månader". */
  ago: (value: string | Date, now?: Date) => string;
  /** "Nol, Surte och Älvängen". */
  list: (items: readonly string[]) => string;
  /** "Fortkörning, buskörning och A-traktor" from words that each begin with a capital. */
  phrase: (words: readonly string[]) => string;
  /** Compares as the alphabet of the language does; å ä ö come last in Swedish. */
  compare: (a: string, b: string) => number;
}

/** A date without time is that day in Sweden, wherever the reader is: noon UTC falls on it. */
function toDate(value: string | Date): Date {
  if (value instanceof Date) return value;
  if (/^\d{4}-\d{2}$/.test(value)) return new Date(`${value}-15T12:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T12:00:00Z`);
  return new Date(value);
}

/** Whole days since 1970 of the Swedish calendar day that holds this moment. */
function swedishDay(value: Date): number {
  const [year, month, day] = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })
    .format(value)
    .split('-')
    .map(Number);
  return Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1) / DAY_MS;
}

/** "Buskörning" within a sentence; what begins with a letter by itself ("A-traktor") stays. */
const withinSentence = (word: string) =>
  /^\p{Lu}(?![\p{Ll} ])/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);

/** The formats of one language. Pure but for the clock that "i dag" needs; pass `now` in tests. */
export function makeFormats(language: Language, clock: () => Date = () => new Date()): Formats {
  const locale = LOCALES[language];
  const words = WORDS[language];
  const inSweden = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  const long = inSweden({ day: 'numeric', month: 'long', year: 'numeric' });
  const thisYear = inSweden({ day: 'numeric', month: 'long' });
  const short = inSweden({ day: 'numeric', month: 'short', year: 'numeric' });
  const shortThisYear = inSweden({ day: 'numeric', month: 'short' });
  const monthAndYear = inSweden({ month: 'long', year: 'numeric' });
  const shortMonths = inSweden({ month: 'short', year: 'numeric' });
  const year = new Intl.DateTimeFormat('en', { timeZone: ZONE, year: 'numeric' });
  const hours = inSweden({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const collator = new Intl.Collator(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const isThisYear = (date: Date) => year.format(date) === year.format(clock());

  const time = (value: string | Date) => {
    const text = hours.format(toDate(value));
    return language === 'sv' ? text.replace(':', '.') : text;
  };
  const day = (value: string | Date) => {
    const date = toDate(value);
    const away = swedishDay(date) - swedishDay(clock());
    if (away === 0) return words.today;
    if (away === -1) return words.yesterday;
    if (away === 1) return words.tomorrow;
    return isThisYear(date) ? thisYear.format(date) : long.format(date);
  };
  const number = (value: number, decimals = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);

  return {
    day,
    time,
    number,
    date: (value) => long.format(toDate(value)),
    shortDate: (value) => {
      const date = toDate(value);
      return isThisYear(date) ? shortThisYear.format(date) : short.format(date);
    },
    moment: (value) => `${day(value)} ${time(value)}`,
    month: (value) => monthAndYear.format(toDate(value)),
    days: (from, to) => long.formatRange(toDate(from), toDate(to)),
    months: (from, to) => shortMonths.formatRange(toDate(from), toDate(to)),
    percent: (value) => new Intl.NumberFormat(locale, { style: 'percent' }).format(value),
    distance: (metres) => {
      if (metres < 1000)
        return `${number(metres < 100 ? Math.round(metres / 5) * 5 : Math.round(metres / 10) * 10)} m`;
      return `${number(metres / 1000, metres < 10_000 ? 1 : 0)} km`;
    },
    ago: (value, now = clock()) => {
      const days = swedishDay(toDate(value)) - swedishDay(now);
      if (Math.abs(days) < 31) return relative.format(days, 'day');
      if (Math.abs(days) < 365) return relative.format(Math.round(days / 30.44), 'month');
      return relative.format(Math.round(days / 365.25), 'year');
    },
    list: (items) => lists.format(items),
    phrase: ([first, ...rest]) =>
      first === undefined ? '' : lists.format([first, ...rest.map(withinSentence)]),
    compare: (a, b) => collator.compare(a, b),
  };
}
