import { type GivenPeriod, periodOf } from './promise-period.rules.js';

describe('the period of a promise', () => {
  const rows: [string, GivenPeriod, object | null][] = [
    [
      'three years that began last year',
      { startsYearsAgo: 1, years: 3 },
      { from: '2025-01-01', to: '2027-12-31' },
    ],
    ['this year', { startsYearsAgo: 0, years: 1 }, { from: '2026-01-01', to: '2026-12-31' }],
    ['days', { from: '2024-07-01', to: '2025-06-30' }, { from: '2024-07-01', to: '2025-06-30' }],
    ['until further notice', { from: '2024-07-01' }, { from: '2024-07-01', to: null }],
    ['an end before the beginning', { from: '2024-07-01', to: '2024-06-30' }, null],
    ['a day that the calendar lacks', { from: '2025-02-29' }, null],
    ['years without a number', { startsYearsAgo: 1 }, null],
  ];
  it.each(rows)('%s', (_name, given, period) => {
    expect(periodOf(given, '2026-11-22')).toEqual(period);
  });
});
