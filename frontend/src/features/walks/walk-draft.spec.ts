import { describe, expect, test } from '@jest/globals';
import { missingOf, swedishMoment, walkDraft, type WalkDraft } from './walk-draft.js';

describe('a day and an hour in Sweden', () => {
  test.each([
    ['in winter', '2026-11-26', '18:00', '2026-11-26T17:00:00.000Z'],
    ['in summer', '2026-06-20', '18:00', '2026-06-20T16:00:00.000Z'],
    ['that comes twice, when summer time ends', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['that never comes, when summer time begins', '2026-03-29', '02:30', null],
    ['without an hour', '2026-11-26', '', null],
    ['that is no day', '2026-02-30', '18:00', null],
  ])('%s', (_, day, time, moment) => {
    expect(swedishMoment(day, time)).toBe(moment);
  });
});

describe('what a plan lacks', () => {
  const whole: WalkDraft = {
    ...walkDraft(null),
    title: 'Centrum',
    day: '2026-11-26',
    meetingPoint: 'Torget',
    purpose: 'Vi går hem.',
  };
  test.each<[string, Partial<WalkDraft>, string[]]>([
    ['nothing', {}, []],
    ['a name of blanks', { title: '  ' }, ['title']],
    ['a day', { day: '' }, ['day']],
    ['somebody who holds it', { organisers: [] }, ['organisers']],
    ['a purpose and a meeting point', { purpose: '', meetingPoint: '' }, ['meetingPoint', 'purpose']],
  ])('%s', (_, part, missing) => {
    expect(missingOf({ ...whole, ...part })).toEqual(missing);
  });
});
