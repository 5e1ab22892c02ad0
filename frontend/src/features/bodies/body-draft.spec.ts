import { describe, expect, it } from '@jest/globals';
import { areaOf, bodyOf, draftOf } from './body-draft.js';

describe('a body while it is written', () => {
  const written = {
    ...draftOf(null),
    kind: 'other' as const,
    name: ' Vägarna ',
    roads: 'E45\n\n Starrkärrsvägen ',
  };

  it('is sent without blanks, a road from each line', () => {
    expect(bodyOf(written, 3)).toMatchObject({
      name: 'Vägarna',
      email: undefined,
      roads: ['E45', 'Starrkärrsvägen'],
      version: 3,
    });
  });

  it.each([
    ['without a kind', { kind: '' as const }],
    ['without a name', { name: ' ' }],
    ['with an area that is none', { area: 'kring sjön' }],
  ])('is not sent %s', (_name, part) => {
    expect(bodyOf({ ...written, ...part }, undefined)).toBeNull();
  });

  it.each([
    ['nothing', ' ', null],
    ['a geometry', '{"type":"Polygon"}', { type: 'Polygon' }],
    ['a feature', '{"type":"Feature","geometry":{"type":"Polygon"}}', { type: 'Polygon' }],
    ['a number', '7', undefined],
  ])('%s as an area', (_name, text, area) => {
    expect(areaOf(text)).toEqual(area);
  });
});
