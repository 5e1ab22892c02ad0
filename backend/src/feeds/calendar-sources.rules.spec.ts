import { describe, expect, it } from '@jest/globals';
import type { Commitment, Medborgarlofte, Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { type CalendarFacts, calendarDays } from './calendar-sources.rules.js';

const updatedAt = '2026-05-01T00:00:00.000Z';
const commitment = (slug: string, progress: object): Commitment =>
  ({ id: slug, slug, title: `Om ${slug}`, progress: progress as Progress, updatedAt }) as Commitment;
const promise = (to: string | null, ...commitments: Commitment[]): Medborgarlofte =>
  ({ id: 'p', title: 'Löftet', to, commitments, updatedAt }) as Medborgarlofte;
const days = (changes: Partial<CalendarFacts>) =>
  calendarDays({
    promises: [],
    activities: [],
    followUps: [],
    language: 'sv',
    today: '2026-06-01',
    ...changes,
  }).map(({ on, title, path }) => [on, title, path]);
const activity = {
  id: 'a',
  commitmentId: 'kontroller',
  occurredOn: '2026-05-30',
  publicText: 'Vi mätte.',
  organisation: 'Polisen',
  updated: new Date(updatedAt),
};
const counted = promise(null, commitment('kontroller', { type: 'count' }));

describe('the public days', () => {
  it.each<[string, Partial<CalendarFacts>, string[][]]>([
    ['a promise until further notice has no end', { promises: [promise(null)] }, []],
    [
      'the end of a promise',
      { promises: [promise('2027-12-31')] },
      [['2027-12-31', 'Sista dagen för Löftet', '/lofte']],
    ],
    [
      'a step with a day and one without',
      {
        promises: [
          promise(
            null,
            commitment('par', {
              type: 'milestones',
              steps: [
                { id: '1', name: 'Bohusskolan', dueOn: '2026-08-15', doneOn: null },
                { id: '2', name: 'Aroseniusskolan', dueOn: null, doneOn: null },
              ],
            }),
          ),
        ],
      },
      [['2026-08-15', 'Ska vara klart: Bohusskolan', '/lofte/par']],
    ],
    [
      'what recurs: the end of the present year, or of the promise when that comes first',
      {
        promises: [
          promise(
            '2026-10-31',
            commitment('moten', {
              type: 'recurring',
              unit: 'möten',
              years: [
                { year: 2025, due: 2, done: 0, state: 'missed' },
                { year: 2026, due: 2, done: 1, state: 'under-way' },
                { year: 2027, due: 2, done: 0, state: 'to-come' },
              ],
            }),
          ),
        ],
      },
      [
        ['2026-10-31', 'Sista dagen för Löftet', '/lofte'],
        ['2026-10-31', 'Sista dagen för årets 2 möten: Om moten', '/lofte/moten'],
      ],
    ],
    [
      'what was done',
      { promises: [counted], activities: [activity] },
      [['2026-05-30', 'Om kontroller', '/lofte/kontroller']],
    ],
    [
      'nothing that is still to come',
      { promises: [counted], activities: [{ ...activity, occurredOn: '2026-06-02' }] },
      [],
    ],
    ['nothing of a commitment that is not public', { promises: [promise(null)], activities: [activity] }, []],
    [
      'a follow-up',
      {
        followUps: [
          {
            id: 'f',
            asOf: '2026-04-30',
            updated: new Date(updatedAt),
          },
        ],
      },
      [['2026-04-30', 'Uppföljning av medborgarlöftet 30 april 2026', '/lofte/uppfoljning/2026-04-30']],
    ],
  ])('%s', (_what, facts, expected) => {
    expect(days(facts)).toEqual(expected);
  });
});
