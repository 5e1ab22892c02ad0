import { describe, expect, it } from '@jest/globals';
import { type Comparable, compareAround, type Occasion, occasionsOf } from './before-after.rules.js';

const check: Occasion = { occasion: 'check', occasionId: 'kontroll', on: '2026-10-15' };
const daily = Array<number>(24).fill(50);
const week = [200, 200, 200, 200, 200, 100, 100];
const measured = (id: string, fromOn: string, toOn: string, more: Partial<Comparable> = {}): Comparable => ({
  id,
  source: 'radar-box',
  direction: 'Mot Nol',
  postedLimit: 50,
  fromOn,
  toOn,
  passages: 1200,
  mean: 52,
  meanFrom: 'passages',
  deviation: 8,
  p85: 60,
  p85From: 'passages',
  byHour: daily,
  byWeekday: week,
  ...more,
});
const before = (more: Partial<Comparable> = {}) => measured('före', '2026-10-01', '2026-10-08', more);
const after = (more: Partial<Comparable> = {}) =>
  measured('efter', '2026-10-20', '2026-10-27', { mean: 49.4, p85: 56, ...more });
const around = (...measurements: Comparable[]) => compareAround([check], measurements);

describe('before and after', () => {
  it('are the last that ended before and the first that began after', () => {
    const found = around(
      measured('långt före', '2026-08-01', '2026-08-08'),
      before(),
      measured('under', '2026-10-12', '2026-10-18'),
      measured('samma dag', '2026-10-15', '2026-10-15'),
      after(),
      measured('långt efter', '2026-11-01', '2026-11-08'),
    );
    expect(found).toEqual([
      {
        ...check,
        before: 'före',
        after: 'efter',
        notCompared: [],
        meanDifference: -2.6,
        meanMargin: 0.6,
        p85Difference: -4,
        cautions: [],
      },
    ]);
  });

  it('differ by what whoever reads the two figures would say', () => {
    const [found] = around(before({ mean: 46.04 }), after({ mean: 44.96 }));
    expect(found?.meanDifference).toBe(-1);
  });

  it.each([
    ['nothing', []],
    ['only before', [before()]],
    ['only after', [after()]],
    ['only across the day', [measured('under', '2026-10-12', '2026-10-18')]],
  ])('are not told where there is %s', (_, measurements) => {
    expect(around(...measurements)).toEqual([]);
  });

  it('are told for each direction by itself', () => {
    const found = around(
      before(),
      before({ id: 'före söder', direction: 'Mot Surte' }),
      after(),
      after({ id: 'efter söder', direction: 'mot  surte ' }),
    );
    expect(found.map((each) => [each.before, each.after])).toEqual([
      ['före', 'efter'],
      ['före söder', 'efter söder'],
    ]);
  });

  it('are a nearer pair that can be compared rather than the nearest of all', () => {
    const found = around(
      before(),
      measured('skylt', '2026-10-09', '2026-10-12', { source: 'speed-display' }),
      after(),
    );
    expect(found.map((each) => [each.before, each.notCompared])).toEqual([['före', []]]);
  });
});

describe('are not compared', () => {
  it.each<[name: string, more: Partial<Comparable>, reasons: string[]]>([
    ['in another direction', { direction: 'Mot Surte' }, ['direction']],
    ['where one measured both ways', { direction: null }, ['direction']],
    ['under another limit', { postedLimit: 40 }, ['limit']],
    ['where the limit of one is unknown', { postedLimit: null }, ['limit']],
    ['by another device', { source: 'tube-count' }, ['source']],
    ['in all three', { direction: null, postedLimit: 40, source: 'other' }, ['direction', 'limit', 'source']],
  ])('%s', (_, more, reasons) => {
    expect(around(before(), after(more))).toEqual([
      {
        ...check,
        before: 'före',
        after: 'efter',
        notCompared: reasons,
        meanDifference: null,
        meanMargin: null,
        p85Difference: null,
        cautions: [],
      },
    ]);
  });
});

describe('what to know before anything is read into a difference', () => {
  const night = daily.map((_, hour) => (hour < 5 ? 240 : 0));
  it.each<[name: string, one: Partial<Comparable>, other: Partial<Comparable>, cautions: string[]]>([
    ['nothing', {}, {}, []],
    ['chance reaches farther', { mean: 49.8 }, {}, ['within-chance']],
    ['few passages', { passages: 40 }, {}, ['few']],
    ['few, and chance reaches farther', { passages: 20 }, { passages: 20 }, ['within-chance', 'few']],
    ['chance cannot be counted', { deviation: null }, {}, ['chance-unknown']],
    ['a mean from bands', { meanFrom: 'bands' }, {}, ['approximate']],
    ['a percentile from bands', {}, { p85From: 'bands' }, ['approximate']],
    ['no percentile', {}, { p85: null, p85From: 'unknown' }, ['percentile-unknown']],
    ['other hours', { byHour: night }, {}, ['other-hours']],
    ['weekends against weekdays', { byWeekday: [0, 0, 0, 0, 0, 600, 600] }, {}, ['other-weekdays']],
    ['times that one does not tell', { byHour: null, byWeekday: null }, {}, []],
    ['more than half a year between', { fromOn: '2026-01-01', toOn: '2026-01-08' }, {}, ['far-apart']],
  ])('%s', (_, one, other, cautions) => {
    expect(around(before(one), after(other))[0]?.cautions).toEqual(cautions);
  });

  it.each<[name: string, on: string, cautions: string[]]>([
    ['something else that was done between them', '2026-10-12', ['more-between']],
    ['what was done before both', '2026-09-12', []],
    ['what was done while one of them lasted', '2026-10-22', []],
  ])('%s', (_, on, cautions) => {
    const other: Occasion = { occasion: 'speed-display', occasionId: 'skylt', on };
    const found = compareAround([check, other], [before(), after()]);
    expect(found.find(({ occasionId }) => occasionId === 'kontroll')?.cautions).toEqual(cautions);
  });

  it('a margin is never said to be nothing', () => {
    expect(around(before({ deviation: 0 }), after({ deviation: 0 }))[0]?.meanMargin).toBe(0.1);
  });
});

it('what was done are checks and what was done instead of one; a measurement changes nothing', () => {
  const alternative = (id: string, more: object) =>
    ({ id, kind: 'speed-display', state: 'done', endedOn: '2026-10-20', ...more }) as const;
  const found = occasionsOf(
    [
      { id: 'k1', occurredOn: '2026-09-01' },
      { id: 'k2', occurredOn: '2026-10-25' },
    ],
    [
      alternative('skylt', {}),
      alternative('mätning', { kind: 'municipal-measurement' }),
      alternative('väntar', { state: 'arranged', endedOn: null }),
      alternative('blev inte av', { state: 'not-done' }),
      alternative('väghållaren', { kind: 'referral', endedOn: '2026-10-01' }),
    ],
  );
  expect(found.map(({ occasion, occasionId }) => [occasion, occasionId])).toEqual([
    ['check', 'k2'],
    ['speed-display', 'skylt'],
    ['referral', 'väghållaren'],
    ['check', 'k1'],
  ]);
});
