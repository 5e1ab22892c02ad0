import { expect, it } from '@jest/globals';
import { openingDayFault } from './opening-balance.rules.js';

const days = { startsOn: '2025-01-01', endsOn: '2027-12-31', closedFrom: null, firstLoggedOn: null };
const early = { ...days, startsOn: '2025-01-01', endsOn: '2026-06-30' };

it.each([
  ['is no day', '2025-02-30', days, 'notADate'],
  ['is to come', '2026-11-27', days, 'inTheFuture'],
  ['is today', '2026-11-26', days, null],
  ['is before the promise', '2024-12-31', days, 'beforeThePromise'],
  ['is the first of the promise', '2025-01-01', days, null],
  ['is the last of the promise', '2026-06-30', early, null],
  ['is after the promise', '2026-07-01', early, 'afterThePromise'],
  [
    'is when the commitment was closed',
    '2026-03-01',
    { ...days, closedFrom: '2026-03-01' },
    'afterTheCommitment',
  ],
  ['is the last before it was closed', '2026-02-28', { ...days, closedFrom: '2026-03-01' }, null],
  ['holds what is logged', '2026-03-01', { ...days, firstLoggedOn: '2026-03-01' }, 'loggedWithin'],
  [
    'is the last before the first that is logged',
    '2026-02-28',
    { ...days, firstLoggedOn: '2026-03-01' },
    null,
  ],
])('a last day that %s', (_what, asOf, of, code) => {
  expect(openingDayFault(asOf, of, '2026-11-26')?.code ?? null).toBe(code);
});
