import { describe, expect, it } from '@jest/globals';
import { firstPeriod, isPossible, kindOf, ordinalOf, periodAt, readPeriod, stepped } from './period.rules.js';

const today = '2026-11-26';

describe('the period of a page', () => {
  it.each([
    ['quarter', '2026-11-26', 0, '2026-10-01', '2026-12-31'],
    ['quarter', '2026-02-10', -1, '2025-10-01', '2025-12-31'],
    ['half-year', '2026-06-30', 0, '2026-01-01', '2026-06-30'],
    ['half-year', '2026-11-26', 1, '2027-01-01', '2027-06-30'],
    ['year', '2024-02-29', 0, '2024-01-01', '2024-12-31'],
  ] as const)('a %s that holds %s, and %p after', (kind, day, after, from, to) => {
    expect(periodAt(kind, day, after)).toEqual({ from, to });
  });

  it.each([
    ['2026-10-01', '2026-12-31', 'quarter'],
    ['2026-07-01', '2026-12-31', 'half-year'],
    ['2026-01-01', '2026-12-31', 'year'],
    ['2026-10-01', '2026-12-30', 'own'],
  ])('%s to %s is %s', (from, to, kind) => {
    expect(kindOf({ from, to })).toBe(kind);
  });

  it.each([
    [today, '2026-10-01'],
    ['2026-10-31', '2026-10-01'],
    ['2026-10-20', '2026-07-01'],
    ['2027-01-03', '2026-10-01'],
  ])('opens on %s with the quarter from %s', (day, from) => {
    expect(firstPeriod(day).from).toBe(from);
  });

  it.each<[name: string, query: string, from: string]>([
    ['nothing', '', '2026-10-01'],
    ['days', 'from=2026-03-01&to=2026-03-31', '2026-03-01'],
    ['the wrong way round', 'from=2026-03-31&to=2026-03-01', '2026-10-01'],
    ['a day that is not there', 'from=2026-02-30&to=2026-03-31', '2026-10-01'],
    ['what is to come', 'from=2026-12-01&to=2026-12-31', '2026-10-01'],
    ['too long', 'from=2020-01-01&to=2026-03-31', '2026-10-01'],
  ])('reads %s', (_name, query, from) => {
    expect(readPeriod(new URLSearchParams(query), today).from).toBe(from);
  });

  it('steps until now, and not through own days', () => {
    const quarter = periodAt('quarter', today);
    expect(stepped(quarter, -1, today)).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(stepped(quarter, 1, today)).toBeNull();
    expect(stepped({ from: '2026-10-02', to: '2026-10-09' }, -1, today)).toBeNull();
    expect(ordinalOf('quarter', quarter)).toBe(4);
    expect(ordinalOf('half-year', quarter)).toBe(2);
  });

  it('three years are possible, and no more', () => {
    expect(isPossible({ from: '2024-01-01', to: '2026-12-31' }, today)).toBe(true);
    expect(isPossible({ from: '2023-12-31', to: '2026-12-31' }, today)).toBe(false);
  });
});
