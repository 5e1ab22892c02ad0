import { describe, expect, it } from '@jest/globals';
import { digestDue, type NewsEvent, reachOf, stillTold, subjectOf, topicOf } from './news.rules.js';

const event = (changes: Partial<NewsEvent>): NewsEvent => ({
  type: 'moved',
  toStatus: 'answered',
  publicText: null,
  kind: 'dark-place',
  ...changes,
});

describe('what people are told', () => {
  it.each<[string, Partial<NewsEvent>, string | null]>([
    ['it belongs to a commitment', { toStatus: 'committed' }, 'committed'],
    ['work is planned', { toStatus: 'planned' }, 'planned'],
    ['it is answered', {}, 'answered'],
    ['it is declined', { toStatus: 'declined' }, 'declined'],
    ['it is passed on', { toStatus: 'referred' }, 'referred'],
    ['it is done', { toStatus: 'done' }, 'done'],
    ['it is gathered with another', { toStatus: 'duplicate' }, 'gathered'],
    ['it is looked at again', { type: 'reopened', toStatus: 'under-review' }, 'reopened'],
    ['that staff have begun is no news', { toStatus: 'under-review' }, null],
    ['but their words are', { toStatus: 'under-review', publicText: 'Vi har varit där.' }, 'message'],
    ['that it was hidden is no news, whatever was said', { toStatus: 'hidden', publicText: 'x' }, null],
    ['that its sender took it back is', { type: 'withdrawn', toStatus: 'withdrawn' }, 'withdrawn'],
    ['nor that it came in', { type: 'received', toStatus: 'received' }, null],
    ['nor a correction', { type: 'corrected', toStatus: null }, null],
    ['the sender is asked something', { type: 'asked', toStatus: 'awaiting-reply' }, 'asked'],
    ['and reminded of it', { type: 'reminded', toStatus: null }, 'reminded'],
    ['something was done', { type: 'activity', toStatus: 'done' }, 'activity'],
    ['something was done at its place', { type: 'measure-done', toStatus: 'done' }, 'measure'],
    ['a speed check was released', { type: 'released', toStatus: 'done', kind: 'speed-check' }, 'check'],
    ['a plan of the police is no news', { type: 'planned', toStatus: 'planned', kind: 'speed-check' }, null],
  ])('%s', (_what, changes, topic) => {
    expect(topicOf(event(changes))).toBe(topic);
  });

  it('an activity is told to the whole case, another event to the proposal and those under it, a question to its sender, a withdrawal to its supporters', () => {
    expect(
      (
        [
          'activity',
          'released',
          'measure-done',
          'moved',
          'reopened',
          'asked',
          'reminded',
          'withdrawn',
        ] as const
      ).map(reachOf),
    ).toEqual(['case', 'case', 'case', 'proposal', 'proposal', 'sender', 'sender', 'supporters']);
  });

  it.each([
    ['all of it while the proposal is shown', 'answered', 'supporter', ['moved', 'withdrawn']],
    ['nothing of what was hidden', 'hidden', 'supporter', []],
    ['the withdrawal alone of what was taken back', 'withdrawn', 'supporter', ['withdrawn']],
    ['nothing of it to the sender', 'withdrawn', 'sender', []],
  ] as const)('when the mail is sent: %s', (_what, status, role, types) => {
    const news = (['moved', 'withdrawn'] as const).map((type) => ({ type }));
    expect(stillTold(news, status, role).map(({ type }) => type)).toEqual(types);
  });

  it('an activity is one thing for a case, however many of its proposals it served', () => {
    const of = (id: string, activityId: string | null, root: string) =>
      subjectOf({ id, activityId, measureId: null }, root);
    expect(of('1', 'a', 'r')).toBe(of('2', 'a', 'r'));
    expect(of('1', 'a', 'r')).not.toBe(of('1', 'a', 's'));
    expect(of('1', null, 'r')).not.toBe(of('2', null, 'r'));
    const measure = (id: string, root: string) => subjectOf({ id, activityId: null, measureId: 'm' }, root);
    expect(measure('1', 'r')).toBe(measure('2', 'r'));
    expect(measure('1', 'r')).not.toBe(measure('1', 's'));
  });
});

describe('when', () => {
  const noon = new Date('2026-11-20T12:00:00Z');

  it.each([
    [15, '2026-11-20T12:15:00.000Z'],
    [0, '2026-11-20T12:00:00.000Z'],
  ])('news wait %i minutes for more', (minutes, due) => {
    expect(digestDue(noon, minutes).toISOString()).toBe(due);
  });
});
