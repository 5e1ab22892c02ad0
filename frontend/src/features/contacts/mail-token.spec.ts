import { expect, test } from '@jest/globals';
import { keptMailToken, readMailToken } from './mail-token.js';

const TOKEN = 'a1B2-c3D4_e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u';

test.each<[string, string, string | null]>([
  ['a token as the server makes them', `#${TOKEN}`, TOKEN],
  ['nothing behind the page', '', null],
  ['a bare hash', '#', null],
  ['a place on the page', '#main', null],
  ['a line break of the mail in the middle', '#a1B2-c3D4_e5F6 g7H8i9J0k1L2', null],
  ['longer than the contract takes', `#${'a'.repeat(201)}`, null],
])('behind the hash: %s', (_name, hash, expected) => {
  expect(readMailToken(hash)).toBe(expected);
});

test.each<[string, unknown, string | null]>([
  ['what was moved there', { mailToken: TOKEN }, TOKEN],
  ['an entry without a state', null, null],
  ['the state of another page', { inForm: true }, null],
  ['something that is no text', { mailToken: 7 }, null],
])('in the history: %s', (_name, state, expected) => {
  expect(keptMailToken(state)).toBe(expected);
});
