import { expect, test } from '@jest/globals';
import { leavesGap } from './template-gap.js';

const templates = [
  'Vi har tittat på {plats}. Skälet är …',
  'De flesta höll hastigheten vid {plats}: … Vi mäter igen.',
  'Tack, vi återkommer.',
];

test.each<[string, string, boolean]>([
  ['a reason that nobody wrote', 'Vi har tittat på torget. Skälet är …', true],
  ['a reason that was written', 'Vi har tittat på torget. Skälet är att vägen är smal.', false],
  ['a figure that is missing in the middle', 'De flesta höll hastigheten vid skolan: … Vi mäter igen.', true],
  ['a figure that was filled in', 'De flesta höll hastigheten vid skolan: 9 av 10. Vi mäter igen.', false],
  ['dots that the writer means', 'Vi hörde er säga ”snart …” och har nu svarat.', false],
  ['nothing at all', '', false],
])('%s', (_name, text, expected) => {
  expect(leavesGap(text, templates)).toBe(expected);
});
