import type {
  CountProgress,
  MilestonesProgress,
  NotCounted,
  OngoingProgress,
  OpeningBalance,
  RecurringProgress,
  YearProgress,
  YearState,
} from '@lofteskartan/shared/contracts/medborgarlofte';
import { WHY_NOT_COUNTED, type WhyNotCounted } from '@lofteskartan/shared/vocabulary';
import { addDays, addMonths, daysBetween, type IsoDate } from '../platform/dates.js';
import {
  compared,
  countPace,
  daysOf,
  elapsedDays,
  evenPace,
  isOver,
  neededPerMonth,
  type Period,
} from './pace.rules.js';

/** A released activity as far as progress asks about it. */
export interface Evidence {
  readonly occurredOn: IsoDate;
  readonly counts: boolean;
  readonly whyNot: WhyNotCounted | null;
  readonly milestoneId: string | null;
  /** What it concerned, such as a school. */
  readonly subject: string | null;
}

/** A commitment with a number for the whole period. */
export interface CountCommitment {
  readonly target: number;
  readonly opening: OpeningBalance | null;
}

/** A commitment that recurs every year. */
export interface RecurringCommitment {
  readonly perYear: number;
  /** What each needs its own, such as schools; empty when any will do. */
  readonly perYearFor: readonly string[];
  readonly unit: string;
}

/** A step of a commitment with milestones. */
export interface Milestone {
  readonly id: string;
  readonly name: string;
  readonly dueOn: IsoDate | null;
}

/** A commitment without a number: dated evidence shows that it is alive. */
export interface OngoingCommitment {
  readonly staleAfterDays: number;
}

/** Progress of a count: what counts since the opening balance, and the balance itself. */
export function countProgress(
  { target, opening }: CountCommitment,
  period: Period,
  evidence: readonly Evidence[],
  today: IsoDate,
): CountProgress {
  const counted = evidence.filter(
    (each) => each.counts && (opening === null || each.occurredOn > opening.asOf),
  );
  const done = counted.length + (opening?.count ?? 0);
  return {
    type: 'count',
    target,
    done,
    opening,
    notCounted: notCounted(evidence),
    expectedToday: Math.round(evenPace(target, period, today) ?? 0),
    neededPerMonth: neededPerMonth(target - done, period, today),
    pace: countPace(done, target, period, today),
    series: monthly(
      counted.map((each) => each.occurredOn),
      opening,
      period,
      today,
    ),
  };
}

function notCounted(evidence: readonly Evidence[]): NotCounted[] {
  return WHY_NOT_COUNTED.map((reason) => ({
    reason,
    count: evidence.filter((each) => each.whyNot === reason).length,
  })).filter(({ count }) => count > 0);
}

/** A row for each month from the period's first to the present one; the opening balance enters in the month it ends in. */
function monthly(
  dates: readonly IsoDate[],
  opening: OpeningBalance | null,
  period: Period,
  today: IsoDate,
): CountProgress['series'] {
  const series: CountProgress['series'] = [];
  const last = lastDayShown(period, today);
  for (let first = monthStart(period.from); first <= last; first = addMonths(first, 1)) {
    const next = addMonths(first, 1);
    const inMonth = dates.filter((date) => date >= first && date < next).length;
    const before = dates.filter((date) => date < next).length;
    const balance = opening && opening.asOf < next ? opening.count : 0;
    series.push({ month: first.slice(0, 7), done: inMonth, total: before + balance });
  }
  return series;
}

/** Progress of what is due every calendar year of the period. */
export function recurringProgress(
  { perYear, perYearFor, unit }: RecurringCommitment,
  period: Period,
  evidence: readonly Evidence[],
  today: IsoDate,
): RecurringProgress {
  const counted = evidence.filter((each) => each.counts);
  const thisYear = Number(today.slice(0, 4));
  const years: YearProgress[] = [];
  const first = Number(period.from.slice(0, 4));
  const last = Math.max(first, Number((period.to ?? today).slice(0, 4)));
  for (let year = first; year <= last; year++) {
    const done = eachItsOwn(
      counted.filter((each) => each.occurredOn.startsWith(`${year}-`)),
      perYearFor,
    );
    years.push({ year, due: perYear, done, state: yearState(year, done, perYear, thisYear) });
  }
  return { type: 'recurring', unit, years, pace: recurringPace(years, today) };
}

