import { disposedFrom, disposedUpTo } from './quarantine.rules.js';

it.each([
  ['30 days', '2026-11-26T10:00:00.000Z', 30, '2026-12-26T10:00:00.000Z'],
  ['1 day, over a year’s end', '2026-12-31T23:00:00.000Z', 1, '2027-01-01T23:00:00.000Z'],
] as const)('what is held %s is disposed of from that moment on', (_, at, days, from) => {
  expect(disposedFrom(new Date(at), days).toISOString()).toBe(from);
  expect(disposedUpTo(new Date(from), days).toISOString()).toBe(at);
});
