import { expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';

it.each([
  ['the order of members', { b: 1, a: { d: 2, c: 3 } }, { a: { c: 3, d: 2 }, b: 1 }],
  ['undefined members', { a: 1, b: undefined }, { a: 1 }],
  ['objects in lists', [{ b: 1, a: 2 }], [{ a: 2, b: 1 }]],
])('%s make no difference', (_, one, other) => {
  expect(canonicalJson(one)).toBe(canonicalJson(other));
});

it.each([
  ['the order of a list', [1, 2], [2, 1]],
  ['null and absence', { a: null }, {}],
  ['numbers and texts', { a: 1 }, { a: '1' }],
])('%s make one', (_, one, other) => {
  expect(canonicalJson(one)).not.toBe(canonicalJson(other));
});
