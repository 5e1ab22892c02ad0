import { describe, expect, it } from '@jest/globals';
import { bodyFields, bySuggestion, changedFields, isArea, suggestedBy } from './body.rules.js';

const square = [
  [12, 57],
  [13, 57],
  [13, 58],
  [12, 57],
];

describe('an area', () => {
  it.each<[string, object | null, boolean]>([
    ['none', null, true],
    ['a polygon', { type: 'Polygon', coordinates: [square] }, true],
    ['several', { type: 'MultiPolygon', coordinates: [[square]] }, true],
    ['a point', { type: 'Point', coordinates: [12, 57] }, false],
    ['a ring that does not close', { type: 'Polygon', coordinates: [square.slice(0, 3)] }, false],
    ['something that is no position', { type: 'Polygon', coordinates: [[[1], [2], [3], [1]]] }, false],
    ['nothing in it', { type: 'Polygon', coordinates: [] }, false],
  ])('%s', (_name, area, expected) => {
    expect(isArea(area)).toBe(expected);
  });
});

describe('what says that a body answers for a place', () => {
  it.each([
    ['its road is named', { roads: ['Storgatan'], covers: false }, ' storgatan ', 'road'],
    ['the road goes before the area', { roads: ['Storgatan'], covers: true }, 'Storgatan', 'road'],
    ['its area holds it', { roads: [], covers: true }, null, 'area'],
    ['nothing', { roads: ['Storgatan'], covers: false }, 'Ågatan', null],
  ] as const)('%s', (_name, body, road, expected) => {
    expect(suggestedBy({ roads: [...body.roads], covers: body.covers }, road)).toBe(expected);
  });

  it('suggested ones come first, then the alphabet', () => {
    const names = bySuggestion([
      { name: 'Åkeriet', suggestedBy: null },
      { name: 'Banken', suggestedBy: null },
      { name: 'Området', suggestedBy: 'area' },
      { name: 'Vägen', suggestedBy: 'road' },
    ] as const).map(({ name }) => name);
    expect(names).toEqual(['Vägen', 'Området', 'Banken', 'Åkeriet']);
  });
});

it('a body is kept without blanks, each road once, and the log names what was changed', () => {
  const before = bodyFields({ kind: 'other', name: ' A ', roads: ['Storgatan', 'storgatan'], email: ' ' });
  expect(before).toMatchObject({ name: 'A', email: null, roads: ['storgatan'], active: true });
  expect(changedFields(before, { ...before, name: 'B', lamps: true })).toEqual(['name', 'lamps']);
});
