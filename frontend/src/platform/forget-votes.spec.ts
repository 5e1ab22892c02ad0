import { expect, test } from '@jest/globals';
import { isPast } from './forget-votes.js';

const now = Date.parse('2026-11-26T20:00:00Z');
const hours = (count: number): number => now - count * 3_600_000;

test.each([
  ['of this evening stay', JSON.stringify({ voter: 'a', votes: {}, at: hours(2) }), false],
  ['of yesterday’s dialogue go', JSON.stringify({ voter: 'a', votes: {}, at: hours(25) }), true],
  ['that do not say when go', JSON.stringify({ voter: 'a', votes: {} }), true],
  ['of a clock that was wrong go', JSON.stringify({ voter: 'a', votes: {}, at: hours(-3) }), true],
  ['that nobody can read go', '{"voter', true],
])('votes %s', (_, kept, past) => {
  expect(isPast(kept, now)).toBe(past);
});
