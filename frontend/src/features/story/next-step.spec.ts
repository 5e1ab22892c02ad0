import { describe, expect, test } from '@jest/globals';
import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { isOverdue, nextStep, type NextStep } from './next-step.js';

describe('what is awaited', () => {
  test.each<[ProposalKind, ProposalStatus, NextStep | null]>([
    ['speed-check', 'received', 'read'],
    ['idea', 'under-review', 'answer'],
    ['speed-check', 'committed', 'check'],
    ['dark-place', 'committed', 'measure'],
    ['dark-place', 'planned', 'measure'],
    ['idea', 'planned', 'activity'],
    ['dark-place', 'referred', 'reply'],
    ['speed-check', 'done', null],
    ['idea', 'answered', null],
    ['idea', 'declined', null],
    ['idea', 'withdrawn', null],
    ['idea', 'hidden', null],
    ['idea', 'duplicate', null],
  ])('%s that is %s', (kind, status, expected) => {
    expect(nextStep(kind, status)).toBe(expected);
  });
});

describe('an answer within five working days', () => {
  const monday = '2026-11-02T08:00:00Z';
  test.each([
    ['the same day', '2026-11-02T20:00:00Z', false],
    ['the next Monday', '2026-11-09T09:00:00Z', false],
    ['the last minute of it', '2026-11-09T22:59:00Z', false],
    ['the next Tuesday', '2026-11-10T09:00:00Z', true],
    ['a year later', '2027-11-16T09:00:00Z', true],
  ])('%s', (_name, now, expected) => {
    expect(isOverdue(monday, 5, new Date(now))).toBe(expected);
  });
});
