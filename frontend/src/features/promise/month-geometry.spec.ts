import { describe, expect, it } from '@jest/globals';
import type { CountProgress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { monthGeometry } from './month-geometry.js';

const progress = (
  series: CountProgress['series'],
  target: number,
  opening: CountProgress['opening'] = null,
) =>
  ({
    type: 'count',
    target,
    done: series.at(-1)?.total ?? 0,
    opening,
    notCounted: [],
    expectedToday: 0,
    neededPerMonth: null,
    pace: 'on-track',
    series,
  }) satisfies CountProgress;
const three = { from: '2025-01-01', to: '2027-12-31' };
const year = { from: '2025-01-01', to: '2025-12-31' };

describe('the diagram of months', () => {
  it('leads the even pace from nothing to the target on the last day', () => {
    const { even, ground, right } = monthGeometry(progress([], 70), three, 400);
    expect(even).toBe(`M30 ${String(ground)}L${String(right)} 14`);
  });
  it('has no even pace for a promise without an end', () => {
    expect(monthGeometry(progress([], 70), { from: '2025-01-01', to: null }, 400).even).toBe('');
  });
  it('draws one bar a month, and the total to the end of each', () => {
    const { bars, total, now, ground } = monthGeometry(
      progress(
        [
          { month: '2025-01', done: 2, total: 2 },
          { month: '2025-02', done: 0, total: 2 },
        ],
        2,
      ),
      year,
      404,
    );
    expect(bars.map(({ key }) => key)).toEqual(['2025-01', '2025-02']);
    expect(total).toBe(`M30 ${String(ground)}L60 14L90 14`);
    expect(now).toEqual({ x: 90, y: 14 });
  });
  it('draws what was done before the platform as one line to its date, and counts from there', () => {
    const series = [
      { month: '2025-01', done: 0, total: 0 },
      { month: '2025-02', done: 0, total: 5 },
      { month: '2025-03', done: 5, total: 10 },
    ];
    const opening = { count: 5, asOf: '2025-02-28', source: 'x' };
    const { before, total, ground } = monthGeometry(progress(series, 10, opening), year, 404);
    const half = (ground + 14) / 2;
    expect(before).toBe(`M30 ${String(ground)}L90 ${String(half)}`);
    expect(total).toBe(`M90 ${String(half)}L120 14`);
  });
  it.each([
    [4, [0, 1, 2, 3, 4]],
    [6, [0, 1, 2, 3, 4, 5, 6]],
    [70, [0, 20, 40, 60]],
    [200, [0, 50, 100, 150, 200]],
  ])('a target of %d has the marks %j', (target, marks) => {
    expect(monthGeometry(progress([], target), three, 400).ticks.map(({ value }) => value)).toEqual(marks);
  });
  it.each([
    [three, [2025, 2026, 2027]],
    [year, [2025]],
    [{ from: '2025-07-01', to: '2026-06-30' }, [2025, 2026]],
  ])('names the years of %j', (span, years) => {
    expect(monthGeometry(progress([], 4), span, 400).years.map((each) => each.year)).toEqual(years);
  });
});
