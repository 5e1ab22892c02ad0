import { describe, expect, it } from '@jest/globals';
import { boxAround, glowsOf } from './glow.rules.js';

const point = (people: number, lng = 12, lat = 58) => ({ position: [lng, lat] as [number, number], people });

describe('lights on the map', () => {
  it.each<[name: string, people: number[], usual: number, weights: number[]]>([
    ['nobody', [], 0, []],
    ['nobody more than usual', [2, 2], 2, []],
    ['the most, and half as much more than usual', [2, 6, 10], 2, [0.25, 1]],
  ])('%s', (_name, people, usual, weights) => {
    expect(
      glowsOf(
        people.map((each) => point(each)),
        usual,
      ).map(({ weight }) => weight),
    ).toEqual(weights);
  });

  it('the map opens where people point', () => {
    expect(boxAround([])).toBeNull();
    const box = boxAround([point(1, 12, 57.9), point(1, 12.1, 58)]);
    expect(box?.map((degrees) => Math.round(degrees * 100) / 100)).toEqual([11.99, 57.89, 12.11, 58.01]);
  });
});
