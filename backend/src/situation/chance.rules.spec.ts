import { atLeast, countInterval, gammaInterval, gammaQuantile, logGamma, trend } from './chance.rules.js';

describe('distributions', () => {
  it.each([
    [1, 0],
    [5, Math.log(24)],
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [101, 363.739375555563],
  ])('the logarithm of the gamma function of %p', (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 8);
  });

  // Published: chi-squared with 2·shape degrees of freedom, halved.
  it.each([
    [0.95, 1, 2.995732],
    [0.05, 1, 0.051293],
    [0.95, 5, 9.153519],
    [0.05, 5, 1.970149],
    [0.5, 10, 9.668715],
  ])('the value below which %p of a gamma distribution of shape %p lies', (share, shape, expected) => {
    expect(gammaQuantile(share, shape)).toBeCloseTo(expected, 4);
  });

  it.each([
    [3, 5, 0.5, 0.5],
    [0, 5, 0.5, 1],
    [5, 5, 0.5, 0.03125],
    [8, 10, 0.5, 0.0546875],
  ])('at least %p of %p with probability %p', (count, n, probability, expected) => {
    expect(atLeast(count, n, probability)).toBeCloseTo(expected, 8);
  });
});

describe('the means for which a count is no surprise', () => {
  it.each([
    [0, 0, 2.996],
    [1, 0.051, 4.744],
    [4, 1.366, 9.154],
    [10, 5.425, 16.962],
    [100, 84.139, 118.079],
  ])('%p people: from %p to %p', (count, low, high) => {
    const interval = countInterval(count);
    expect(interval.low).toBeCloseTo(low, 2);
    expect(interval.high).toBeCloseTo(high, 2);
  });

  it('a gamma distribution is as narrow as its rate is high', () => {
    const { low, high } = gammaInterval(5, 2);
    expect([low, high].map((each) => Math.round(each * 1000) / 1000)).toEqual([0.985, 4.577]);
  });
});

describe('more than chance', () => {
  const quarter = 92;
  it.each<[name: string, now: number, before: number, daysNow: number, verdict: string]>([
    ['nobody, then or now', 0, 0, quarter, 'cannot-say'],
    ['a few more', 8, 5, quarter, 'cannot-say'],
    ['twice as many of few', 6, 3, quarter, 'cannot-say'],
    ['twice as many of many', 60, 30, quarter, 'more'],
    ['half of many', 30, 60, quarter, 'fewer'],
    ['five that were none: seldom enough to be told only just not', 5, 0, quarter, 'cannot-say'],
    ['six that were none', 6, 0, quarter, 'more'],
    ['none that were six', 0, 6, quarter, 'fewer'],
    ['as many in half the days', 60, 60, 46, 'more'],
    ['half in half the days', 30, 60, 46, 'cannot-say'],
  ])('%s', (_name, now, before, daysNow, verdict) => {
    expect(trend({ count: now, days: daysNow }, { count: before, days: quarter })).toBe(verdict);
  });

  it('of thousands', () => {
    expect(trend({ count: 21_000, days: 365 }, { count: 20_000, days: 365 })).toBe('more');
    expect(trend({ count: 20_100, days: 365 }, { count: 20_000, days: 365 })).toBe('cannot-say');
  });
});
