import { populationFaults, saysNothing } from './population.rules.js';

const ages = { 'under-18': 250, '18-29': 150, '30-64': 450, '65-more': 150 };

describe('a population', () => {
  it.each([
    ['of both sexes', { women: 490, men: 510 }, []],
    ['of all ages', ages, []],
    ['of both, with the same sum', { women: 490, men: 510, ...ages }, []],
    ['of one sex', { women: 490 }, [['bands.men', 'required']]],
    ['of one sex and all ages', { men: 1000, women: null, ...ages }, [['bands.women', 'required']]],
    [
      'of some ages',
      { 'under-18': 250, '18-29': 150 },
      [
        ['bands.30-64', 'required'],
        ['bands.65-more', 'required'],
      ],
    ],
    ['of both, with different sums', { women: 500, men: 510, ...ages }, [['bands.under-18', 'sumsDiffer']]],
  ])('%s', (_, bands, faults) => {
    expect(populationFaults(bands).map(({ field, code }) => [field, code])).toEqual(faults);
  });

  it.each([
    ['without figures', { women: null }, true],
    ['of nobody', { women: 0, men: 0 }, false],
  ])('%s', (_, bands, is) => {
    expect(saysNothing(bands)).toBe(is);
  });
});
