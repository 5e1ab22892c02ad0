import { presentYear } from '@lofteskartan/shared/present-year';
import type { WhyNotCounted } from '@lofteskartan/shared/vocabulary';
import {
  countProgress,
  milestonesProgress,
  ongoingProgress,
  recurringProgress,
  type Evidence,
} from './progress.rules.js';

const period = { from: '2025-01-01', to: '2027-12-31' };
const today = '2026-11-22';

const did = (occurredOn: string, more: Partial<Evidence> = {}): Evidence => ({
  occurredOn,
  counts: true,
  whyNot: null,
  milestoneId: null,
  subject: null,
  ...more,
});
const failed = (whyNot: WhyNotCounted): Evidence => did('2026-02-01', { counts: false, whyNot });

describe('a count', () => {
  const opening = { count: 12, asOf: '2025-03-31', source: 'Polisens egen sammanställning' };

  it('adds what counts to the opening balance', () => {
    const evidence = [did('2025-04-02'), did('2025-04-30'), did('2026-11-22')];
    const progress = countProgress({ target: 70, opening }, period, evidence, today);
    expect(progress).toMatchObject({ type: 'count', target: 70, done: 15, opening, expectedToday: 44 });
    expect(progress.pace).toBe('behind');
    expect(progress.neededPerMonth).toBe(4.1);
  });

  it('leaves out what the opening balance covers already', () => {
    const evidence = [did('2025-03-31'), did('2025-04-01')];
    expect(countProgress({ target: 70, opening }, period, evidence, today).done).toBe(13);
  });

  it('says what was logged but does not count, by reason', () => {
    const evidence = [
      failed('wish.too-far'),
      failed('wish.missing'),
      failed('wish.too-far'),
      did('2026-01-01'),
    ];
    const progress = countProgress({ target: 70, opening: null }, period, evidence, today);
    expect(progress.done).toBe(1);
    expect(progress.notCounted).toEqual([
      { reason: 'wish.missing', count: 1 },
      { reason: 'wish.too-far', count: 2 },
    ]);
  });

  it('tells each month from the first of the period to the present one', () => {
    const evidence = [did('2025-02-03'), did('2025-04-01'), did('2025-04-30')];
    const { series } = countProgress({ target: 70, opening }, period, evidence, '2025-05-02');
    expect(series).toEqual([
      { month: '2025-01', done: 0, total: 0 },
      { month: '2025-02', done: 0, total: 0 },
      { month: '2025-03', done: 0, total: 12 },
      { month: '2025-04', done: 2, total: 14 },
      { month: '2025-05', done: 0, total: 14 },
    ]);
  });

  it('ends its months with the period', () => {
    const { series } = countProgress({ target: 1, opening: null }, period, [], '2028-06-01');
    expect(series.at(-1)?.month).toBe('2027-12');
    expect(series).toHaveLength(36);
  });

  it('has no months before the period begins', () => {
    expect(countProgress({ target: 1, opening: null }, period, [], '2024-12-31').series).toEqual([]);
  });

  it('expects nothing of a promise without an end', () => {
    const progress = countProgress({ target: 4, opening: null }, { from: '2025-01-01', to: null }, [], today);
    expect(progress).toMatchObject({ expectedToday: 0, neededPerMonth: null, pace: 'on-track' });
  });
});

describe('what recurs every year', () => {
  const schools = ['Bohusskolan', 'Aroseniusskolan'];
  const at = (occurredOn: string, subject: string | null): Evidence => did(occurredOn, { subject });
  const both = [at('2025-09-10', 'Bohusskolan'), at('2025-09-17', 'Aroseniusskolan')];
  const states = (evidence: Evidence[], day = today) =>
    recurringProgress({ perYear: 2, perYearFor: schools, unit: 'möten' }, period, evidence, day).years.map(
      ({ done, state }) => `${done} ${state}`,
    );

  const rows: [string, Evidence[], string, string[]][] = [
    [
      'both schools each year',
      [...both, at('2026-09-09', 'Bohusskolan'), at('2026-09-16', 'Aroseniusskolan')],
      today,
      ['2 kept', '2 kept', '0 to-come'],
    ],
    [
      'one school twice does not make up for the other',
      [at('2025-03-01', 'Bohusskolan'), at('2025-04-01', 'Bohusskolan åk 7')],
      today,
      ['1 missed', '0 under-way', '0 to-come'],
    ],
    [
      'a meeting that does not say which school counts as one',
      [at('2025-03-01', null), at('2025-04-01', 'Bohusskolan')],
      today,
      ['2 kept', '0 under-way', '0 to-come'],
    ],
    [
      'what happens in another year does not count for this one',
      both,
      '2027-02-01',
      ['2 kept', '0 missed', '0 under-way'],
    ],
  ];
  it.each(rows)('%s', (_name, evidence, day, expected) => {
    expect(states(evidence, day)).toEqual(expected);
  });

  const paces: [string, Evidence[], string, string][] = [
    ['a missed year is behind for good', [], '2027-01-01', 'behind'],
    ['early in a year nothing is expected yet', both, '2026-05-01', 'on-track'],
    ['late in a year one of two is expected', both, today, 'behind'],
    ['one of two late in a year is on track', [...both, at('2026-10-01', 'Bohusskolan')], today, 'on-track'],
    [
      'a year that is kept early is ahead',
      [...both, at('2026-02-01', 'Bohusskolan'), at('2026-02-02', 'Aroseniusskolan')],
      '2026-03-01',
      'ahead',
    ],
    [
      'a year that is kept is on track on its last day',
      [...both, at('2026-02-01', 'Bohusskolan'), at('2026-02-02', 'Aroseniusskolan')],
      '2026-12-31',
      'on-track',
    ],
  ];
  it.each(paces)('%s', (_name, evidence, day, expected) => {
    const commitment = { perYear: 2, perYearFor: schools, unit: 'möten' };
    expect(recurringProgress(commitment, period, evidence, day).pace).toBe(expected);
  });

  const told: [string, Evidence[], string, number][] = [
    ['before the first year the first', [], '2024-06-01', 2025],
    ['the year that is under way', both, today, 2026],
    [
      'this year when it is kept already, not one to come',
      [...both, at('2026-02-01', 'Bohusskolan'), at('2026-02-02', 'Aroseniusskolan')],
      today,
      2026,
    ],
    ['after the promise its last year', [], '2030-01-01', 2027],
  ];
  it.each(told)('is told by %s', (_name, evidence, day, year) => {
    const commitment = { perYear: 2, perYearFor: schools, unit: 'möten' };
    expect(presentYear(recurringProgress(commitment, period, evidence, day).years)?.year).toBe(year);
  });

  it('goes on to the present year when the promise has no end', () => {
    const open = { from: '2025-01-01', to: null };
    const { years } = recurringProgress({ perYear: 1, perYearFor: [], unit: 'utskick' }, open, [], today);
    expect(years.map(({ year }) => year)).toEqual([2025, 2026]);
  });
});

