import type { PublicPoint } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { askedYear, heardIn } from './heard.rules.js';
import {
  followUpDays,
  isEmptyReport,
  matches,
  whyNotFollowUp,
  whyNotPublish,
  whyNotWrite,
} from './report.rules.js';

const ready = {
  status: 'closed',
  newQuestions: 0,
  openPoints: 0,
  newNotes: 0,
  published: 0,
  isChanged: true,
  isEmpty: false,
  summary: null,
} as const;

describe('publishing a report', () => {
  it.each([
    ['after the meeting', {}, null],
    ['while it is held', { status: 'open' }, 'dialogue.notClosed'],
    ['of one that was called off', { status: 'cancelled' }, 'dialogue.cancelled'],
    ['with a point that is open', { openPoints: 1 }, 'dialogue.pointsOpen'],
    ['with a question that nobody has read', { newQuestions: 1 }, 'report.questionsNew'],
    [
      'with a question that nobody has read and an open point',
      { newQuestions: 1, openPoints: 1 },
      'report.questionsNew',
    ],
    ['with a note that nobody has read', { newNotes: 1 }, 'report.notesNew'],
    ['of which there is nothing to tell', { isEmpty: true }, 'report.empty'],
    ['that says that nobody came', { isEmpty: true, summary: 'Ingen kom.' }, null],
    ['that is empty, with a note that nobody has read', { isEmpty: true, newNotes: 1 }, 'report.notesNew'],
    ['again, with something to correct', { status: 'reported', published: 1 }, null],
    ['again, after a follow-up', { status: 'followed-up', published: 2 }, null],
    [
      'again, with nothing to correct',
      { status: 'reported', published: 1, isChanged: false },
      'report.unchanged',
    ],
    [
      'again, with a question that nobody has read',
      { status: 'reported', published: 1, newQuestions: 1 },
      'report.questionsNew',
    ],
    [
      'again, with a new point that is open',
      { status: 'reported', published: 1, openPoints: 1 },
      'dialogue.pointsOpen',
    ],
  ] as const)('%s', (_, more, refusal) => {
    expect(whyNotPublish({ ...ready, ...more })).toBe(refusal);
  });
});

describe('a report', () => {
  const nothing = { points: [], tableNotes: [], statements: [], attendance: [] };
  it.each([
    ['without anything', {}, true],
    ['of a point', { points: [1] }, false],
    ['of a note', { tableNotes: [1] }, false],
    ['of a statement', { statements: [1] }, false],
    ['of those who came', { attendance: [1] }, false],
  ])('%s', (_, more, isEmpty) => {
    expect(isEmptyReport({ ...nothing, ...more })).toBe(isEmpty);
  });
});

describe('following up', () => {
  it.each([
    ['2026-11-26', { 6: '2027-05-26', 12: '2027-11-26' }],
    ['2026-08-31', { 6: '2027-02-28', 12: '2027-08-31' }],
  ])('a report of %s', (day, days) => {
    expect(followUpDays(day)).toEqual(days);
  });

  const planned = { dueOn: '2027-05-26', isPublished: false };
  it.each([
    ['on its day', 'reported', planned, '2027-05-26', null],
    ['before its day', 'reported', planned, '2027-05-25', 'dialogueFollowUp.notDue'],
    ['the second one', 'followed-up', planned, '2027-06-01', null],
    ['twice', 'followed-up', { ...planned, isPublished: true }, '2027-06-01', 'followUp.published'],
    ['without a report', 'closed', planned, '2027-06-01', 'dialogue.notReported'],
  ] as const)('%s', (_, status, followUp, today, refusal) => {
    expect(whyNotFollowUp(status, followUp, today)).toBe(refusal);
  });

  it('is not written in once it is published', () => {
    expect([whyNotWrite(true), whyNotWrite(false)]).toEqual(['followUp.published', null]);
  });
});

describe('looking for points', () => {
  const point: PublicPoint = {
    number: 1,
    source: 'question',
    statement: null,
    text: 'Blir det ljust i gångtunneln?',
    supporters: 7,
    outcome: 'measure',
    publicText: 'Ja, i mars.',
    thing: null,
    outsideWho: null,
    owner: 'Ale kommun',
    dueOn: null,
    doneOn: null,
    doneText: null,
    standing: 'late',
  };
  it.each([
    ['all', {}, true],
    ['its words', { q: 'TUNNELN' }, true],
    ['its answer', { q: 'mars' }, true],
    ['its dialogue', { q: 'älvängen' }, true],
    ['other words', { q: 'bibliotek' }, false],
    ['how it stands', { standing: 'late' }, true],
    ['how another stands', { standing: 'done' }, false],
    ['another outcome', { outcome: 'no' }, false],
  ] as const)('by %s', (_, query, is) => {
    expect(matches({ title: 'Möte i Älvängen', point }, query)).toBe(is);
  });
});

describe('who was heard', () => {
  const today = '2026-11-26';
  const came = (people: number | null, nol: number | null) => ({
    people,
    attendance: [{ locality: 'Nol', people: nol }],
    bands: [{ band: 'women' as const, people: 9 }],
  });
  const places = [
    { name: 'Nol', population: 4600, heldOn: ['2026-04-02', '2025-11-25'] },
    { name: 'Surte', population: null, heldOn: ['2025-11-25'] },
    { name: 'Alafors', population: 2000, heldOn: [] },
  ];
  const dialogues = [
    { heldOn: '2026-04-02', came: came(20, 14) },
    { heldOn: '2026-10-01', came: came(null, null) },
    { heldOn: '2026-11-01', came: null },
    { heldOn: '2025-11-25', came: came(100, 100) },
  ];

  it('adds up what each report tells of the year, and nothing more', () => {
    expect(heardIn(2026, { dialogues, places, populations: [] }, today)).toMatchObject({
      years: [2026, 2025],
      dialogues: 3,
      told: 2,
      people: 20,
      population: 6600,
      bands: [{ band: 'women', people: 18, share: 1, population: null, populationShare: null }],
      populationOf: null,
      localities: [
        { name: 'Nol', people: 14, dialogues: 1, lastOn: '2026-04-02', isLongAgo: false },
        { name: 'Surte', people: null, dialogues: 0, lastOn: '2025-11-25', isLongAgo: true },
        { name: 'Alafors', people: null, dialogues: 0, lastOn: null, isLongAgo: true },
      ],
    });
  });

  it('asks about this year where none is named', () => {
    expect([askedYear(undefined, today), askedYear('2024', today)]).toEqual([2026, 2024]);
  });
});
