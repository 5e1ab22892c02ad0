import { describe, expect, it } from '@jest/globals';
import { glowsOf } from './glow.rules.js';

const place = (people: number, mean: number | null) => ({
  reference: `P${String(people)}`,
  position: [12, 57] as [number, number],
  people,
  ratings: { before: mean === null ? null : { mean, answers: 1 }, after: null },
});

describe('what shines on the map', () => {
  const places = [place(8, 1), place(2, 5), place(0, null)];
  it.each([
    ['none', []],
    ['people', [1, 0.25]],
    ['unsafe', [1]],
  ] as const)('%s', (kind, weights) => {
    expect(glowsOf(places, kind).map(({ weight }) => weight)).toEqual(weights);
  });

  it('is how it feels since the latest measure, where somebody has said', () => {
    const better = { ...place(1, 1), ratings: { before: null, after: { mean: 3, answers: 2 } } };
    expect(glowsOf([better], 'unsafe')[0]?.weight).toBe(0.5);
  });
});
