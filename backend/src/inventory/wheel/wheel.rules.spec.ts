import {
  lateOf,
  occurrencesOf,
  periodOf,
  wheelFaults,
  wheelFields,
  whyNotReported,
  type OccurrenceReport,
  type Recurrence,
} from './wheel.rules.js';

const months = (part: Partial<Recurrence> = {}): Recurrence => ({
  unit: 'month',
  due: [5],
  everyYears: 1,
  startsOn: '2026-01-01',
  endsOn: null,
  ...part,
});
const done = (year: number, number: number, doneOn: string): OccurrenceReport => ({
  year,
  number,
  doneOn,
  note: null,
});
const told = (recurrence: Recurrence, year: number, today: string, reports: OccurrenceReport[] = []) =>
  occurrencesOf(recurrence, year, reports, today).map(({ number, state }) => `${String(number)} ${state}`);

describe('the days of a month or a week', () => {
  test.each([
    ['a month', 'month', 2027, 2, { from: '2027-02-01', to: '2027-02-28' }],
    ['February of a leap year', 'month', 2028, 2, { from: '2028-02-01', to: '2028-02-29' }],
    ['December', 'month', 2027, 12, { from: '2027-12-01', to: '2027-12-31' }],
    ['a week', 'week', 2026, 20, { from: '2026-05-11', to: '2026-05-17' }],
    ['a first week that begins the year before', 'week', 2025, 1, { from: '2024-12-30', to: '2025-01-05' }],
    ['the 53rd week of a year that has one', 'week', 2026, 53, { from: '2026-12-28', to: '2027-01-03' }],
    ['the 53rd week of a year that has none', 'week', 2027, 53, null],
  ] as const)('%s', (_case, unit, year, number, period) => {
    expect(periodOf(unit, year, number)).toEqual(period);
  });
});

describe('what is due in a year', () => {
  test.each<[string, Recurrence, number, string, OccurrenceReport[], string[]]>([
    ['before its month it is coming', months(), 2026, '2026-04-30', [], ['5 coming']],
    ['on its first day it is due', months(), 2026, '2026-05-01', [], ['5 due']],
    ['on its last day it is due still', months(), 2026, '2026-05-31', [], ['5 due']],
    ['the day after it is late', months(), 2026, '2026-06-01', [], ['5 overdue']],
    ['done in time', months(), 2026, '2026-06-01', [done(2026, 5, '2026-05-20')], ['5 done']],
    ['done too late is done', months(), 2026, '2026-08-01', [done(2026, 5, '2026-07-20')], ['5 done']],
    ['done early is done', months(), 2026, '2026-04-20', [done(2026, 5, '2026-04-20')], ['5 done']],
    [
      'each month is an occurrence of its own',
      months({ due: [11, 1, 3] }),
      2026,
      '2026-03-10',
      [done(2026, 1, '2026-01-15')],
      ['1 done', '3 due', '11 coming'],
    ],
    [
      'what was done last year is not done this year',
      months(),
      2027,
      '2027-06-01',
      [done(2026, 5, '2026-05-20')],
      ['5 overdue'],
    ],
    ['every other year, in the year', months({ everyYears: 2 }), 2028, '2026-01-01', [], ['5 coming']],
    ['every other year, in the year between', months({ everyYears: 2 }), 2027, '2026-01-01', [], []],
    [
      'every other year is counted from the first that has one',
      months({ everyYears: 2, startsOn: '2026-11-26' }),
      2027,
      '2026-11-26',
      [],
      ['5 coming'],
    ],
    [
      'what ended before the beginning is none',
      months({ startsOn: '2026-06-01' }),
      2026,
      '2026-07-01',
      [],
      [],
    ],
    [
      'what began before it and goes on is one',
      months({ startsOn: '2026-05-31' }),
      2026,
      '2026-07-01',
      [],
      ['5 overdue'],
    ],
    ['no year before the beginning', months(), 2025, '2026-07-01', [], []],
    ['what begins after the end is none', months({ endsOn: '2026-04-30' }), 2026, '2026-07-01', [], []],
    [
      'the last before the end is one',
      months({ endsOn: '2026-05-01' }),
      2026,
      '2026-07-01',
      [],
      ['5 overdue'],
    ],
    ['weeks', months({ unit: 'week', due: [40, 20] }), 2026, '2026-05-17', [], ['20 due', '40 coming']],
    ['a week that the year lacks is none', months({ unit: 'week', due: [53] }), 2027, '2027-05-17', [], []],
    [
      'what was reported stays when it is no longer due then',
      months({ due: [6] }),
      2026,
      '2026-05-25',
      [done(2026, 5, '2026-05-20')],
      ['5 done', '6 coming'],
    ],
  ])('%s', (_case, recurrence, year, today, reports, expected) => {
    expect(told(recurrence, year, today, reports)).toEqual(expected);
  });

  test('a week stands in the month of its Thursday', () => {
    const weeks = months({ unit: 'week', due: [1, 5, 53] });
    expect(occurrencesOf(weeks, 2026, [], '2026-01-01').map(({ month }) => month)).toEqual([1, 1, 12]);
  });
});

describe('what is late', () => {
  test.each<[string, string, OccurrenceReport[], string[]]>([
    ['this year', '2026-07-01', [], ['2026-05']],
    ['this year and the last', '2027-07-01', [], ['2026-05', '2027-05']],
    ['not those before', '2029-07-01', [], ['2028-05', '2029-05']],
    ['not what was done', '2027-07-01', [done(2026, 5, '2026-12-01')], ['2027-05']],
    ['not what is due', '2026-05-10', [], []],
  ])('%s', (_case, today, reports, late) => {
    expect(lateOf(months(), reports, today).map(({ from }) => from.slice(0, 7))).toEqual(late);
  });
});

describe('what can be reported', () => {
  const reports = [done(2026, 5, '2026-05-20')];
  test.each([
    ['an occurrence', 2027, 5, null],
    ['one that is done already', 2026, 5, 'occurrence.done'],
    ['a month in which nothing is due', 2026, 6, 'not.found'],
    ['a month that there is not', 2026, 99, 'not.found'],
    ['a year before the beginning', 2025, 5, 'not.found'],
  ] as const)('%s', (_case, year, number, why) => {
    expect(whyNotReported(months(), { year, number }, reports, '2026-06-01')).toBe(why);
  });
});

describe('what can be kept', () => {
  const given = { kind: 'cutting', title: ' Klippning ', ...months({ due: [9, 5] }) } as const;

  test('in its order, without blanks', () => {
    expect(wheelFields({ ...given, places: [], due: [9, 5], note: '  ' })).toMatchObject({
      title: 'Klippning',
      due: [5, 9],
      note: null,
      bodyId: null,
    });
  });

  test.each([
    ['months of a year', {}, []],
    ['a thirteenth month', { due: [13] }, ['due tooLarge']],
    ['a thirteenth week', { unit: 'week', due: [13] }, []],
    ['a day of another millennium', { startsOn: '0001-01-01' }, ['startsOn notADate']],
    ['a day that there is not', { startsOn: '2026-02-30' }, ['startsOn notADate']],
    ['an end that is no day', { endsOn: '2026-13-01' }, ['endsOn notADate']],
    ['an end before the beginning', { endsOn: '2025-12-31' }, ['endsOn notAfter']],
    ['an end on the day of the beginning', { endsOn: '2026-01-01' }, []],
  ] as const)('%s', (_case, part, faults) => {
    const item = wheelFields({
      places: [],
      ...given,
      ...part,
      due: [...('due' in part ? part.due : given.due)],
    });
    expect(wheelFaults(item).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  });
});
