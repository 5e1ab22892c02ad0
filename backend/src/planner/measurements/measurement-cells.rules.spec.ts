import { describe, expect, it } from '@jest/globals';
import { stockholmDate } from '../../platform/dates.js';
import {
  hourOfDay,
  momentOf,
  readCount,
  readMoment,
  readNumber,
  weekdayOf,
} from './measurement-cells.rules.js';

describe('when a line happened', () => {
  it.each([
    ['2026-11-03 07:15', '', 7, 900],
    ['2026-11-03T07:15:30', '', 7, 930],
    ['2026-11-03T07:15:30.250+01:00', '', 7, 930],
    ['2026-11-03T07:15:00Z', '', 7, 900],
    ['2026/11/03', '07:15', 7, 900],
    ['20261103', '071530', 7, 930],
    ['03.11.2026', '7.15', 7, 900],
    ['3/11 2026', '07:15', 7, 900],
    ['3/11 2026 07:15', '', 7, 900],
    ['03/11/2026, 07:15:00', '', 7, 900],
    ['2026-11-03', '7:15 pm', 19, 900],
    ['2026/11/03', '7:15 PM', 19, 900],
    ['2026-11-03', '12:05 AM', 0, 300],
    ['2026-11-03', '', 0, 0],
  ])('%p %p', (day, time, hour, seconds) => {
    const read = readMoment(day, time) ?? NaN;
    expect([hourOfDay(read), read % 3600, weekdayOf(read)]).toEqual([hour, seconds, 1]);
    expect(stockholmDate(momentOf(read))).toBe('2026-11-03');
  });

  it.each([
    ['', ''],
    ['i tisdags', '07:15'],
    ['2026-02-30', '07:15'],
    ['2026-11-03', '25:00'],
    ['2026-11-03', '07:61'],
    ['2026-11-03', '13:15 PM'],
    ['2026-11-03', 'morgon'],
    ['11/3/2026', '7:15 PM'],
    ['11/3/2026 7:15:00 AM', ''],
    ['11/13/26', '07:15am'],
    ['1970-01-01', '00:00'],
  ])('%p %p cannot be read', (day, time) => {
    expect(readMoment(day, time)).toBeNull();
  });
});

it.each([
  ['46', 46],
  ['46,3', 46.3],
  ['46.3 km/h', 46.3],
  ['-4', -4],
  ['', null],
  ['fyrtio', null],
  ['4e3', null],
])('a speed %p', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

it.each([
  ['120', 120],
  ['1 200', 1200],
  ['12,0', 12],
  ['12,5', null],
  ['-1', null],
  ['', null],
])('a count %p', (text, value) => {
  expect(readCount(text)).toBe(value);
});
