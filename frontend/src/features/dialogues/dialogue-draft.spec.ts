import { describe, expect, it } from '@jest/globals';
import { dialogueDraft, missingOf, writtenDialogue, type DialogueDraft } from './dialogue-draft.js';

const whole: DialogueDraft = {
  ...dialogueDraft(null, 'Vi samtalar.'),
  title: 'Möte',
  theme: 'Trygghet',
  purpose: 'Vi vill veta.',
  day: '2026-12-03',
  agenda: [{ id: null, title: 'Nuläget', minutes: '20', description: '' }],
};

describe('what a plan misses', () => {
  it.each<[string, Partial<DialogueDraft>, string[]]>([
    ['nothing', {}, []],
    ['its words', { title: ' ', purpose: '' }, ['title', 'purpose']],
    ['a day', { day: '' }, ['day']],
    ['an end after its beginning', { to: '18:00' }, ['to']],
    ['whom it is for', { targetGroups: [] }, ['targetGroups']],
    [
      'what an item is about',
      { agenda: [{ id: null, title: '', minutes: '', description: '' }] },
      ['agenda'],
    ],
    ['whom a role is for', { presidium: [{ role: 'chair', organisation: ' ' }] }, ['presidium']],
    ['half of the English', { en: { title: 'Meeting', purpose: '', levelMeaning: '' } }, ['en']],
  ])('%s', (_, more, names) => {
    expect(missingOf({ ...whole, ...more })).toEqual(names);
  });
});

describe('what is sent', () => {
  it('is at the Swedish hour, without what was left out', () => {
    expect(writtenDialogue(whole)).toMatchObject({
      startsAt: '2026-12-03T17:00:00.000Z',
      endsAt: '2026-12-03T19:00:00.000Z',
      questionsUntil: null,
      capacity: null,
      signUpUntil: null,
      onlineUrl: null,
      translations: {},
      agenda: [{ title: 'Nuläget', minutes: 20 }],
    });
  });

  it.each([
    ['the end of its day', '2026-12-01', '2026-12-01T22:59:00.000Z'],
    ['when it begins, on that day', '2026-12-03', '2026-12-03T17:00:00.000Z'],
    ['when it begins, when a later day was chosen', '2026-12-05', '2026-12-03T17:00:00.000Z'],
  ])('takes questions until %s', (_, questionsDay, until) => {
    expect(writtenDialogue({ ...whole, questionsDay }).questionsUntil).toBe(until);
  });
});
