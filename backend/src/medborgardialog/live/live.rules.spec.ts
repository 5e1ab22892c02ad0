import { expect, it } from '@jest/globals';
import { isShownAtOnce } from './live.rules.js';

it.each([
  ['plain words', [], [], true],
  ['something that looks like a telephone number', [{ type: 'phone' }], [], false],
  ['a word of the block list', [], ['idiot'], false],
])('a question with %s is shown at once or not', (_, personalData, blockedWords, isShown) => {
  expect(isShownAtOnce({ personalData, blockedWords })).toBe(isShown);
});
