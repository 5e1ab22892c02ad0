import type { AlternativeState, StretchAlternative } from '@lofteskartan/shared/planner';
import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { mayTellOfMeasurement, stepsAfter, stepsTo } from './alternative.rules.js';

describe('what a wish goes through', () => {
  it.each<[kind: StretchAlternative, from: ProposalStatus, steps: string[]]>([
    ['municipal-measurement', 'received', ['answered']],
    ['municipal-measurement', 'committed', ['answered']],
    ['speed-display', 'under-review', ['answered']],
    ['referral', 'received', ['referred']],
    ['referral', 'awaiting-reply', ['referred']],
    ['referral', 'committed', ['under-review', 'referred']],
    ['referral', 'planned', ['under-review', 'referred']],
  ])('to be told of a %s from %s', (kind, from, steps) => {
    expect(stepsTo(kind, from)).toEqual(steps);
  });

  it.each<[from: ProposalStatus, steps: string[] | null]>([
    ['answered', ['under-review', 'answered']],
    ['referred', ['answered']],
    ['under-review', null],
    ['done', null],
    ['withdrawn', null],
  ])('to be told how it went from %s', (from, steps) => {
    expect(stepsAfter(from)).toEqual(steps);
  });
});

it.each<[kind: StretchAlternative, state: AlternativeState, may: boolean]>([
  ['municipal-measurement', 'done', true],
  ['municipal-measurement', 'not-done', false],
  ['speed-display', 'done', false],
  ['referral', 'done', false],
])('a %s that is %s may be told with a measurement: %p', (kind, state, may) => {
  expect(mayTellOfMeasurement(kind, state)).toBe(may);
});
