import { describe, expect, it, test } from '@jest/globals';
import { QUESTION_STATUSES, type QuestionStatus } from '@lofteskartan/shared/medborgardialog-questions';
import { questionWords, type QuestionWord } from './question-words.js';
import {
  addressesKeptSince,
  audienceOf,
  editOf,
  faultOfTarget,
  isNewAnswer,
  isPublicEvent,
  isStillNews,
  makeQuestionReference,
  personalDataIn,
  statusAlone,
  type QuestionAct,
  whyNot,
} from './question.rules.js';

describe('what can be done with a question', () => {
  const allowed: Readonly<Record<QuestionAct, readonly QuestionStatus[]>> = {
    publish: ['received', 'refused'],
    edit: ['received', 'published', 'refused', 'gathered'],
    refuse: ['received', 'published', 'gathered'],
    gather: ['received', 'published'],
    separate: ['gathered'],
    withdraw: ['received', 'published', 'gathered'],
    answer: ['published'],
  };
  const table = (Object.keys(allowed) as QuestionAct[]).flatMap((act) =>
    QUESTION_STATUSES.map((status) => [act, status, allowed[act].includes(status)] as const),
  );
  test.each(table)('%s one that is %s: %s', (act, status, may) => {
    expect(whyNot(act, { status, isAnswered: false })).toBe(may ? null : 'question.notNow');
  });

  test.each<[string, QuestionAct, boolean]>([
    ['its words can be edited', 'edit', true],
    ['it can be answered anew', 'answer', true],
    ['it cannot be hidden', 'refuse', false],
    ['it cannot be answered with another', 'gather', false],
    ['it cannot be taken back', 'withdraw', false],
  ])('once it is answered %s', (_, act, may) => {
    expect(whyNot(act, { status: 'published', isAnswered: true })).toBe(may ? null : 'question.notNow');
  });

  it('can be taken out of an answered one: the answer was not for it', () => {
    expect(whyNot('separate', { status: 'gathered', isAnswered: true })).toBeNull();
  });
});

describe('gathering', () => {
  const target = { id: 'b', dialogueId: 'd', status: 'published' as QuestionStatus };
  test.each([
    ['with one that is published', target, ['b'], null],
    ['with one of which nobody knows', null, [], 'notFound'],
    ['with one of another dialogue', { ...target, dialogueId: 'e' }, ['b'], 'notFound'],
    ['with one that nobody has read yet', { ...target, status: 'received' as const }, ['b'], 'notFound'],
    ['with itself', { ...target, id: 'a' }, ['a'], 'circle'],
    ['with one that leads to it', target, ['b', 'a'], 'circle'],
  ])('%s', (_, into, leaders, fault) => {
    expect(faultOfTarget({ id: 'a', dialogueId: 'd', target: into, leaders })).toBe(fault);
  });

  it('makes it what it was before when it is taken out', () => {
    expect(statusAlone({ publishedAt: null })).toBe('received');
    expect(statusAlone({ publishedAt: new Date() })).toBe('published');
  });
});

describe('words', () => {
  test.each([
    ['are edited', null, 'Nya ord', { editedText: 'Nya ord', before: 'Sänt', after: 'Nya ord' }],
    [
      'are edited once more',
      'En gång',
      'Nya ord',
      { editedText: 'Nya ord', before: 'En gång', after: 'Nya ord' },
    ],
    [
      'are taken back to those that were sent',
      'En gång',
      ' Sänt ',
      { editedText: null, before: 'En gång', after: 'Sänt' },
    ],
    ['stay as they were sent', null, 'Sänt ', 'unchanged'],
    ['stay as they were edited', 'En gång', 'En gång', 'unchanged'],
  ])('%s', (_, editedText, written, expected) => {
    expect(editOf({ text: 'Sänt', editedText }, written)).toEqual(expected);
  });

  it('are looked through for what looks like a person', () => {
    expect(personalDataIn('Ring 0303-123 45 67 i kväll')).toEqual([
      { field: 'text', type: 'phone', start: 5, end: 16 },
    ]);
    expect(personalDataIn('När lagas lampan?')).toEqual([]);
  });
});

describe('what is told', () => {
  test.each([
    ['published', 'published', false, true],
    ['published', 'refused', false, false],
    ['refused', 'refused', false, true],
    ['refused', 'published', false, false],
    ['gathered', 'gathered', false, true],
    ['gathered', 'published', false, false],
    ['ungathered', 'received', false, true],
    ['ungathered', 'gathered', false, false],
    ['cancelled', 'received', false, true],
    ['cancelled', 'published', false, true],
    ['cancelled', 'refused', false, false],
    ['answered', 'published', true, true],
    ['answered', 'published', false, false],
  ] as const)('%s, when it is %s by the time that the mail leaves', (type, status, isAnswered, told) => {
    expect(isStillNews(type, { status, isAnswered })).toBe(told);
  });

  test.each([
    ['published', 'sender'],
    ['refused', 'sender'],
    ['gathered', 'question'],
    ['ungathered', 'question'],
    ['answered', 'case'],
    ['cancelled', 'case'],
  ] as const)('of %s to %s', (type, audience) => {
    expect(audienceOf(type)).toBe(audience);
  });

  it('of a gathering that brings an answer to all who wait for it', () => {
    expect(audienceOf('gathered', true)).toBe('case');
    expect(audienceOf('refused', true)).toBe('sender');
  });

  it('keeps to the sender how a question was refused or gathered', () => {
    const everyones = (
      [
        'received',
        'published',
        'edited',
        'refused',
        'gathered',
        'ungathered',
        'withdrawn',
        'left',
        'answered',
        'cancelled',
      ] as const
    ).filter(isPublicEvent);
    expect(everyones).toEqual(['received', 'published', 'edited', 'answered', 'cancelled']);
  });

  it('tells the same answer once', () => {
    const standing = { answerText: 'I vår', answerOutcome: 'answered' } as const;
    expect(isNewAnswer(standing, { publicText: 'I vår', outcome: 'answered' })).toBe(false);
    expect(isNewAnswer(standing, { publicText: 'I vår', outcome: 'no' })).toBe(true);
    expect(
      isNewAnswer({ answerText: null, answerOutcome: null }, { publicText: 'I vår', outcome: 'no' }),
    ).toBe(true);
  });
});

it('keeps addresses while an answer may be corrected, and shortly after what was called off', () => {
  const { reported, cancelled } = addressesKeptSince(new Date('2027-12-31T12:00:00Z'));
  expect(reported.toISOString()).toBe('2026-12-06T12:00:00.000Z');
  expect(cancelled.toISOString()).toBe('2027-12-01T12:00:00.000Z');
});

it('numbers questions so that nobody mistakes a character for another', () => {
  let next = 0;
  expect(makeQuestionReference((below) => (next += 7) % below)).toMatch(/^F[2-9A-HJKMNP-TV-Z]{5}$/);
});

describe('the sentences of the mails', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([each]) => each).sort();
  it('are the same in both languages, with the same words to fill in', () => {
    expect(Object.keys(questionWords.en)).toEqual(Object.keys(questionWords.sv));
    for (const word of Object.keys(questionWords.sv) as QuestionWord[])
      expect([word, holes(questionWords.en[word])]).toEqual([word, holes(questionWords.sv[word])]);
  });
});
