import { describe, expect, it } from '@jest/globals';
import { dividerOf, readRows } from './read-rows.js';

it.each([
  ['datum;åtagande;text', ';'],
  ['datum,åtagande,text', ','],
  ['datum\tåtagande\ttext', '\t'],
  ['datum;text, lång', ';'],
])('the columns of %p', (csv, divider) => {
  expect(dividerOf(`${csv}\n1;2;3`)).toBe(divider);
});

describe('rows', () => {
  it('come without the mark of Excel, trimmed, quoted texts whole, of any length', () => {
    expect(readRows('\uFEFFtyp; namn\r\nväg;"Stora; vägen"\r\nväg\r\n')).toEqual([
      ['typ', 'namn'],
      ['väg', 'Stora; vägen'],
      ['väg'],
    ]);
  });
  it('are none when a quote is never closed', () => {
    expect(readRows('typ;namn\nväg;"Stora')).toBeNull();
  });
});
