import { describe, expect, it } from '@jest/globals';
import { outlineOf, placeDraft, placeOf, readPosition } from './place-draft.js';

describe('a position as it is typed', () => {
  it.each([
    ['11,97 57,87', [11.97, 57.87]],
    ['11.97, 57.87', [11.97, 57.87]],
    ['11,97; 57,87', [11.97, 57.87]],
    ['200 57', null],
    ['Nödinge', null],
    ['', null],
  ])('%s', (text, position) => {
    expect(readPosition(text)).toEqual(position);
  });
});

describe('a place as it is written', () => {
  const draft = { ...placeDraft(null), name: ' Tunneln ', position: '12 57.9' };
  it.each([
    ['no name', { name: ' ' }],
    ['no position', { position: '' }],
    ['an outline that is no JSON', { outline: '{' }],
  ])('is no message with %s', (_, part) => {
    expect(placeOf({ ...draft, ...part })).toBeNull();
  });

  it('leaves out blanks, and takes each lamp of its line', () => {
    expect(placeOf({ ...draft, lamps: 'A1\n\n B2 ' })).toMatchObject({
      name: 'Tunneln',
      position: [12, 57.9],
      lampNumbers: ['A1', 'B2'],
      description: null,
      bodyId: null,
    });
  });

  it.each([
    ['', null],
    ['{"type":"Polygon"}', { type: 'Polygon' }],
    ['7', undefined],
  ])('reads the outline %s', (text, outline) => {
    expect(outlineOf(text)).toEqual(outline);
  });
});
