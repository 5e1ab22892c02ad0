import { describe, expect, it } from '@jest/globals';
import { boxAround, boxOf, readPosition } from './shape-box.js';

describe('a position that is typed', () => {
  const cases: [text: string, position: [number, number] | null][] = [
    ['11.97, 57.87', [11.97, 57.87]],
    ['11,97 57,87', [11.97, 57.87]],
    ['11,97; 57,87', [11.97, 57.87]],
    [' 12 58 ', [12, 58]],
    ['11.97', null],
    ['Kungälv', null],
    ['319000, 6414000', null],
  ];
  it.each(cases)('%s', (text, position) => {
    expect(readPosition(text)).toEqual(position);
  });
});

it('a box holds every position of a shape', () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [12, 58],
      [11, 57.5],
    ],
  };
  expect(boxOf({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: line }] })).toEqual([
    11, 57.5, 12, 58,
  ]);
  expect(boxOf({ type: 'FeatureCollection', features: [] })).toBeNull();
});

it('a box around a position is as high as it is wide, in kilometres', () => {
  const [west, south, east, north] = boxAround([12, 58], 10);
  expect(north - south).toBeCloseTo(0.18, 2);
  expect(east - west).toBeCloseTo(0.34, 2);
});
