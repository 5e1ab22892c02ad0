import { expect, test } from '@jest/globals';
import { ownQuestionAddress, ownQuestionsOf, tokenOfHash } from './kept-questions.js';

test.each([
  [
    'the token of a receipt',
    '#AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE',
    'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE',
  ],
  [
    'the token of a mail',
    '#0b9d6c1e-6f0a-4d55-9a57-2f4f3f6f1c11.c2lnbmF0dXJl',
    '0b9d6c1e-6f0a-4d55-9a57-2f4f3f6f1c11.c2lnbmF0dXJl',
  ],
  ['a place on the page', '#answer', null],
  ['a link that was cut', '#AbCd', null],
  ['nothing', '', null],
])('%s', (_, hash, token) => {
  expect(tokenOfHash(hash)).toBe(token);
});

test('keeps the token behind #, where no server reads it', () => {
  expect(new URL(ownQuestionAddress('ale', 'F7K3F9', 'hemlig'), 'https://x.example').pathname).toBe(
    '/ale/fraga/F7K3F9/folj',
  );
});

test('knows the questions of a dialogue among those of others and of before dialogues were noted', () => {
  const kept = {
    own: { F22222: 'ett', F33333: 'två', F44444: 'tre' },
    dialogues: { F22222: 'D22222', F33333: 'D33333' },
    supported: [],
  };
  expect(ownQuestionsOf(kept, 'D33333')).toEqual([['F33333', 'två']]);
  expect(ownQuestionsOf(kept, 'D44444')).toEqual([]);
});
