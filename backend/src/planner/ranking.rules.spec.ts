import { DEFAULT_WEIGHTS, RANKING_PARTS, type RankingWeights } from '@lofteskartan/shared/planner';
import { demandRules, type LocalityFacts, ranked, scored, type StretchFacts } from './ranking.rules.js';

const today = '2026-11-26';
const localities = new Map<string, LocalityFacts>([
  ['nol', { name: 'Nol', checks: 0, expected: 4.2, shareOf: 'population' }],
  ['surte', { name: 'Surte', checks: 9, expected: 6, shareOf: 'population' }],
  ['bohus', { name: 'Bohus', checks: 2, expected: 4, shareOf: 'population' }],
  ['asking', { name: 'Älvängen', checks: 2, expected: 4, shareOf: 'people' }],
]);

/** A stretch that nothing speaks for and nothing against. */
const stretch = (more: Partial<StretchFacts> = {}): StretchFacts => ({
  id: 'a',
  people: 8,
  freshPeople: 8,
  near: [],
  postedLimit: 70,
  lastCheckOn: today,
  localityId: 'surte',
  safePlace: true,
  limitChangeMetres: null,
  roadKeeper: null,
  ...more,
});

const partOf = (given: StretchFacts, part: (typeof RANKING_PARTS)[number]) => {
  const { points, reasons } = scored(given, localities, DEFAULT_WEIGHTS, today);
  return {
    value: points.find((each) => each.part === part)?.value,
    why: reasons.filter((each) => each.part === part).map(({ code, values }) => [code, values]),
  };
};

describe('the parts of a score', () => {
  type Row = [
    name: string,
    part: (typeof RANKING_PARTS)[number],
    more: Partial<StretchFacts>,
    value: number,
    why: unknown[],
  ];
  const rows: Row[] = [
    ['nobody any more', 'demand', { people: 0, freshPeople: 0 }, 0, [['people', { count: 0 }]]],
    ['eight who asked now', 'demand', {}, 0.5, [['people', { count: 8 }]]],
    ['sixteen who asked now', 'demand', { people: 16, freshPeople: 16 }, 0.75, [['people', { count: 16 }]]],
    [
      'a campaign never fills it',
      'demand',
      { people: 50, freshPeople: 50 },
      0.99,
      [['people', { count: 50 }]],
    ],
    [
      'eight who asked long ago',
      'demand',
      { freshPeople: 2 },
      0.16,
      [['people-fading', { count: 8, fresh: 2 }]],
    ],
    ['nothing near', 'surroundings', {}, 0, [['nothing-vulnerable', {}]]],
    ['a preschool', 'surroundings', { near: ['preschool'] }, 0.5, [['preschool', {}]]],
    [
      'a school, a crossing and a low limit',
      'surroundings',
      { near: ['crossing', 'school'], postedLimit: 40 },
      1,
      [
        ['school', {}],
        ['crossing', {}],
        ['low-limit', { limit: 40 }],
      ],
    ],
    ['a bus stop', 'surroundings', { near: ['bus-stop'], postedLimit: null }, 0.2, [['bus-stop', {}]]],
    ['never checked', 'sinceCheck', { lastCheckOn: null }, 1, [['never-checked', {}]]],
    ['checked today', 'sinceCheck', {}, 0, [['checked', { count: 0, date: today }]]],
    [
      'checked half a year ago',
      'sinceCheck',
      { lastCheckOn: '2026-05-27' },
      0.5,
      [['checked', { count: 183, date: '2026-05-27' }]],
    ],
    [
      'checked two years ago',
      'sinceCheck',
      { lastCheckOn: '2024-11-26' },
      1,
      [['checked', { count: 730, date: '2024-11-26' }]],
    ],
    ['a locality without any', 'balance', { localityId: 'nol' }, 1, [['locality-none', { locality: 'Nol' }]]],
    [
      'a locality with half its share',
      'balance',
      { localityId: 'bohus' },
      0.5,
      [['locality-less', { locality: 'Bohus', count: 2, expected: 4 }]],
    ],
    [
      'a locality with more than its share',
      'balance',
      {},
      0,
      [['locality-enough', { locality: 'Surte', count: 9, expected: 6 }]],
    ],
    [
      'a locality with half its share of those who ask',
      'balance',
      { localityId: 'asking' },
      0.5,
      [['locality-less-asking', { locality: 'Älvängen', count: 2, expected: 4 }]],
    ],
    ['no locality', 'balance', { localityId: null }, 0.5, [['locality-unknown', {}]]],
    ['a safe place to stand', 'suitability', {}, 1, [['suitable', {}]]],
    ['nobody has looked', 'suitability', { safePlace: null }, 0.5, [['not-assessed', {}]]],
    ['no safe place', 'suitability', { safePlace: false }, 0, [['no-safe-place', {}]]],
    [
      'near a change of limit, on a private road',
      'suitability',
      { limitChangeMetres: 120, roadKeeper: 'private' },
      0,
      [
        ['near-limit-change', { metres: 120 }],
        ['private-road', {}],
      ],
    ],
  ];
  it.each(rows)('%s', (_name, part, more, value, why) => {
    expect(partOf(stretch(more), part)).toEqual({ value, why });
  });

  it('make the score together, and never more than a hundred', () => {
    const best = stretch({
      people: 900,
      freshPeople: 900,
      near: ['school', 'preschool'],
      lastCheckOn: null,
      localityId: 'nol',
    });
    const { score, points } = scored(best, localities, DEFAULT_WEIGHTS, today);
    expect(score).toBe(100);
    expect(points.map(({ part, points: given }) => [part, given])).toEqual([
      ['demand', 35],
      ['surroundings', 25],
      ['sinceCheck', 20],
      ['balance', 10],
      ['suitability', 10],
    ]);
  });
});

