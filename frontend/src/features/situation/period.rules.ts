import { SITUATION_LIMITS } from '@lofteskartan/shared/situation';

/** The lengths of a period that one steps through. */
export const PERIODS = ['quarter', 'half-year', 'year', 'own'] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** From the first to the last day, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const MONTHS = { quarter: 3, 'half-year': 6, year: 12 } as const;
type Step = keyof typeof MONTHS;

/** So many days of a new quarter tell something; before them the last one is shown. */
const TELLING_DAYS = 30;
const DAY_MS = 86_400_000;

const isoOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const isDay = (text: string | null): text is string =>
  text !== null &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  isoOf(Date.parse(text)) === text;

/** The period of a length that holds a day, or another so many after it. */
export function periodAt(kind: Step, day: string, after = 0): Period {
  const months = MONTHS[kind];
  const [year = 1970, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / months) * months + after * months;
  return { from: isoOf(Date.UTC(year, first, 1)), to: isoOf(Date.UTC(year, first + months, 0)) };
}

/** Which length a period has: one of the calendar, or own days. */
export function kindOf({ from, to }: Period): PeriodKind {
  const steps = Object.keys(MONTHS) as Step[];
  return (
    steps.find((step) => {
      const whole = periodAt(step, from);
      return whole.from === from && whole.to === to;
    }) ?? 'own'
  );
}

/** The period that a page opens with: the present quarter, or in its first weeks the last one. */
export function firstPeriod(today: string): Period {
  const present = periodAt('quarter', today);
  const gone = (Date.parse(today) - Date.parse(present.from)) / DAY_MS;
  return gone >= TELLING_DAYS ? present : periodAt('quarter', today, -1);
}

/** Whether a period can be asked for. */
export const isPossible = ({ from, to }: Period, today: string): boolean =>
  isDay(from) &&
  isDay(to) &&
  from <= to &&
  from <= today &&
  (Date.parse(to) - Date.parse(from)) / DAY_MS < SITUATION_LIMITS.days;

/** The period of an address; what cannot be is the one that a page opens with. */
export function readPeriod(parameters: URLSearchParams, today: string): Period {
  const asked = { from: parameters.get('from') ?? '', to: parameters.get('to') ?? '' };
  return isPossible(asked, today) ? asked : firstPeriod(today);
}

/** The number of a quarter or a half-year in its year, from 1. */
export const ordinalOf = (kind: 'quarter' | 'half-year', { from }: Period): 1 | 2 | 3 | 4 =>
  (Math.floor((Number(from.slice(5, 7)) - 1) / MONTHS[kind]) + 1) as 1 | 2 | 3 | 4;

/** The period a step earlier or later; null for own days, and for what has not begun. */
export function stepped(period: Period, by: 1 | -1, today: string): Period | null {
  const kind = kindOf(period);
  if (kind === 'own') return null;
  const next = periodAt(kind, period.from, by);
  return next.from <= today ? next : null;
}
