import { meanPerThousand, perThousand, verdictOf } from './locality.rules.js';

describe('people per 1,000 inhabitants', () => {
  it.each<[people: number, population: number | null, expected: [number, number, number] | null]>([
    [10, 1000, [5.4, 10, 17]],
    [0, 1000, [0, 0, 3]],
    [10, null, null],
    [10, 0, null],
  ])('%p of %p', (people, population, expected) => {
    const found = perThousand({ people, population });
    expect(found && [found.low, found.value, found.high]).toEqual(expected);
  });

  it('over all whose population is known', () => {
    const known = [
      { people: 10, population: 1000 },
      { people: 20, population: 2000 },
    ];
    expect(meanPerThousand(known)).toBe(10);
    expect(meanPerThousand([...known, { people: 500, population: null }])).toBe(10);
    expect(meanPerThousand([{ people: 5, population: null }])).toBeNull();
    expect(meanPerThousand([])).toBeNull();
  });
});

describe('how a locality is heard', () => {
  it.each<
    [name: string, people: number, population: number | null, mean: number | null, verdict: string | null]
  >([
    ['as the others', 10, 1000, 10, 'as-others'],
    ['more', 40, 1000, 10, 'as-others'],
    ['a little less, which chance can do', 7, 1000, 10, 'as-others'],
    ['hardly', 3, 1000, 10, 'hardly'],
    ['nobody, in a large place', 0, 6000, 10, 'nobody'],
    ['nobody, in a small one', 0, 50, 10, 'nobody'],
    ['one of few, where one is enough', 1, 300, 10, 'as-others'],
    ['nobody knows how many live there', 3, null, 10, null],
    ['nobody knows it of any', 3, null, null, null],
  ])('%s', (_name, people, population, mean, verdict) => {
    expect(verdictOf({ people, population }, mean)).toBe(verdict);
  });
});
