import { describe, expect, it } from '@jest/globals';
import type { PromiseContent } from '@lofteskartan/shared/promise-content';
import { missingInEnglish, moved, newArea, newCommitment, newId, typedNumber } from './draft-content.js';

const empty: PromiseContent = {
  title: { sv: '', en: '' },
  intro: { sv: '', en: '' },
  from: '',
  to: null,
  focusAreas: [],
  commitments: [],
  goals: [],
  channels: [],
};

describe('what a coordinator writes', () => {
  it('gets ids of its own, which the contract takes', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId()).not.toBe(newId());
  });

  it('belongs to the only focus area there is', () => {
    const area = newArea();
    expect(newCommitment({ ...empty, focusAreas: [area] }).focusArea).toBe(area.slug);
    expect(newCommitment({ ...empty, focusAreas: [area, newArea()] }).focusArea).toBe('');
  });

  it.each([
    ['up', 1, -1, 'b a c'],
    ['down', 1, 1, 'a c b'],
    ['no further than the top', 0, -1, 'a b c'],
    ['no further than the foot', 2, 1, 'a b c'],
  ] as const)('moves %s', (_, index, by, order) => {
    expect(moved(['a', 'b', 'c'], index, by).join(' ')).toBe(order);
  });

  it('is counted where its English is missing', () => {
    const goals = [{ text: { sv: 'Trygghet', en: 'Safety' }, direction: null }];
    expect(missingInEnglish({ ...empty, title: { sv: 'Löfte', en: ' ' }, goals })).toBe(1);
  });

  it.each([
    ['70', 70],
    [' 7 ', 7],
    ['', null],
    ['sju', null],
    ['7,5', null],
  ])('the number %p', (text, number) => {
    expect(typedNumber(text)).toBe(number);
  });
});
