import { describe, expect, test } from '@jest/globals';
import type { Weekday } from '@lofteskartan/shared/vocabulary';
import { weekdayRuns } from './weekday-runs.js';

describe('weekdays as people say them', () => {
  test.each<[string, Weekday[], string]>([
    ['none', [], ''],
    ['one', ['wed'], 'wed'],
    ['two in a row stay two', ['sat', 'sun'], 'sat sun'],
    ['a working week', ['mon', 'tue', 'wed', 'thu', 'fri'], 'mon-fri'],
    ['in any order', ['fri', 'thu', 'wed'], 'wed-fri'],
    ['a run and a day', ['mon', 'tue', 'wed', 'sat'], 'mon-wed sat'],
    ['all', ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], 'mon-sun'],
  ])('%s', (_name, days, expected) => {
    const said = weekdayRuns(days).map(({ from, to }) => (from === to ? from : `${from}-${to}`));
    expect(said.join(' ')).toBe(expected);
  });
});
