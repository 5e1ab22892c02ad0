import { describe, expect, it } from '@jest/globals';
import { busiest, daysAfter, levelOf, twoHours, weekNumber } from './times.rules.js';

const nothing = (): number[][] => Array.from({ length: 7 }, () => Array<number>(24).fill(0));
const with_ = (...seen: [day: number, hour: number, count: number][]): number[][] => {
  const counts = nothing();
  for (const [day, hour, count] of seen) counts[day]?.splice(hour, 1, count);
  return counts;
};

describe('the hours of a week', () => {
  it('know the one that most name, the first of equals', () => {
    expect(busiest(nothing())).toBeNull();
    expect(busiest(with_([4, 15, 3], [5, 20, 3], [0, 7, 1]))).toEqual({ day: 4, hour: 15, count: 3 });
  });

  it.each([
    [0, 9, 0],
    [1, 9, 1],
    [4, 9, 2],
    [9, 9, 3],
    [1, 1, 3],
  ])('%i of %i is drawn as %i', (count, most, level) => {
    expect(levelOf(count, most)).toBe(level);
  });

  it('stand two by two in the table, without those that nobody names', () => {
    expect(twoHours(with_([0, 7, 2], [6, 6, 1]))).toEqual([{ from: 6, counts: [2, 0, 0, 0, 0, 0, 1] }]);
  });

  it.each([
    ['2026-11-23', 48],
    ['2026-12-28', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('the week of %s is number %i', (monday, week) => {
    expect(weekNumber(monday)).toBe(week);
  });

  it('count days over months', () => {
    expect([daysAfter('2026-11-30', 1), daysAfter('2026-03-01', -1)]).toEqual(['2026-12-01', '2026-02-28']);
  });
});
