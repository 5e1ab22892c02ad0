import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { mondayOf, promisesChecks, proposed, targetLeft, weekdayOf, windowFault } from './plan.rules.js';
import { timesOf, type ToldTimes } from './times.rules.js';

describe('a commitment that checks fulfil', () => {
  it.each<[name: string, acceptsKinds: ProposalKind[], requiresWish: boolean, is: boolean]>([
    ['takes wishes for checks alone', ['speed-check'], false, true],
    ['answers wishes, of other kinds too', ['speed-check', 'idea'], true, true],
    ['is about mopeds, and takes such wishes too', ['speed-check', 'idea'], false, false],
    ['is about lamps', ['dark-place'], true, false],
  ])('%s', (_name, acceptsKinds, requiresWish, is) => {
    expect(promisesChecks({ acceptsKinds, requiresWish })).toBe(is);
  });
});

describe('the week of a day', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 'mon'],
    ['2026-11-26', '2026-11-23', 'thu'],
    ['2026-11-29', '2026-11-23', 'sun'],
    ['2027-01-01', '2026-12-28', 'fri'],
    ['2023-12-31', '2023-12-25', 'sun'],
  ])('%s', (date, monday, weekday) => {
    expect([mondayOf(date), weekdayOf(date)]).toEqual([monday, weekday]);
  });
});

describe('when a check is planned', () => {
  it.each<[name: string, plannedOn: string, fromHour: number, toHour: number, fault: object | null]>([
    ['today', '2026-11-26', 15, 17, null],
    ['to midnight', '2026-12-01', 22, 24, null],
    ['yesterday', '2026-11-25', 15, 17, { field: 'plannedOn', code: 'inThePast' }],
    [
      'an end before the beginning',
      '2026-11-26',
      17,
      15,
      { field: 'toHour', code: 'tooSmall', params: { min: 18 } },
    ],
    ['no time at all', '2026-11-26', 15, 15, { field: 'toHour', code: 'tooSmall', params: { min: 16 } }],
  ])('%s', (_name, plannedOn, fromHour, toHour, fault) => {
    expect(windowFault({ plannedOn, fromHour, toHour }, '2026-11-26')).toEqual(fault);
  });
});

describe('what is left of the promise', () => {
  const period = { from: '2025-01-01', to: '2027-12-31' };
  type Row = [
    name: string,
    target: number,
    done: number,
    today: string,
    left: number,
    months: number,
    perMonth: number | null,
    thisWeek: number,
  ];
  it.each<Row>([
    ['29 kvar, 9 månader: 3,2 i månaden', 70, 41, '2027-04-01', 29, 9, 3.2, 1],
    ['a whole promise', 70, 0, '2025-01-01', 70, 36, 1.9, 1],
    ['much is left, and little time', 70, 20, '2027-12-01', 50, 1, 49.1, 12],
    ['the last day', 70, 67, '2027-12-31', 3, 0, 91.3, 3],
    ['nothing is left', 70, 71, '2027-04-01', 0, 9, 0, 0],
    ['the promise has ended', 70, 41, '2028-01-01', 29, 0, null, 0],
  ])('%s', (_name, target, done, today, left, months, perMonth, thisWeek) => {
    expect(targetLeft({ target, done }, period, today)).toEqual({
      left,
      until: '2027-12-31',
      months,
      perMonth,
      thisWeek,
    });
  });

  it('is one a week where the promise has no end', () => {
    const forever = { from: '2025-01-01', to: null };
    expect(targetLeft({ target: 70, done: 60 }, forever, '2027-04-01')).toEqual({
      left: 10,
      until: null,
      months: null,
      perMonth: null,
      thisWeek: 1,
    });
  });
});

describe('proposed checks', () => {
  const week = { monday: '2026-11-23', now: new Date('2026-11-20T11:00:00Z'), wanted: 1, taken: [] };
  const candidate = (stretchId: string, ...told: ToldTimes[]) => ({ stretchId, times: timesOf(told) });
  const friday = { weekdays: ['fri'], hourBands: ['21-24'] } as const;
  const mornings = { weekdays: [], hourBands: ['07-09'] } as const;
  const inWords = (checks: ReturnType<typeof proposed>) =>
    checks.map(
      (each) => `${each.stretchId} ${each.plannedOn} ${String(each.fromHour)}-${String(each.toHour)}`,
    );

  it('fit the hours that most of those who ask name', () => {
    const given = [candidate('a', friday, friday, mornings)];
    expect(proposed(given, week)).toEqual([
      { stretchId: 'a', plannedOn: '2026-11-27', fromHour: 21, toHour: 23, fits: 2, needed: true },
    ]);
  });

  it('are as many as the target needs, and some to choose from', () => {
    const given = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => candidate(id, friday));
    const needed = proposed(given, { ...week, wanted: 2 }).map((each) => each.needed);
    expect(needed).toEqual([true, true, false, false, false, false]);
  });

  it('come in their order, no two at once', () => {
    const given = ['a', 'b', 'c'].map((id) => candidate(id, { weekdays: ['fri'], hourBands: ['07-09'] }));
    const checks = inWords(proposed(given, week));
    expect(checks[0]).toBe('a 2026-11-27 7-9');
    expect(new Set(checks.map((each) => each.slice(2))).size).toBe(3);
  });

  it('use the days evenly where the hours are equally good', () => {
    const given = ['a', 'b', 'c'].map((id) => candidate(id, mornings));
    expect(inWords(proposed(given, week))).toEqual([
      'a 2026-11-23 7-9',
      'b 2026-11-24 7-9',
      'c 2026-11-25 7-9',
    ]);
  });

  it('leave alone what is planned', () => {
    const taken = [{ plannedOn: '2026-11-27', fromHour: 20, toHour: 22 }];
    expect(inWords(proposed([candidate('a', friday)], { ...week, taken }))).toEqual(['a 2026-11-27 22-24']);
  });

  it.each([
    ['before the hours of today have begun', '2026-11-28T05:59:00Z', 'a 2026-11-28 7-9'],
    ['when they have begun: the day after', '2026-11-28T06:00:00Z', 'a 2026-11-29 7-9'],
    ['on the last day, when they are over: later that day', '2026-11-29T12:30:00Z', 'a 2026-11-29 15-17'],
    ['on the last evening: none', '2026-11-29T21:30:00Z', undefined],
    ['in a week that has passed: none', '2026-11-30T09:00:00Z', undefined],
  ])('%s', (_name, now, check) => {
    const given = proposed([candidate('a', mornings)], { ...week, now: new Date(now) });
    expect(inWords(given)[0]).toBe(check);
  });

  it('follow the others where nobody tells a time, and the afternoon where nobody does at all', () => {
    const untold = { weekdays: [], hourBands: [] };
    expect(inWords(proposed([candidate('a', untold), candidate('b', friday)], week))[0]).toBe(
      'a 2026-11-27 21-23',
    );
    const none = proposed([candidate('a', untold)], week);
    expect([inWords(none), none[0]?.fits]).toEqual([['a 2026-11-23 15-17'], 0]);
  });
});
