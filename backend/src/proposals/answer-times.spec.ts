import { answerWithin, type AnswerTimeSettings, promisedWithin } from '@lofteskartan/shared/answer-times';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { answerDueAt } from './answer-times.js';

const settings = (given: Partial<AnswerTimeSettings>): AnswerTimeSettings => ({
  answerWithinWorkingDays: 5,
  answerWithinSpeedCheck: null,
  answerWithinDarkPlace: null,
  answerWithinIdea: null,
  ...given,
});
// Wednesday 18 November 2026.
const since = new Date('2026-11-18T09:00:00Z');

it.each<[string, Partial<AnswerTimeSettings>, ProposalKind, number | null, number, string]>([
  ['the time for all', {}, 'idea', 5, 5, '2026-11-25T23:00:00.000Z'],
  ['a time of its own', { answerWithinIdea: 10 }, 'idea', 10, 10, '2026-12-02T23:00:00.000Z'],
  ['another kind’s time', { answerWithinIdea: 10 }, 'dark-place', 5, 5, '2026-11-25T23:00:00.000Z'],
  [
    'a time of its own alone',
    { answerWithinWorkingDays: null, answerWithinDarkPlace: 2 },
    'dark-place',
    2,
    2,
    '2026-11-20T23:00:00.000Z',
  ],
  [
    'no promise: five are counted',
    { answerWithinWorkingDays: null },
    'speed-check',
    null,
    5,
    '2026-11-25T23:00:00.000Z',
  ],
])('how long an answer may take: %s', (_what, given, kind, promised, counted, due) => {
  expect(promisedWithin(settings(given), kind)).toBe(promised);
  expect(answerWithin(settings(given), kind)).toBe(counted);
  expect(answerDueAt(settings(given), kind, since).toISOString()).toBe(due);
});
