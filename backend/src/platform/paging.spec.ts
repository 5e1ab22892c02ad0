import { pageOf, readCursor, writeCursor } from './paging.js';
import type { CursorPart } from './paging.js';
import { Refused } from './problem/refused.js';

const id = '0b9f6c1e-7f1c-4f7e-9a52-2f9a3d9f5a01';

describe('a cursor', () => {
  const roundTrips: [string, CursorPart[], (string | number)[]][] = [
    [
      'a moment as PostgreSQL prints it, and an id',
      ['moment', 'uuid'],
      ['2026-11-22 18:56:01.123456+00', id],
    ],
    ['a moment as JSON prints it', ['moment', 'uuid'], ['2026-11-22T18:56:01.123Z', id]],
    ['a date', ['date', 'uuid'], ['2026-11-22', id]],
    ['a number, a text', ['integer', 'text'], [12, 'Älvängen']],
  ];
  it.each(roundTrips)('gives back %s', (_what, parts, key) => {
    expect(readCursor(writeCursor(key), parts)).toEqual(key);
  });

  it('is nothing when there is none', () => {
    expect(readCursor(undefined, ['uuid'])).toBeNull();
  });

  const forged: [string, CursorPart[], string][] = [
    ['what is no JSON', ['uuid'], 'hej'],
    ['another shape', ['uuid'], writeCursor([id, id])],
    ['an object', ['uuid'], Buffer.from('{"length":1}').toString('base64url')],
    ['an id that is none', ['uuid'], writeCursor(["x' OR 1=1"])],
    ['a day that the month lacks', ['moment'], writeCursor(['2026-02-30 00:00:00+00'])],
    ['a year that PostgreSQL lacks', ['moment'], writeCursor(['0000-01-01 00:00:00+00'])],
    ['a date that is none', ['date'], writeCursor(['2026-02-30'])],
    ['a number with decimals', ['integer'], writeCursor([1.5])],
    ['NUL in a text', ['text'], writeCursor(['a\0b'])],
    ['an empty cursor', ['text'], ''],
  ];
  it.each(forged)('refuses %s', (_what, parts, cursor) => {
    expect(() => readCursor(cursor, parts)).toThrow(Refused);
  });
});

describe('a page', () => {
  it('of all there is has no cursor', () => {
    expect(pageOf([1, 2], 2, (row) => [row])).toEqual({ rows: [1, 2], nextCursor: null });
  });
  it('of less goes on after its last item', () => {
    expect(pageOf([1, 2, 3], 2, (row) => [row])).toEqual({ rows: [1, 2], nextCursor: writeCursor([2]) });
  });
  it('of nothing is empty', () => {
    expect(pageOf([], undefined, () => [])).toEqual({ rows: [], nextCursor: null });
  });
});
