import { describe, expect, test } from '@jest/globals';
import {
  BAND_FROM,
  lampStates,
  layoutPath,
  layoutRow,
  type LampCounts,
} from '@lofteskartan/shared/lamp-layout';

const shorthand = (counts: LampCounts) =>
  lampStates(counts)
    .map((state) => ({ opening: 'o', lit: 'l', awaiting: 'a', off: '.' })[state])
    .join('');

describe('which lamps are lit', () => {
  test.each<[string, LampCounts, string]>([
    ['nothing done', { target: 4, done: 0 }, '....'],
    ['some done', { target: 4, done: 3 }, 'lll.'],
    [
      'the opening balance comes first and is part of what is done',
      { target: 6, done: 4, opening: 1 },
      'olll..',
    ],
    ['what waits for release comes after what is public', { target: 6, done: 3, awaiting: 2 }, 'lllaa.'],
    ['more than promised', { target: 2, done: 3 }, 'lll'],
    ['more than promised once released', { target: 3, done: 2, awaiting: 2 }, 'llaa'],
    [
      'an opening balance larger than what is done never lights more',
      { target: 4, done: 2, opening: 3 },
      'oo..',
    ],
    ['nothing promised, nothing drawn', { target: 0, done: 0 }, ''],
    ['halves and negative figures do not break the drawing', { target: 3, done: -1, awaiting: 1.5 }, 'a..'],
  ])('%s', (_name, counts, expected) => {
    expect(shorthand(counts)).toBe(expected);
  });
});

const PHONE = { width: 312, height: 200, mostUnit: 64, leastUnit: 13 };
const DESKTOP = { width: 1000, height: 270, mostUnit: 64, leastUnit: 13 };

describe('the path', () => {
  test.each([1, 2, 4, 6, 12, 24, 70, 100, 120, 121, 200, 400])(
    '%d lamps stand inside the drawing, none on another',
    (count) => {
      for (const room of [PHONE, DESKTOP, { ...PHONE, width: 200 }]) {
        const layout = layoutPath({ ...room, count, leastUnit: count >= BAND_FROM ? 9 : 13 });
        expect(layout.feet).toHaveLength(count);
        for (const { x, y } of layout.feet) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(room.width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThanOrEqual(layout.height);
        }
        const gaps = layout.feet.slice(1).map((foot, index) => {
          const before = layout.feet[index] ?? foot;
          return Math.hypot(foot.x - before.x, foot.y - before.y);
        });
        expect(Math.min(...gaps, Infinity)).toBeGreaterThanOrEqual(layout.unit * 0.99);
      }
    },
  );

  test.each([
    ['four lamps stand on one row', 4, PHONE, 1],
    ['twenty-four stand on one row where there is room', 24, DESKTOP, 1],
    ['seventy wind on a phone', 70, PHONE, 5],
    ['seventy wind less on a wide page', 70, DESKTOP, 3],
  ])('%s', (_name, count, room, rows) => {
    expect(layoutPath({ ...room, count }).rows).toBe(rows);
  });

  test('the path turns at the end of a row and comes back', () => {
    const { feet, rows } = layoutPath({ ...PHONE, count: 70 });
    const columns = 70 / rows;
    const [last, next] = [feet[columns - 1], feet[columns]];
    expect(next?.x).toBeCloseTo(last?.x ?? 0, 5);
    expect((next?.y ?? 0) - (last?.y ?? 0)).toBeGreaterThan(0);
  });

  test('the lit part ends between the last lit lamp and the next', () => {
    const layout = layoutPath({ ...PHONE, count: 70 });
    const [foot, next, place] = [layout.feet[42], layout.feet[43], layout.after(43)];
    expect(place.x).toBeGreaterThanOrEqual(Math.min(foot?.x ?? 0, next?.x ?? 0));
    expect(place.x).toBeLessThanOrEqual(Math.max(foot?.x ?? 0, next?.x ?? 0));
    expect(layout.roadUntil(0)).toBe('');
    expect(layout.roadUntil(43).length).toBeLessThan(layout.road.length);
    expect(layout.roadUntil(999)).toBe(layout.roadUntil(70));
  });

  test.each([
    [120, 'lamps'],
    [121, 'band'],
  ])('%d are drawn as %s', (count, style) => {
    expect(layoutPath({ ...DESKTOP, count }).style).toBe(style);
  });
});

describe('the row', () => {
  test.each([
    [4, 300, 'lamps'],
    [24, 320, 'lamps'],
    [70, 320, 'lights'],
    [200, 320, 'line'],
  ])('%d in %d px are drawn as %s', (count, width, style) => {
    const layout = layoutRow(count, width);
    expect(layout.style).toBe(style);
    expect(Math.max(0, ...layout.lights)).toBeLessThanOrEqual(width);
  });
});
