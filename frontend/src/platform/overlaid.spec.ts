import { expect, test } from '@jest/globals';
import { overlaid } from './overlaid.js';

test.each([
  ['nothing new', { a: 'one' }, {}, { a: 'one' }],
  ['a word said anew', { a: 'one', b: 'two' }, { b: 'three' }, { a: 'one', b: 'three' }],
  [
    'a word in a group',
    { a: { b: 'one', c: 'two' } },
    { a: { c: 'three' } },
    { a: { b: 'one', c: 'three' } },
  ],
  ['a word that was not there', { a: 'one' }, { b: { c: 'two' } }, { a: 'one', b: { c: 'two' } }],
])('%s', (_what, below, above, expected) => {
  const before = structuredClone(below);
  expect(overlaid(below, above)).toEqual(expected);
  expect(below).toEqual(before);
});
