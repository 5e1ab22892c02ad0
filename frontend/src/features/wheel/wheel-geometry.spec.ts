import { describe, expect, test } from '@jest/globals';
import { countStates, markPoints, MARKS_IN_A_MONTH, monthPath, namePoint } from './wheel-geometry.js';

const fromMiddle = ({ x, y }: { x: number; y: number }) => Math.hypot(x - 200, y - 200);

describe('the wheel', () => {
  test('begins with January at the top and goes with the clock', () => {
    expect(namePoint(1).x).toBeGreaterThan(200);
    expect(namePoint(1).y).toBeLessThan(200);
    expect(namePoint(6).y).toBeGreaterThan(200);
    expect(namePoint(12).x).toBeLessThan(200);
    expect(monthPath(1)).toMatch(/^M201\.\d+ 4\./);
  });

  test.each([0, 1, 3, 4, 8, 20])(
    'a month with %i has its marks inside the ring, apart from each other',
    (count) => {
      const points = markPoints(5, count);
      expect(points.length).toBe(Math.min(count, MARKS_IN_A_MONTH));
      for (const point of points) {
        expect(fromMiddle(point)).toBeGreaterThan(96 + 8);
        expect(fromMiddle(point)).toBeLessThan(177 - 8);
      }
      for (const [index, a] of points.entries())
        for (const b of points.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(17);
    },
  );

  test('one mark stands in the middle of its month', () => {
    expect(markPoints(6, 1)).toEqual([{ x: 234.68, y: 329.43 }]);
  });

  test('states are counted', () => {
    expect(countStates([{ state: 'done' }, { state: 'overdue' }, { state: 'done' }])).toEqual({
      overdue: 1,
      due: 0,
      coming: 0,
      done: 2,
    });
  });
});
