import { describe, expect, it } from '@jest/globals';
import { resultOf, roundOf, verdictOf, wilson } from './result.rules.js';

const asked = { id: 'a', text: 'Busskuren ska ha ljus', isOpen: true };
const none = { agree: 0, disagree: 0, pass: 0 };
const byPhones = (agree: number, disagree: number, pass: number) => ({
  ...asked,
  phones: { agree, disagree, pass },
  paper: none,
});

describe('the uncertainty of a share', () => {
  // Newcombe 1998 (81 of 263, 15 of 148), and by hand.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [0, 0, 0, 1],
  ])('%d of %d lies between %d and %d', (count, of, low, high) => {
    const interval = wilson(count, of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe('a statement counts as', () => {
  it.each([
    ['nothing voted', 0, 0, 0, 'few'],
    ['four who all agree', 4, 0, 0, 'few'],
    ['four who agree and many who pass', 4, 0, 40, 'few'],
    ['eight who all agree: one more would do', 8, 0, 0, 'unsure'],
    ['nine who all agree', 9, 0, 0, 'agreed'],
    ['nine who all disagree: of one mind too', 0, 9, 3, 'agreed'],
    ['thirty, of whom twenty-five agree', 25, 5, 0, 'unsure'],
    ['thirty, of whom twenty-six agree', 26, 4, 0, 'agreed'],
    ['ten in halves: too few to say', 5, 5, 0, 'unsure'],
    ['twenty-two in halves', 11, 11, 0, 'divided'],
    ['sixty, of whom thirty-three disagree', 27, 33, 5, 'divided'],
    ['three hundred, of whom two thirds agree', 200, 100, 0, 'unsure'],
    ['three hundred, of whom six tenths agree', 180, 120, 0, 'divided'],
  ])('%s', (_, agree, disagree, pass, verdict) => {
    expect(verdictOf({ agree, disagree, pass })).toBe(verdict);
  });
});

describe('of a result anybody knows', () => {
  it('nothing but that few answered, below five', () => {
    expect(resultOf(byPhones(2, 1, 1))).toEqual({
      ...asked,
      answers: null,
      agree: null,
      disagree: null,
      pass: null,
      share: null,
      low: null,
      high: null,
      verdict: 'few',
      isSmall: true,
    });
  });

  it('the counts but no share, where fewer than five took a stand', () => {
    const { answers, agree, share, verdict } = resultOf(byPhones(4, 0, 6));
    expect([answers, agree, share, verdict]).toEqual([10, 4, null, 'few']);
  });

  it('the share among those who took a stand, with its uncertainty, and that it is of few', () => {
    const result = resultOf(byPhones(8, 2, 5));
    expect(result).toMatchObject({ answers: 15, share: 0.8, low: 0.49, high: 0.94, isSmall: true });
  });

  it.each([
    ['phones and paper from five phones on', [3, 1, 1], [2, 2, 0], 9],
    ['paper alone while fewer than five phones have answered', [1, 0, 0], [2, 2, 1], 5],
    ['nothing while neither are five, whatever they are together', [2, 1, 1], [2, 2, 0], null],
    ['nothing of one phone beside a table of four', [1, 0, 0], [4, 0, 0], null],
    ['paper alone', [0, 0, 0], [3, 2, 0], 5],
  ] as const)('%s', (_, phones, paper, answers) => {
    const tally = ([agree, disagree, pass]: readonly [number, number, number]) => ({ agree, disagree, pass });
    expect(resultOf({ ...asked, phones: tally(phones), paper: tally(paper) }).answers).toBe(answers);
  });

  it('that it is of many, from twenty on', () => {
    expect(resultOf(byPhones(12, 8, 0)).isSmall).toBe(false);
  });
});

it.each([
  [0, 0, 0, 0],
  [2, 1, 1, 0],
  [2, 2, 1, 1],
  [9, 0, 0, 1],
  [5, 5, 1, 2],
])('%d for, %d against and %d passes are round %d', (agree, disagree, pass, round) => {
  expect(roundOf(byPhones(agree, disagree, pass))).toBe(round);
});
