import { expect, it } from '@jest/globals';
import { answeredIn, isShownAtOnce, pinsUntil, whyNotPin } from './live.rules.js';

it.each([
  ['plain words', [], [], true],
  ['something that looks like a telephone number', [{ type: 'phone' }], [], false],
  ['a word of the block list', [], ['idiot'], false],
])('a question with %s is shown at once or not', (_, personalData, blockedWords, isShown) => {
  expect(isShownAtOnce({ personalData, blockedWords })).toBe(isShown);
});

const now = new Date('2026-11-20T19:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

it.each([
  ['asked for', 'Var är det mörkt?', null, null],
  ['never asked for', null, null, 'live.noPins'],
  ['no longer asked for, but for a moment', null, minutes(9), null],
  ['long since not asked for', null, minutes(-1), 'live.noPins'],
] as const)('a pin while pins are %s is taken or not', (_, pinPrompt, until, refusal) => {
  expect(whyNotPin({ pinPrompt, pinsUntil: until }, now)).toBe(refusal);
});

it.each([
  ['begin to be asked for', { pinPrompt: null, pinsUntil: null }, 'Var?', null],
  ['are asked for otherwise', { pinPrompt: 'Var?', pinsUntil: null }, 'Var då?', null],
  ['end being asked for', { pinPrompt: 'Var?', pinsUntil: null }, null, minutes(10)],
  ['ended before', { pinPrompt: null, pinsUntil: minutes(4) }, null, minutes(4)],
  ['were never asked for', { pinPrompt: null, pinsUntil: null }, null, null],
] as const)('pins that %s are taken until then', (_, before, prompt, until) => {
  expect(pinsUntil(before, prompt, now)).toEqual(until);
});

it.each([
  ['one more', ['F2'], { answered: 'F3' }, ['F2', 'F3']],
  ['the same again', ['F2'], { answered: 'F2' }, ['F2']],
  ['one after all not', ['F2', 'F3'], { unanswered: 'F2' }, ['F3']],
  ['nothing', ['F2'], {}, ['F2']],
  ['nothing, said as such', ['F2'], { answered: null, unanswered: null }, ['F2']],
])('questions answered in the room: %s', (_, before, change, after) => {
  expect(answeredIn(before, change)).toEqual(after);
});