describe('milestones', () => {
  const steps = [
    { id: 'a', name: 'Bohusskolan', dueOn: null },
    { id: 'b', name: 'Aroseniusskolan', dueOn: null },
  ];
  const dated = [{ id: 'a', name: 'Bohusskolan', dueOn: '2026-06-30' }];
  const rows: [string, typeof steps | typeof dated, Evidence[], string, string][] = [
    [
      'one of two after two thirds of the period',
      steps,
      [did('2026-01-20', { milestoneId: 'a' })],
      today,
      'on-track',
    ],
    ['none of two after two thirds of the period', steps, [], today, 'behind'],
    ['one of two in the first year', steps, [did('2025-02-20', { milestoneId: 'a' })], '2025-03-01', 'ahead'],
    ['a step whose day has passed', dated, [], '2026-07-01', 'behind'],
    ['a step on its day', dated, [], '2026-06-30', 'on-track'],
    ['a step done before its day', dated, [did('2026-05-01', { milestoneId: 'a' })], '2026-06-01', 'ahead'],
  ];
  it.each(rows)('%s', (_name, milestones, evidence, day, pace) => {
    expect(milestonesProgress(milestones, period, evidence, day).pace).toBe(pace);
  });

  it('are done on the date of the first activity that completed them', () => {
    const evidence = [
      did('2026-05-02', { milestoneId: 'a' }),
      did('2026-03-01', { milestoneId: 'a' }),
      did('2026-01-01'),
    ];
    const progress = milestonesProgress(steps, period, evidence, today);
    expect(progress.done).toBe(1);
    expect(progress.steps.map(({ doneOn }) => doneOn)).toEqual(['2026-03-01', null]);
  });
});

describe('what goes on', () => {
  const ongoing = (evidence: Evidence[], day = today) =>
    ongoingProgress({ staleAfterDays: 150 }, period, evidence, day);

  const rows: [string, string[], string, string | null, boolean][] = [
    ['nothing yet, early', [], '2025-05-31', null, false],
    ['nothing for more than 150 days', [], '2025-06-01', null, true],
    ['evidence 150 days ago', ['2026-06-25'], today, '2026-06-25', false],
    ['evidence 151 days ago', ['2026-06-24'], today, '2026-06-24', true],
    ['a promise that is over goes stale no more', ['2025-02-01'], '2028-01-02', '2025-02-01', false],
  ];
  it.each(rows)('%s', (_name, dates, day, latestOn, stale) => {
    expect(
      ongoing(
        dates.map((date) => did(date)),
        day,
      ),
    ).toMatchObject({ latestOn, stale });
  });

  it('tells the evidence of each four months', () => {
    const { periods, evidence } = ongoing(
      ['2025-01-01', '2025-04-30', '2025-05-01', '2026-11-22'].map((date) => did(date)),
    );
    expect(evidence).toBe(4);
    expect(periods.map(({ from, to, count }) => `${from} ${to} ${count}`)).toEqual([
      '2025-01-01 2025-04-30 2',
      '2025-05-01 2025-08-31 1',
      '2025-09-01 2025-12-31 0',
      '2026-01-01 2026-04-30 0',
      '2026-05-01 2026-08-31 0',
      '2026-09-01 2026-12-31 1',
    ]);
  });

  it('begins with the four months in which the promise began', () => {
    const { periods } = ongoingProgress({ staleAfterDays: 150 }, { from: '2026-07-15', to: null }, [], today);
    expect(periods[0]).toEqual({ from: '2026-05-01', to: '2026-08-31', count: 0 });
  });
});
