import { describe, expect, it } from '@jest/globals';
import type { Position } from '@lofteskartan/shared/position';
import {
  cornersOf,
  crossesItself,
  directionOf,
  MOST_CORNERS,
  outlineOfCorners,
  squareMetres,
} from './corners.js';

const square: Position[] = [
  [12, 57],
  [12.001, 57],
  [12.001, 57.001],
  [12, 57.001],
];
const many = Array.from({ length: MOST_CORNERS + 1 }, (_, n): Position => [
  12 + Math.cos(n) / 1000,
  57 + Math.sin(n) / 1000,
]);

describe('the corners of an outline', () => {
  it('are there and back again', () => {
    expect(cornersOf(outlineOfCorners(square))).toEqual(square);
    expect(outlineOfCorners(square).coordinates[0]).toHaveLength(5);
  });

  it.each([
    ['no outline', null, []],
    ['several parts', { type: 'MultiPolygon', coordinates: [[square]] }, null],
    ['a hole', { type: 'Polygon', coordinates: [square, square] }, null],
    ['a survey', outlineOfCorners(many), null],
    ['a point', { type: 'Point', coordinates: [12, 57] }, null],
    ['something else', { type: 'Polygon', coordinates: [['a']] }, null],
    ['nothing in it', {}, null],
  ])('%s', (_name, outline, corners) => {
    expect(cornersOf(outline)).toEqual(corners);
  });
});

describe('what is drawn', () => {
  it.each<[name: string, order: number[], crosses: boolean]>([
    ['a square', [0, 1, 2, 3], false],
    ['a square the other way round', [3, 2, 1, 0], false],
    ['a bow tie', [0, 2, 1, 3], true],
    ['a triangle', [0, 1, 2], false],
    ['two corners in one', [0, 1, 1, 2], true],
    ['a corner that is come back to', [0, 1, 2, 0, 3], true],
    ['nothing', [], false],
  ])('%s', (_name, order, crosses) => {
    expect(crossesItself(order.flatMap((at) => (square[at] ? [square[at]] : [])))).toBe(crosses);
  });

  it('crosses itself where a corner lies on another side', () => {
    const on: Position = [12.0005, 57];
    expect(crossesItself([...square.slice(0, 3), on])).toBe(true);
  });

  it('has an area', () => {
    expect(Math.round(squareMetres(square) / 100)).toBe(Math.round((111.32 * 60.63) / 100));
    expect(squareMetres([...square].reverse()) / squareMetres(square)).toBeCloseTo(1, 3);
    expect(squareMetres([])).toBe(0);
  });

  it.each([
    ['n', [12, 57.01]],
    ['ne', [12.01, 57.0055]],
    ['e', [12.01, 57]],
    ['s', [12, 56.9]],
    ['w', [11.9, 57]],
    ['nw', [11.99, 57.0055]],
  ] as [string, Position][])('lies %s of it', (direction, to) => {
    expect(directionOf([12, 57], to)).toBe(direction);
  });
});
