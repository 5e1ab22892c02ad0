import { addDays, daysBetween, type IsoDate, startOfStockholmDay, stockholmDate } from '../platform/dates.js';
import type { DemoActivity, DemoFile, DemoFollowUp, DemoMove, DemoProposal, DemoWhen } from './demo-file.js';

type AboutProposal = 'submit' | 'release-words' | 'keep-words' | 'note' | 'plan';

/** Who handles a kind when the story does not say. */
export const handlers = { 'speed-check': 'polis', 'dark-place': 'handlaggare', idea: 'samordnare' } as const;

/** One thing that happens in the example data. */
export type DemoStep = { readonly at: Date } & (
  | { [Do in AboutProposal]: { readonly do: Do; readonly proposal: DemoProposal } }[AboutProposal]
  | { readonly do: 'move'; readonly proposal: DemoProposal; readonly move: DemoMove }
  | {
      readonly do: 'log';
      readonly activity: DemoActivity;
      readonly occurredOn: IsoDate;
      /** Only for one that has just ended. */
      readonly endedAt: Date | null;
    }
  | { readonly do: 'confirm'; readonly activity: DemoActivity }
  | { readonly do: 'follow-up'; readonly followUp: DemoFollowUp; readonly asOf: IsoDate }
);

/** The promise into which the example data is told. */
export interface DemoCalendar {
  readonly now: Date;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}

const hourMs = 3_600_000;

/** A day given by the year of the promise: the last that an opening balance covers, or that of a follow-up. */
export function dayOfPromise(
  { asOf }: Pick<DemoFile['openings'][number], 'asOf'>,
  { startsOn }: DemoCalendar,
): IsoDate {
  return `${Number(startsOn.slice(0, 4)) + asOf.year}-${asOf.monthDay}`;
}

/** Everything that happens, in the order in which it happens, nothing of it later than now. */
export function demoPlan(file: DemoFile, calendar: DemoCalendar): DemoStep[] {
  const days = new Map(
    file.activities.map((activity) => [activity.id, activityDay(activity, file, calendar)]),
  );
  const steps = [
    ...file.proposals.flatMap((proposal) => proposalSteps(proposal, days, calendar)),
    ...file.activities.flatMap((activity) => activitySteps(activity, days, calendar)),
    ...(file.followUps ?? []).map((followUp) => followUpStep(followUp, calendar)),
  ];
  const latest = calendar.now.getTime();
  return steps
    .map((step) => ({ ...step, at: new Date(Math.min(step.at.getTime(), latest)) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function proposalSteps(
  proposal: DemoProposal,
  days: ReadonlyMap<string, IsoDate>,
  calendar: DemoCalendar,
): DemoStep[] {
  const day = proposalDay(proposal, days, calendar);
  const later = (daysLater: number, hour: number): Date => momentOf(addDays(day, daysLater), hour);
  const steps: DemoStep[] = [{ at: momentOf(day, 7 + digit(proposal.id, 12)), do: 'submit', proposal }];
  if (proposal.words === 'released') steps.push({ at: later(1, 8), do: 'release-words', proposal });
  if (proposal.words === 'kept-back') steps.push({ at: later(1, 8), do: 'keep-words', proposal });
  if (proposal.note) steps.push({ at: later(2, 9), do: 'note', proposal });
  for (const move of proposal.story ?? []) {
    const from = move.afterActivity ? days.get(move.afterActivity) : day;
    if (!from) throw new Error(`No activity ${move.afterActivity ?? ''}`);
    const at = momentOf(addDays(from, move.days), 9 + digit(proposal.id, 7));
    if (at < calendar.now) steps.push({ at, do: 'move', proposal, move });
  }
  if (proposal.policePlanned) steps.push({ at: later(9, 13), do: 'plan', proposal });
  return steps;
}

function activitySteps(
  activity: DemoActivity,
  days: ReadonlyMap<string, IsoDate>,
  { now }: DemoCalendar,
): DemoStep[] {
  const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * hourMs);
  if (activity.hoursAgo !== undefined) {
    const endedAt = hoursAgo(activity.hoursAgo);
    const occurredOn = stockholmDate(endedAt);
    return [
      { at: hoursAgo(activity.hoursAgo - 1), do: 'log', activity, occurredOn, endedAt },
      { at: hoursAgo(activity.hoursAgo - 2), do: 'confirm', activity },
    ];
  }
  const occurredOn = days.get(activity.id) ?? '';
  const loggedAt = momentOf(addDays(occurredOn, activity.logAfterDays ?? 1), 8);
  const steps: DemoStep[] = [{ at: loggedAt, do: 'log', activity, occurredOn, endedAt: null }];
  if (activity.confirmAfterDays !== undefined) {
    steps.push({ at: momentOf(addDays(occurredOn, activity.confirmAfterDays), 15), do: 'confirm', activity });
  }
  return steps;
}

function followUpStep(followUp: DemoFollowUp, calendar: DemoCalendar): DemoStep {
  const asOf = dayOfPromise(followUp, calendar);
  return { at: momentOf(addDays(asOf, followUp.publishedAfterDays), 10), do: 'follow-up', followUp, asOf };
}

function proposalDay(
  { before, after, days = 0, ...when }: DemoProposal,
  activityDays: ReadonlyMap<string, IsoDate>,
  { now }: DemoCalendar,
): IsoDate {
  const anchor = activityDays.get(before ?? after ?? '');
  if (anchor) return addDays(anchor, before ? -days : days);
  if (when.daysAgo === undefined) throw new Error('A proposal without a day');
  return addDays(stockholmDate(now), -when.daysAgo);
}

/** The day of an activity: within the promise, after what an opening balance covers, and some days ago where a share is given. */
function activityDay(activity: DemoActivity, file: DemoFile, calendar: DemoCalendar): IsoDate {
  const today = stockholmDate(calendar.now);
  const last = calendar.endsOn !== null && calendar.endsOn < today ? calendar.endsOn : today;
  const { share, lastYear, thisYear, daysAgo }: DemoWhen = activity;
  if (share !== undefined) {
    const opening = file.openings.find(({ commitment }) => commitment === activity.commitment);
    const first = opening ? addDays(dayOfPromise(opening, calendar), 3) : addDays(calendar.startsOn, 20);
    return addDays(first, Math.round(share * Math.max(0, daysBetween(first, last) - 5)));
  }
  const year = Number(last.slice(0, 4));
  if (lastYear !== undefined) return `${year - 1}-${lastYear}`;
  if (thisYear !== undefined) {
    const newYear = `${year}-01-01`;
    return addDays(newYear, Math.floor(thisYear * daysBetween(newYear, last)));
  }
  return addDays(last, -(daysAgo ?? 0));
}

function momentOf(day: IsoDate, hour: number): Date {
  return new Date(startOfStockholmDay(day).getTime() + hour * hourMs);
}

/** A number from 0 up to but not including `below` that is always the same for an id, so that not everything happens at nine. */
function digit(id: string, below: number): number {
  return Array.from(id).reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 3) % below;
}
