import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfStockholmDay,
  isIsoDate,
  startOfStockholmDay,
  stockholmDate,
  stockholmHour,
} from './dates.js';

describe('the date on a Swedish wall', () => {
  it.each([
    ['winter, just before midnight', '2026-01-15T22:59:59.999Z', '2026-01-15'],
    ['winter, midnight', '2026-01-15T23:00:00Z', '2026-01-16'],
    ['summer, just before midnight', '2026-07-01T21:59:59Z', '2026-07-01'],
    ['summer, midnight', '2026-07-01T22:00:00Z', '2026-07-02'],
    ['the night the clocks go forward', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['the last minute of that short day', '2026-03-29T21:59:00Z', '2026-03-29'],
    ['the night the clocks go back', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['the last minute of that long day', '2026-10-25T22:59:00Z', '2026-10-25'],
    ['New Year', '2026-12-31T23:00:00Z', '2027-01-01'],
  ])('%s: %s is %s', (_, moment, date) => {
    expect(stockholmDate(new Date(moment))).toBe(date);
  });
});

describe('a Swedish day begins and ends', () => {
  it.each([
    ['in winter', '2026-01-15', '2026-01-14T23:00:00.000Z', '2026-01-15T23:00:00.000Z', 24],
    ['in summer', '2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z', 24],
    ['when the clocks go forward', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', 23],
    ['when the clocks go back', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z', 25],
    ['the day after', '2026-10-26', '2026-10-25T23:00:00.000Z', '2026-10-26T23:00:00.000Z', 24],
  ])('%s: %s', (_, date, start, end, hours) => {
    expect(startOfStockholmDay(date).toISOString()).toBe(start);
    expect(endOfStockholmDay(date).toISOString()).toBe(end);
    expect((Date.parse(end) - Date.parse(start)) / 3_600_000).toBe(hours);
    expect(stockholmDate(startOfStockholmDay(date))).toBe(date);
    expect(stockholmDate(new Date(endOfStockholmDay(date).getTime() - 1))).toBe(date);
  });
});

describe('an hour on a Swedish wall is', () => {
  it.each([
    ['winter', '2026-01-15', 7, '2026-01-15T06:00:00.000Z'],
    ['summer', '2026-07-01', 7, '2026-07-01T05:00:00.000Z'],
    ['one o’clock before the clocks go forward', '2026-03-29', 1, '2026-03-29T00:00:00.000Z'],
    ['the hour that is not there, which is three', '2026-03-29', 2, '2026-03-29T01:00:00.000Z'],
    ['three o’clock after the clocks went forward', '2026-03-29', 3, '2026-03-29T01:00:00.000Z'],
    ['the first of the two', '2026-10-25', 2, '2026-10-25T00:00:00.000Z'],
    ['three o’clock after the clocks went back', '2026-10-25', 3, '2026-10-25T02:00:00.000Z'],
  ])('in %s: %s %i', (_, date, hour, moment) => {
    expect(stockholmHour(date, hour).toISOString()).toBe(moment);
  });
});

describe('counting days and months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-22', 2, '2027-01-22'],
    ['2026-11-22', -24, '2024-11-22'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (date, months, result) => {
    expect(addMonths(date, months)).toBe(result);
  });

  it.each([
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days is %s', (date, days, result) => {
    expect(addDays(date, days)).toBe(result);
    expect(daysBetween(date, result)).toBe(days);
  });
});

describe('a calendar date', () => {
  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00:00Z', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isIsoDate(text)).toBe(expected);
  });

  it('is demanded', () => {
    expect(() => addDays('tomorrow', 1)).toThrow('Not a date');
  });
});
