import { describe, expect, it } from '@jest/globals';
import { DEFAULT_WEIGHTS } from '@lofteskartan/shared/planner';
import { demandAlone, readWeight, type WeightName, writtenWeights } from './weights.rules.js';

describe('weights as they are written', () => {
  it.each<[name: WeightName, text: string, value: number | null]>([
    ['demand', '35', 35],
    ['demand', '0', 0],
    ['demand', '', null],
    ['demand', ' ', null],
    ['demand', '101', null],
    ['demand', '-1', null],
    ['demand', '3.5', null],
    ['demand', 'många', null],
    ['halfLifeDays', '29', null],
    ['halfLifeDays', '180', 180],
  ])('%s: “%s”', (name, text, value) => {
    expect(readWeight(name, text)).toBe(value);
  });

  it('go back and forth', () => {
    expect(writtenWeights(DEFAULT_WEIGHTS).sinceCheck).toBe('20');
  });

  it.each([
    ['as much as what differs by itself', { demand: 55 }, false],
    ['more than that, whatever suitability weighs', { demand: 56, suitability: 100 }, true],
    ['nothing, as all else', { demand: 0, surroundings: 0, sinceCheck: 0, balance: 0 }, true],
  ])('demand that weighs %s decides alone: %j %s', (_name, weights, alone) => {
    expect(demandAlone({ ...DEFAULT_WEIGHTS, ...weights })).toBe(alone);
  });
});
