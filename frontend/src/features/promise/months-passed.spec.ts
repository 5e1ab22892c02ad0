import { expect, test } from '@jest/globals';
import { monthsPassed } from './months-passed.js';

const three = { from: '2025-01-01', to: '2027-12-31' };

test.each([
  ['before it begins', '2024-11-01T12:00:00Z', 0],
  ['the first month is not yet over', '2025-01-31T12:00:00Z', 0],
  ['the new year has come in Sweden, though not in UTC', '2025-12-31T23:30:00Z', 12],
  ['in the middle', '2026-11-22T12:00:00Z', 22],
  ['after the end', '2030-01-01T12:00:00Z', 36],
])('%s', (_name, now, passed) => {
  expect(monthsPassed(three, new Date(now))).toEqual({ passed, months: 36 });
});
