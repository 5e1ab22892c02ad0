import { describe, expect, test } from '@jest/globals';
import type { Box, Position } from '@lofteskartan/shared/position';
import { boxAround, boxHolds, covers, grown, holds, metresBetween, metresToLine } from './geometry.js';

const NODINGE: Position = [12.049, 57.895];
const NOL: Position = [12.066, 57.917];
const ROAD: Position[] = [
  [12.04, 57.89],
  [12.06, 57.89],
];

describe('distances', () => {
  test('Nödinge to Nol is about 2.6 km', () => {
    expect(metresBetween(NODINGE, NOL)).toBeGreaterThan(2550);
    expect(metresBetween(NODINGE, NOL)).toBeLessThan(2700);
  });

  test.each<[string, Position, Position[], number]>([
    ['beside the middle of a road', [12.05, 57.8909], ROAD, 100],
    ['beyond its end', [12.06, 57.8909], ROAD, 100],
    ['on it', [12.0512, 57.89], ROAD, 0],
    ['a line of one point', [12.05, 57.8909], [[12.05, 57.89]], 100],
    [
      'a line of two equal points',
      [12.05, 57.8909],
      [
        [12.05, 57.89],
        [12.05, 57.89],
      ],
      100,
    ],
  ])('%s', (_case, position, line, metres) => {
    expect(Math.abs(metresToLine(position, line) - metres)).toBeLessThan(2);
  });

  test('a line without points is endlessly far', () => {
    expect(metresToLine(NOL, [])).toBe(Infinity);
  });
});

describe('an outline', () => {
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [12, 57],
        [13, 57],
        [13, 58],
        [12, 58],
        [12, 57],
      ],
      [
        [12.4, 57.4],
        [12.6, 57.4],
        [12.6, 57.6],
        [12.4, 57.6],
        [12.4, 57.4],
      ],
    ],
  };
  test.each<[string, unknown, Position, number, boolean]>([
    ['holds what is inside', square, [12.1, 57.1], 0, true],
    ['does not hold its hole', square, [12.5, 57.5], 0, false],
    ['does not hold what is outside', square, [11.99, 57.5], 0, false],
    ['holds what is just outside, within the tolerance', square, [11.996, 57.5], 300, true],
    ['does not hold what is farther outside', square, [11.99, 57.5], 300, false],
    ['as a feature', { type: 'Feature', geometry: square }, [12.1, 57.1], 0, true],
    ['of several parts', { type: 'MultiPolygon', coordinates: [square.coordinates] }, [12.1, 57.1], 0, true],
    ['that is none judges nothing', {}, [0, 0], 0, true],
  ])('%s', (_case, outline, position, tolerance, held) => {
    expect(holds(outline, position, tolerance)).toBe(held);
  });
});

describe('boxes', () => {
  const box: Box = [12, 57, 13, 58];
  test.each<[string, boolean, boolean]>([
    ['a box covers itself', covers(box, box), true],
    ['a box covers a smaller one', covers(box, [12.2, 57.2, 12.8, 57.8]), true],
    ['a box does not cover one that sticks out', covers(box, [12.2, 57.2, 13.1, 57.8]), false],
    ['the west edge is inside', boxHolds(box, [12, 57.5]), true],
    ['the east edge is not', boxHolds(box, [13, 57.5]), false],
    ['the north edge is not', boxHolds(box, [12.5, 58]), false],
  ])('%s', (_case, is, should) => {
    expect(is).toBe(should);
  });

  test('grows on each side, within the world', () => {
    expect(grown(box, 0.5)).toEqual([11.5, 56.5, 13.5, 58.5]);
    expect(grown([-180, -90, 180, 90], 1)).toEqual([-180, -90, 180, 90]);
  });

  test('around positions', () => {
    expect(boxAround([NOL, NODINGE])).toEqual([12.049, 57.895, 12.066, 57.917]);
    expect(boxAround([])).toBeNull();
  });
});
