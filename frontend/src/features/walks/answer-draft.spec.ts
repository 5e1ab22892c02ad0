import { describe, expect, test } from '@jest/globals';
import type { WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import { answerDraft, faultsOf, writtenAnswer, type AnswerDraft } from './answer-draft.js';

const place = { reference: 'P7K3F9', isPublic: true };
const noWords = {
  answer: null,
  seen: null,
  observations: [{ note: 'Mörkt.' }, { note: null }, { note: 'Lampan är trasig.' }],
};
const unanswered = noWords as unknown as WalkStop;
const draft: AnswerDraft = { ...answerDraft(unanswered), kind: 'no', text: ' Nej. ' };

describe('an answer', () => {
  test('begins from what was noted down, and later from what was written', () => {
    expect(answerDraft(unanswered).seen).toBe('Mörkt.\nLampan är trasig.');
    const answer = { kind: 'no', text: 'Nej.', measureId: null, bodyId: null, body: null } as const;
    expect(answerDraft({ ...noWords, answer } as unknown as WalkStop).seen).toBe('');
  });

  test.each<[string, Partial<AnswerDraft>, typeof place | null, string[]]>([
    ['no and why', {}, null, []],
    ['without words', { text: ' ' }, null, ['text']],
    ['without a kind', { kind: null }, null, ['kind']],
    ['referred to nobody', { kind: 'referred' }, null, ['body']],
    ['referred', { kind: 'referred', bodyId: 'b' }, null, []],
    ['a measure where there is no place', { kind: 'measure' }, null, ['place']],
    ['a measure', { kind: 'measure' }, place, []],
  ])('%s', (_, part, at, faults) => {
    expect(faultsOf({ ...draft, ...part }, { place: at })).toEqual(faults);
  });

  const told = { version: 2, text: 'Nej.', seen: 'Mörkt.\nLampan är trasig.' };
  test.each<[string, Partial<AnswerDraft>, object]>([
    ['no', { measureId: 'm', bodyId: 'b' }, { kind: 'no' }],
    ['referred', { kind: 'referred', bodyId: 'b' }, { kind: 'referred', bodyId: 'b' }],
    ['a measure that is there', { kind: 'measure', measureId: 'm' }, { kind: 'measure', measureId: 'm' }],
    [
      'a measure that is made',
      { kind: 'measure', plannedOn: '2027-05-15' },
      {
        kind: 'measure',
        measure: { kind: 'lamp-repaired', plannedOn: '2027-05-15', ownerId: null },
      },
    ],
  ])('is sent as %s', (_, part, sent) => {
    expect(writtenAnswer({ ...draft, ...part }, 2)).toEqual({ ...told, ...sent });
  });
});
