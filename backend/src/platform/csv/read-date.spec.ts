import { describe, expect, it } from '@jest/globals';
import { readDate } from './read-date.js';

describe('a date', () => {
  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026/11/03', '2026-11-03'],
    ['20261103', '2026-11-03'],
    ['3.11.2026', '2026-11-03'],
    ['03/11 2026', '2026-11-03'],
    [' 3-11-2026 ', '2026-11-03'],
  ])('%s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });
  it.each(['', '31.2.2026', '11/3', 'i tisdags', '2026-13-01', '03.11.26', '2026-11/03'])(
    '%p is none',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );
});
