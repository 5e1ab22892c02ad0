import { comparisonOf, faultOf, lengthOf, monthsOf, yearBefore } from './period.rules.js';

const today = '2026-11-20';

describe('days that cannot be shown', () => {
  it.each<[name: string, from: string, to: string, fault: string | null]>([
    ['a quarter', '2026-07-01', '2026-09-30', null],
    ['today alone', today, today, null],
    ['a period that has not ended', '2026-10-01', '2026-12-31', null],
    ['three years, one of them a leap year', '2024-01-01', '2026-12-31', null],
    ['no date', 'i går', '2026-09-30', 'from notADate'],
    ['a day that is not there', '2026-02-01', '2026-02-30', 'to notADate'],
    ['the wrong way round', '2026-09-30', '2026-07-01', 'to notAfter'],
    ['tomorrow', '2026-11-21', '2026-12-31', 'from inTheFuture'],
    ['more than three years', '2023-01-01', '2026-09-30', 'to tooManyDays'],
  ])('%s', (_name, from, to, fault) => {
    const found = faultOf({ from, to }, today);
    expect(found && `${found.field} ${found.code}`).toBe(fault);
  });
});

describe('the year before', () => {
  const quarter = { from: '2026-07-01', until: '2026-09-30' };

  it.each<[name: string, days: typeof quarter, heardSince: string | null, comparison: string]>([
    ['there all the time', quarter, '2024-01-01', 'compared'],
    ['since its first day', quarter, '2025-07-01', 'compared'],
    ['begun in the middle of it', quarter, '2025-08-15', 'partly'],
    ['begun on its last day', quarter, '2025-09-30', 'partly'],
    ['not begun', quarter, '2025-10-01', 'not-begun'],
    ['nobody was ever heard', quarter, null, 'not-begun'],
    ['a whole year', { from: '2025-11-21', until: today }, '2024-01-01', 'compared'],
    ['more than a year, which lies in both', { from: '2025-11-20', until: today }, '2020-01-01', 'too-long'],
  ])('%s', (_name, days, heardSince, comparison) => {
    expect(comparisonOf(days, heardSince)).toBe(comparison);
  });

  it('has the same days', () => {
    expect(yearBefore(quarter)).toEqual({ from: '2025-07-01', until: '2025-09-30' });
    expect(lengthOf(yearBefore(quarter))).toBe(lengthOf(quarter));
    expect(yearBefore({ from: '2024-02-29', until: '2024-02-29' })).toEqual({
      from: '2023-02-28',
      until: '2023-02-28',
    });
  });
});

describe('the months of a period', () => {
  it.each<[from: string, until: string, months: string[]]>([
    ['2026-07-01', '2026-09-30', ['2026-07', '2026-08', '2026-09']],
    ['2026-11-20', '2026-11-20', ['2026-11']],
    ['2025-12-31', '2026-01-01', ['2025-12', '2026-01']],
  ])('%s to %s', (from, until, months) => {
    expect(monthsOf({ from, until })).toEqual(months);
  });
});
