import { expect, test } from '@jest/globals';
import { followToken } from './follow-token.js';

const TOKEN = 'a1B2-c3D4_e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u';
const MAILED = `0193b1c4-5d6e-7f80-9a1b-2c3d4e5f6071.${TOKEN}`;

test.each<[string, string, string | null]>([
  ['a token as the server makes them', `#${TOKEN}`, TOKEN],
  ['a token as it stands in a mail', `#${MAILED}`, MAILED],
  ['nothing behind the number', '', null],
  ['a bare hash', '#', null],
  ['a place on the page', '#main', null],
  ['something that was cut or changed', '#a1B2 c3D4', null],
])('%s', (_name, hash, expected) => {
  expect(followToken('ALE-7K3F9', hash)).toBe(expected);
});
