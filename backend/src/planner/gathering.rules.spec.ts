import { gathered, type LooseWish, reachedWith } from './gathering.rules.js';

const limits = { nearMetres: 150, longestMetres: 1500 };

/** A wish so many metres along a straight road, named and listed unless told otherwise. */
const wish = (id: string, x: number, more: Partial<LooseWish> = {}): LooseWish => ({
  id,
  x,
  y: 0,
  road: 'göteborgsvägen',
  listed: true,
  roadCluster: 0,
  nearCluster: null,
  ...more,
});
const unnamed = (id: string, x: number, nearCluster = 0, more: Partial<LooseWish> = {}): LooseWish =>
  wish(id, x, { road: null, listed: false, roadCluster: null, nearCluster, ...more });

describe('gathering wishes', () => {
  const rows: [name: string, wishes: LooseWish[], stretches: string[][]][] = [
    ['none', [], []],
    ['one alone', [wish('a', 0)], [['a']]],
    ['two of one road, one after another', [wish('a', 0), wish('b', 390)], [['a', 'b']]],
    ['two of one road, far apart', [wish('a', 0), wish('b', 900, { roadCluster: 1 })], [['a'], ['b']]],
    [
      'two listed roads at a crossing stay two',
      [wish('a', 0), wish('b', 20, { road: 'kyrkvägen' })],
      [['a'], ['b']],
    ],
    ['one without a road goes with the near one', [wish('a', 0), unnamed('b', 140)], [['a', 'b']]],
    ['one without a road, out of reach', [wish('a', 0), unnamed('b', 151)], [['a'], ['b']]],
    [
      'one without a road between two roads goes with the nearest',
      [wish('a', 0), wish('b', 200, { road: 'kyrkvägen' }), unnamed('c', 120)],
      [['a'], ['b', 'c']],
    ],
    [
      'a road that nobody has listed goes with the near one: its name may be misspelt',
      [wish('a', 0), wish('b', 100, { road: 'göteborgsv', listed: false, nearCluster: 0 })],
      [['a', 'b']],
    ],
    [
      'a road that nobody has listed, alone, is gathered by its name',
      [
        wish('a', 0, { road: 'stigen', listed: false, nearCluster: 0 }),
        wish('b', 300, { road: 'stigen', listed: false, nearCluster: 1 }),
      ],
      [['a', 'b']],
    ],
    ['those without a road, near each other', [unnamed('a', 0), unnamed('b', 100)], [['a', 'b']]],
    ['those without a road, apart', [unnamed('a', 0), unnamed('b', 500, 1)], [['a'], ['b']]],
    [
      'a chain that is too long is cut at its widest gap',
      [wish('a', 0), wish('b', 300), wish('c', 700), wish('d', 1000), wish('e', 2600)],
      [['a', 'b', 'c', 'd'], ['e']],
    ],
    [
      'and not so that a single one is left, where the middle has a gap as wide',
      [wish('a', 0), wish('b', 400), wish('c', 800), wish('d', 1200), wish('e', 1600)],
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
  ];
  it.each(rows)('%s', (_name, wishes, stretches) => {
    expect(gathered(wishes, limits).sort()).toEqual(stretches);
  });

  it('knows no stretch longer than a check can serve, and loses nobody', () => {
    const wishes = Array.from({ length: 2000 }, (_, index) => wish(`w${String(index)}`, index * 7));
    const parts = gathered(wishes, limits);
    const at = new Map(wishes.map(({ id, x }) => [id, x]));
    const lengths = parts.map((part) => {
      const along = part.map((id) => at.get(id) ?? 0);
      return Math.max(...along) - Math.min(...along);
    });
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1500);
    expect(parts.flat()).toHaveLength(2000);
  });
});

describe('a stretch that a wish may join', () => {
  const extent = (west: number, east: number) => ({ west, south: 0, east, north: 0 });
  it.each<
    [name: string, stretch: ReturnType<typeof extent>, x: number, reached: ReturnType<typeof extent> | null]
  >([
    ['within it', extent(0, 800), 400, extent(0, 800)],
    ['beyond its end', extent(0, 800), 1100, extent(0, 1100)],
    ['too far for one check', extent(0, 800), 1501, null],
    ['within one that staff made longer', extent(0, 3000), 2000, extent(0, 3000)],
    ['beyond the end of one that staff made longer', extent(0, 3000), 3100, null],
  ])('%s', (_name, stretch, x, reached) => {
    expect(reachedWith(stretch, { x, y: 0 }, 1500)).toEqual(reached);
  });
});
