import { balanced, type LocalityCounts } from './balance.rules.js';

const locality = (id: string, checks: number, population: number | null, people = 0): LocalityCounts => ({
  id,
  slug: id,
  name: id,
  checks,
  population,
  people,
});

describe('what each locality would have had', () => {
  it.each<[name: string, localities: LocalityCounts[], expected: number[]]>([
    ['by those who live there', [locality('a', 6, 3000), locality('b', 2, 1000)], [6, 2]],
    ['also where it had none', [locality('a', 8, 3000), locality('b', 0, 1000)], [6, 2]],
    [
      'by those who ask, where a population is not known',
      [locality('a', 4, null, 1), locality('b', 0, 900, 3)],
      [1, 3],
    ],
    ['nothing where nobody asks and nobody is counted', [locality('a', 4, null)], [0]],
    ['nothing where no check was made', [locality('a', 0, 1000), locality('b', 0, 1000)], [0, 0]],
  ])('%s', (_name, localities, expected) => {
    expect([...balanced(localities).values()].map((each) => each.expected)).toEqual(expected);
  });

  it.each([
    ['those who live there', 1000, 'population'],
    ['those who ask, where one of them is not known', null, 'people'],
  ])('says that the share is one of %s', (_name, population, shareOf) => {
    const found = balanced([locality('a', 4, 900, 1), locality('b', 0, population, 3)]);
    expect([...found.values()].map((each) => each.shareOf)).toEqual([shareOf, shareOf]);
  });
});
