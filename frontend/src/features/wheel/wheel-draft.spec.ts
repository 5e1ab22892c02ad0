import { describe, expect, test } from '@jest/globals';
import { dueOf, emptyWheelDraft, weeksOf, wheelInput, type WheelDraft } from './wheel-draft.js';

const draft = (part: Partial<WheelDraft> = {}): WheelDraft => ({ ...emptyWheelDraft('2026-11-26'), ...part });

describe('what recurs, as it is written', () => {
  test.each([
    ['weeks with commas', '18, 32', [18, 32]],
    ['weeks with blanks', '18 32', [18, 32]],
    ['a week twice', '18,18', [18]],
    ['no week', '', []],
    ['a week that there is not', '54', null],
    ['words', 'v 18', null],
    ['half a week', '18-32', null],
  ])('%s', (_case, text, weeks) => {
    expect(weeksOf(text)).toEqual(weeks);
  });

  test.each<[string, Partial<WheelDraft>, number[] | null]>([
    ['months', { months: ['5', '9'] }, [5, 9]],
    ['no month yet', {}, null],
    ['weeks, whatever months were chosen before', { unit: 'week', weeks: '20', months: ['5'] }, [20]],
    ['no week yet', { unit: 'week', months: ['5'] }, null],
  ])('is due in %s', (_case, part, due) => {
    expect(dueOf(draft(part))).toEqual(due);
  });

  test.each<[string, Partial<WheelDraft>]>([
    ['a title', { months: ['5'] }],
    ['a month', { title: 'Klippning' }],
    ['a first day', { title: 'Klippning', months: ['5'], startsOn: '' }],
  ])('is not sent without %s', (_case, part) => {
    expect(wheelInput(draft(part))).toBeNull();
  });

  test('is sent without blanks', () => {
    expect(wheelInput(draft({ title: ' Klippning ', months: ['5'], note: ' ' }))).toEqual({
      kind: 'cutting',
      title: 'Klippning',
      unit: 'month',
      due: [5],
      everyYears: 1,
      startsOn: '2026-11-26',
      endsOn: null,
      bodyId: null,
      places: [],
      note: null,
    });
  });
});