/** How many there were, those for one and the same school counted once; what does not say for which one counts too. */
function eachItsOwn(inYear: readonly Evidence[], perYearFor: readonly string[]): number {
  const names = inYear.map(({ subject }) =>
    perYearFor.find((name) => subject?.toLowerCase().includes(name.toLowerCase())),
  );
  const named = names.filter((name) => name !== undefined);
  return new Set(named).size + names.length - named.length;
}

function yearState(year: number, done: number, due: number, thisYear: number): YearState {
  if (done >= due) return 'kept';
  if (year < thisYear) return 'missed';
  return year === thisYear ? 'under-way' : 'to-come';
}

/** Behind after a missed year or with fewer than the even pace of this year asks for; ahead while this year is kept before it has to be. */
function recurringPace(years: readonly YearProgress[], today: IsoDate): RecurringProgress['pace'] {
  if (years.some(({ state }) => state === 'missed')) return 'behind';
  const year = today.slice(0, 4);
  const present = years.find((each) => each.year === Number(year));
  if (!present) return 'on-track';
  const wholeYear = { from: `${year}-01-01`, to: `${year}-12-31` };
  const expected = Math.floor(evenPace(present.due, wholeYear, today) ?? 0);
  if (present.done < expected) return 'behind';
  return present.state === 'kept' && expected < present.due ? 'ahead' : 'on-track';
}

/** Progress of steps: a step is done on the date of the first activity that completed it. */
export function milestonesProgress(
  milestones: readonly Milestone[],
  period: Period,
  evidence: readonly Evidence[],
  today: IsoDate,
): MilestonesProgress {
  const steps = milestones.map(({ id, name, dueOn }) => {
    const dates = evidence.filter((each) => each.milestoneId === id).map((each) => each.occurredOn);
    return { id, name, dueOn, doneOn: dates.sort()[0] ?? null };
  });
  const done = steps.filter(({ doneOn }) => doneOn !== null).length;
  const overdue = steps.some(({ dueOn, doneOn }) => doneOn === null && dueOn !== null && dueOn < today);
  const pace = overdue ? 'behind' : compared(done, stepsExpected(milestones, period, today), 0);
  return { type: 'milestones', steps, done, pace };
}

/** Steps whose day has come, and of those without a day as many whole ones as an even pace would have reached. */
function stepsExpected(milestones: readonly Milestone[], period: Period, today: IsoDate): number {
  const dated = milestones.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
  const undated = milestones.filter(({ dueOn }) => dueOn === null).length;
  const whole = daysOf(period);
  return dated + (whole === null ? 0 : Math.floor((undated * elapsedDays(period, today)) / whole));
}

/** Progress of what goes on: the latest evidence, and how much there was in each period of four months. */
export function ongoingProgress(
  { staleAfterDays }: OngoingCommitment,
  period: Period,
  evidence: readonly Evidence[],
  today: IsoDate,
): OngoingProgress {
  const dates = evidence.map((each) => each.occurredOn).sort();
  const latestOn = dates.at(-1) ?? null;
  const periods: OngoingProgress['periods'] = [];
  const last = lastDayShown(period, today);
  for (let from = fourMonthsStart(period.from); from <= last; from = addMonths(from, 4)) {
    const to = addDays(addMonths(from, 4), -1);
    periods.push({ from, to, count: dates.filter((date) => date >= from && date <= to).length });
  }
  const silentFor = daysBetween(latestOn ?? period.from, today);
  const stale = !isOver(period, today) && silentFor > staleAfterDays;
  return { type: 'ongoing', latestOn, evidence: dates.length, periods, stale, staleAfterDays };
}

function lastDayShown({ to }: Period, today: IsoDate): IsoDate {
  return to !== null && to < today ? to : today;
}

function monthStart(date: IsoDate): IsoDate {
  return `${date.slice(0, 7)}-01`;
}

/** The first of January, May or September that the date's four months began with. */
function fourMonthsStart(date: IsoDate): IsoDate {
  const month = Number(date.slice(5, 7));
  const first = month - ((month - 1) % 4);
  return `${date.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}
