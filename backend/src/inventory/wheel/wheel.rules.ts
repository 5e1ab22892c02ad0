import type { ReportOccurrence, WheelItemInput } from '@lofteskartan/shared/contracts/yearly-wheel';
import {
  WHEEL_LIMITS,
  type OccurrenceState,
  type WheelKind,
  type WheelUnit,
} from '@lofteskartan/shared/yearly-wheel';
import { addDays, isIsoDate, type IsoDate } from '../../platform/dates.js';
import type { FieldFault } from '../../platform/problem/field-fault.js';

/** When something recurs. */
export interface Recurrence {
  readonly unit: WheelUnit;
  readonly due: readonly number[];
  readonly everyYears: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}

/** What was said about an occurrence that is done. */
export interface OccurrenceReport {
  readonly year: number;
  readonly number: number;
  readonly doneOn: IsoDate;
  readonly note: string | null;
}

/** Something that is due once in a year. */
export interface Occurrence {
  readonly year: number;
  readonly number: number;
  readonly month: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly state: OccurrenceState;
  readonly doneOn: IsoDate | null;
  readonly note: string | null;
}

interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The Monday of the first week of a year: that which holds the fourth of January (ISO 8601). */
function firstMonday(year: number): IsoDate {
  const fourth = `${String(year)}-01-04`;
  const weekday = (new Date(`${fourth}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(fourth, -weekday);
}

/** The days of a month or of a week of a year; null for a week that the year does not have. */
export function periodOf(unit: WheelUnit, year: number, number: number): Period | null {
  if (unit === 'month') {
    const from = `${String(year)}-${two(number)}-01`;
    const next = number === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${two(number + 1)}-01`;
    return { from, to: addDays(next, -1) };
  }
  const from = addDays(firstMonday(year), (number - 1) * 7);
  return from < firstMonday(year + 1) ? { from, to: addDays(from, 6) } : null;
}

/** The month in which a period stands: that of its Thursday for a week, as ISO 8601 tells the years of weeks. */
const monthOf = (unit: WheelUnit, { from }: Period): number =>
  Number((unit === 'week' ? addDays(from, 3) : from).slice(5, 7));

/** Whether a period is one in which something is due: it has not ended before the beginning, nor begins after the end. */
const holdsIn = ({ startsOn, endsOn }: Recurrence, { from, to }: Period): boolean =>
  to >= startsOn && (endsOn === null || from <= endsOn);

/** The first year that has an occurrence: the others are counted from it. */
function firstYear(recurrence: Recurrence): number {
  const begins = Number(recurrence.startsOn.slice(0, 4));
  const has = (year: number): boolean =>
    recurrence.due.some((number) => {
      const period = periodOf(recurrence.unit, year, number);
      return period !== null && period.to >= recurrence.startsOn;
    });
  // A week that few years have may come several years later.
  return [begins - 1, begins, begins + 1, begins + 2, begins + 3].find(has) ?? begins + 1;
}

/** The numbers and days of what is due in a year. */
function dueIn(recurrence: Recurrence, year: number): { number: number; period: Period }[] {
  const passed = year - firstYear(recurrence);
  if (passed < 0 || passed % recurrence.everyYears !== 0) return [];
  return recurrence.due.flatMap((number) => {
    const period = periodOf(recurrence.unit, year, number);
    return period && holdsIn(recurrence, period) ? [{ number, period }] : [];
  });
}

function stateOf({ from, to }: Period, isDone: boolean, today: IsoDate): OccurrenceState {
  if (isDone) return 'done';
  if (today < from) return 'coming';
  return today <= to ? 'due' : 'overdue';
}

/** What is due in a year, in turn, with what has come of it. What was reported stays, also when it is no longer due then. */
export function occurrencesOf(
  recurrence: Recurrence,
  year: number,
  reports: readonly OccurrenceReport[],
  today: IsoDate,
): Occurrence[] {
  const due = dueIn(recurrence, year);
  const known = new Set(due.map(({ number }) => number));
  const own = reports.filter((report) => report.year === year);
  const kept = own.flatMap(({ number }) => {
    const period = known.has(number) ? null : periodOf(recurrence.unit, year, number);
    return period ? [{ number, period }] : [];
  });
  return [...due, ...kept]
    .map(({ number, period }) => {
      const report = own.find((each) => each.number === number);
      return {
        year,
        number,
        month: monthOf(recurrence.unit, period),
        ...period,
        state: stateOf(period, report !== undefined, today),
        doneOn: report?.doneOn ?? null,
        note: report?.note ?? null,
      };
    })
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** What is late: of this year and of the last. Older ones are history, and nobody makes up for them. */
export function lateOf(
  recurrence: Recurrence,
  reports: readonly OccurrenceReport[],
  today: IsoDate,
): Occurrence[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year]
    .flatMap((each) => occurrencesOf(recurrence, each, reports, today))
    .filter(({ state }) => state === 'overdue');
}

/** Why an occurrence cannot be reported as done, or null. */
export function whyNotReported(
  recurrence: Recurrence,
  { year, number }: Pick<ReportOccurrence, 'year' | 'number'>,
  reports: readonly OccurrenceReport[],
  today: IsoDate,
): 'not.found' | 'occurrence.done' | null {
  const found = occurrencesOf(recurrence, year, reports, today).find((each) => each.number === number);
  if (!found) return 'not.found';
  return found.state === 'done' ? 'occurrence.done' : null;
}

/** Something that recurs as it is kept, but for its places. */
export interface WheelFields extends Recurrence {
  readonly kind: WheelKind;
  readonly title: string;
  readonly bodyId: string | null;
  readonly note: string | null;
}

const clean = (text: string | null | undefined): string | null => text?.normalize('NFC').trim() || null;

/** Something that recurs as it is to be kept. */
export function wheelFields(given: WheelItemInput): WheelFields {
  return {
    kind: given.kind,
    title: given.title.normalize('NFC').trim(),
    unit: given.unit,
    due: [...given.due].sort((a, b) => a - b),
    everyYears: given.everyYears,
    startsOn: given.startsOn,
    endsOn: given.endsOn ?? null,
    bodyId: given.bodyId ?? null,
    note: clean(given.note),
  };
}

/** Whether a text is a day of a year that the wheel knows. */
const isDayOfWheel = (text: string): boolean => {
  const year = Number(text.slice(0, 4));
  return isIsoDate(text) && year >= WHEEL_LIMITS.firstYear && year <= WHEEL_LIMITS.lastYear;
};

/** What is wrong with it: there are twelve months, days are real, and nothing ends before it begins. */
export function wheelFaults({ unit, due, startsOn, endsOn }: WheelFields): FieldFault[] {
  const faults: FieldFault[] = [];
  if (unit === 'month' && due.some((number) => number > 12))
    faults.push({ field: 'due', code: 'tooLarge', params: { max: 12 } });
  if (!isDayOfWheel(startsOn)) faults.push({ field: 'startsOn', code: 'notADate' });
  if (endsOn !== null && !isDayOfWheel(endsOn)) faults.push({ field: 'endsOn', code: 'notADate' });
  else if (endsOn !== null && faults.length === 0 && endsOn < startsOn)
    faults.push({ field: 'endsOn', code: 'notAfter', params: { date: addDays(startsOn, -1) } });
  return faults;
}

/** The names of the fields that differ. */
export const changedWheelFields = (
  before: WheelFields & { readonly places: readonly string[] },
  after: WheelFields & { readonly places: readonly string[] },
): string[] =>
  (Object.keys(after) as (keyof WheelFields | 'places')[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