describe('the order', () => {
  const order = (stretches: StretchFacts[], weights: RankingWeights = DEFAULT_WEIGHTS) =>
    ranked(stretches, localities, weights, today).map(({ id }) => id);
  const many = stretch({ id: 'many', people: 300, freshPeople: 300 });

  it('is never decided by the number of wishes alone', () => {
    const few = stretch({
      id: 'few',
      people: 5,
      freshPeople: 5,
      near: ['preschool'],
      lastCheckOn: null,
      localityId: 'nol',
    });
    expect(order([many, few])).toEqual(['few', 'many']);
  });

  it('is not decided by them under any weights that may be set', () => {
    const few = stretch({
      id: 'few',
      people: 3,
      freshPeople: 3,
      near: ['school', 'preschool'],
      lastCheckOn: null,
      localityId: 'nol',
    });
    const mostDemand = {
      ...DEFAULT_WEIGHTS,
      demand: 65,
      surroundings: 25,
      sinceCheck: 20,
      balance: 20,
      suitability: 0,
    };
    expect(demandRules(mostDemand)).toBe(false);
    expect(order([many, few], mostDemand)).toEqual(['few', 'many']);
    expect(demandRules({ ...mostDemand, demand: 66 })).toBe(true);
    expect(demandRules({ ...mostDemand, demand: 66, suitability: 100 })).toBe(true);
    const nothing = { surroundings: 0, sinceCheck: 0, balance: 0 };
    expect(demandRules({ ...mostDemand, ...nothing, demand: 0 })).toBe(true);
  });

  it('grows with demand where all else is equal', () => {
    expect(order([stretch({ id: 'few', freshPeople: 4 }), stretch({ id: 'more' })])).toEqual(['more', 'few']);
  });

  it('puts what cannot be checked last, whatever its score', () => {
    const unsafe = stretch({
      id: 'unsafe',
      people: 90,
      freshPeople: 90,
      near: ['school'],
      lastCheckOn: null,
      safePlace: false,
    });
    expect(order([unsafe, stretch({ id: 'calm', people: 1, freshPeople: 1 })])).toEqual(['calm', 'unsafe']);
  });

  it('is the same each time, whatever order it is asked in', () => {
    const equal = ['c', 'a', 'b'].map((id) => stretch({ id }));
    expect(order(equal)).toEqual(['a', 'b', 'c']);
    expect(order([...equal].reverse())).toEqual(['a', 'b', 'c']);
  });

  it('follows the weights', () => {
    const old = stretch({ id: 'old', lastCheckOn: null, people: 2, freshPeople: 2 });
    const school = stretch({ id: 'school', near: ['school'], people: 2, freshPeople: 2 });
    const onlyWait = { ...DEFAULT_WEIGHTS, demand: 0, surroundings: 0, sinceCheck: 50 };
    const onlySchools = { ...DEFAULT_WEIGHTS, demand: 0, surroundings: 50, sinceCheck: 0 };
    expect([order([old, school], onlyWait)[0], order([old, school], onlySchools)[0]]).toEqual([
      'old',
      'school',
    ]);
  });

  it('holds with no weight at all', () => {
    const none = {
      ...DEFAULT_WEIGHTS,
      demand: 0,
      surroundings: 0,
      sinceCheck: 0,
      balance: 0,
      suitability: 0,
    };
    expect(ranked([stretch()], localities, none, today)[0]).toMatchObject({ rank: 1, score: 0 });
  });
});
