import type { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { dayInWords } from '../medborgarlofte/progress-words.rules.js';
import { feedWords } from './feed-words.rules.js';

/** A day in the calendar. */
interface CalendarDay {
  /** Never changes: by it a calendar knows the day again. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly title: string;
  readonly text: string;
  /** Below the municipality's address, such as `/lofte`. */
  readonly path: string;
  /** When what it tells last changed. */
  readonly updated: Date;
}

/** A released activity as far as its day looks. */
interface DoneActivity {
  readonly id: string;
  readonly commitmentId: string;
  readonly occurredOn: string;
  readonly publicText: string;
  readonly organisation: string;
  readonly updated: Date;
}

/** A published follow-up as far as its day looks. */
interface PublishedFollowUp {
  readonly id: string;
  readonly asOf: string;
  readonly updated: Date;
}

/** Everything that days are made of; all of it is public. */
export interface CalendarFacts {
  readonly promises: readonly Medborgarlofte[];
  readonly activities: readonly DoneActivity[];
  readonly followUps: readonly PublishedFollowUp[];
  readonly language: Language;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Makes days of facts. A new kind of public date is one more of these in `calendarSources`. */
type CalendarSource = (facts: CalendarFacts) => CalendarDay[];

/** When a promise's period ends. */
const periodEnds: CalendarSource = ({ promises, language }) =>
  promises.flatMap(({ id, title, to, updatedAt }) =>
    to === null
      ? []
      : {
          name: `promise-end/${id}`,
          on: to,
          title: feedWords[language].periodEnds(title),
          text: title,
          path: '/lofte',
          updated: new Date(updatedAt),
        },
  );

/** When a step of a commitment is due. */
const stepsDue: CalendarSource = ({ promises, language }) =>
  promises.flatMap(({ commitments }) =>
    commitments.flatMap(({ slug, title, progress, updatedAt }) =>
      progress.type !== 'milestones'
        ? []
        : progress.steps.flatMap(({ id, name, dueOn }) =>
            dueOn === null
              ? []
              : {
                  name: `milestone/${id}`,
                  on: dueOn,
                  title: feedWords[language].stepDue(name),
                  text: feedWords[language].ofCommitment(title),
                  path: `/lofte/${encodeURIComponent(slug)}`,
                  updated: new Date(updatedAt),
                },
          ),
    ),
  );

/** The next last day of what recurs every year: the end of the year, or of the promise. */
const recurringDue: CalendarSource = ({ promises, language }) =>
  promises.flatMap(({ to, commitments }) =>
    commitments.flatMap(({ id, slug, title, progress, updatedAt }) => {
      if (progress.type !== 'recurring') return [];
      const next = progress.years.find(({ state }) => state === 'under-way' || state === 'to-come');
      if (!next) return [];
      const yearEnds = `${next.year}-12-31`;
      const words = feedWords[language];
      return [
        {
          name: `recurring/${id}/${next.year}`,
          on: to !== null && to < yearEnds ? to : yearEnds,
          title: words.dueThisYear(title, next.due, progress.unit),
          text: words.ofCommitment(title),
          path: `/lofte/${encodeURIComponent(slug)}`,
          updated: new Date(updatedAt),
        },
      ];
    }),
  );

/** The days that published follow-ups look back from. */
const followUpDays: CalendarSource = ({ followUps, language }) =>
  followUps.map(({ id, asOf, updated }) => ({
    name: `follow-up/${id}`,
    on: asOf,
    title: feedWords[language].followUp(dayInWords(asOf, language)),
    text: feedWords[language].followUpSummary,
    path: `/lofte/uppfoljning/${asOf}`,
    updated,
  }));

/** What was done, on the day on which it was: released activities alone, never anything to come. */
const whatWasDone: CalendarSource = ({ activities, promises, language, today }) => {
  const commitments = promises.flatMap((promise) => promise.commitments);
  return activities.flatMap(({ id, commitmentId, occurredOn, publicText, organisation, updated }) => {
    const commitment = commitments.find((each) => each.id === commitmentId);
    if (!commitment || occurredOn > today) return [];
    return [
      {
        name: `activity/${id}`,
        on: occurredOn,
        title: commitment.title,
        text: `${publicText}\n\n${feedWords[language].doneBy(organisation)}`,
        path: `/lofte/${encodeURIComponent(commitment.slug)}`,
        updated,
      },
    ];
  });
};

/** Where the days of the calendar come from. */
const calendarSources: readonly CalendarSource[] = [
  periodEnds,
  stepsDue,
  recurringDue,
  followUpDays,
  whatWasDone,
];

/** All days, in order. */
export function calendarDays(facts: CalendarFacts): CalendarDay[] {
  return calendarSources
    .flatMap((source) => source(facts))
    .sort((one, other) => (one.on + one.name < other.on + other.name ? -1 : 1));
}
