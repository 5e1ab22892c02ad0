import { describe, expect, it } from '@jest/globals';
import type { CountProgress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { monthGeometry } from './month-geometry.js';

const progress = (series: CountProgress['series'], target: number): CountProgress => ({
  type: 'count',
  target,
  done: series.at(-1)?.total ?? 0,
  opening: null,
  notCounted: [],
  expectedToday: 0,
  neededPerMonth: null,
  pace: 'on-track',
  series,
});

describe('the diagram of months', () => {
  it('ends the even pace at the target and the right edge', () => {
    const { even, width } = monthGeometry(progress([], 70), '2025-01-01', '2027-12-31');
    expect(even).toBe(`M30 226L${String(width)} 12`);
  });
  it('draws one bar a month and begins the total at the opening balance', () => {
    const { bars, total } = monthGeometry(
      progress(
        [
          { month: '2025-01', done: 2, total: 7 },
          { month: '2025-02', done: 0, total: 7 },
        ],
        10,
      ),
      '2025-01-01',
      '2025-12-31',
    );
    expect(bars).toHaveLength(2);
    expect(total.startsWith('M30 119')).toBe(true);
  });
  it.each([
    [4, [0, 1, 2, 3, 4]],
    [6, [0, 1, 2, 3, 4, 5, 6]],
    [70, [0, 20, 40, 60]],
    [200, [0, 50, 100, 150, 200]],
  ])('a target of %d has the marks %j', (target, marks) => {
    const { ticks } = monthGeometry(progress([], target), '2025-01-01', '2027-12-31');
    expect(ticks.map(({ value }) => value)).toEqual(marks);
  });
});
