import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { hotSpotsOf, type PeopledCell, placesOf, spreadOf, standingOf } from './hot-spots.rules.js';

const cell = (
  east: number,
  people: number[],
  kind: ProposalKind = 'speed-check',
  north = 0,
): PeopledCell => ({
  east,
  north,
  position: [east / 1000, north / 1000],
  localityId: null,
  people: { [kind]: people },
});

const upTo = (count: number, from = 0): number[] => Array.from({ length: count }, (_, index) => from + index);

describe('cells gathered into places', () => {
  it.each<[name: string, cells: PeopledCell[], people: number[]]>([
    ['nothing', [], []],
    ['two within 150 m', [cell(0, [1, 2]), cell(140, [3])], [3]],
    ['two farther apart', [cell(0, [1, 2]), cell(160, [3])], [2, 1]],
    ['one person twice is one', [cell(0, [1, 2]), cell(50, [2, 1])], [2]],
    ['one person for two kinds is one', [cell(0, [1]), cell(0, [1], 'dark-place')], [1]],
    ['across the corner of squares', [cell(149, [1], 'idea', 149), cell(151, [2], 'idea', 151)], [2]],
    [
      'a chain does not grow into one place',
      Array.from({ length: 7 }, (_, index) => cell(index * 100, [index])),
      [3, 2, 2],
    ],
    [
      'the middle of the most people comes first',
      [cell(0, [1]), cell(140, [2, 3, 4]), cell(280, [5, 6])],
      [6],
    ],
  ])('%s', (_name, cells, people) => {
    expect(placesOf(cells).map((place) => place.people)).toEqual(people);
  });

  it('a place lies where most of its people point, and tells what most speak of first', () => {
    const [place] = placesOf([cell(0, [1], 'idea'), cell(100, [2, 3, 4], 'dark-place')]);
    expect(place?.position[0]).toBeCloseTo(0.075, 9);
    expect(place?.kinds).toEqual(['dark-place', 'idea']);
  });

  it('of a place the kinds that at least five people speak of are told apart from the rest', () => {
    const [place] = placesOf([cell(0, [1, 2, 3, 4], 'idea'), cell(50, [1, 2, 3, 4, 5], 'dark-place')]);
    expect([place?.kinds, place?.kindsOfMany]).toEqual([['dark-place', 'idea'], ['dark-place']]);
  });
});

describe('what places are like', () => {
  it('too few to say', () => {
    expect(spreadOf([9, 1, 1, 1])).toBeNull();
    expect(standingOf(9, null)).toEqual({ low: 0, high: 9, certainty: 'chance' });
  });

  it('all alike: nothing stands out', () => {
    const spread = spreadOf([2, 2, 2, 3, 2, 2]);
    expect(spread?.shape).toBe(50);
    expect(standingOf(3, spread).certainty).toBe('chance');
  });

  // Thirty places with one to three people each, and some larger: mean 3, as in a small municipality.
  const counts = [...Array<number[]>(10).fill([1, 2, 3]).flat(), 12, 25];
  const spread = spreadOf(counts);

  it.each<[people: number, certainty: string]>([
    [1, 'chance'],
    [4, 'chance'],
    [6, 'chance'],
    [8, 'likely'],
    [12, 'certain'],
    [25, 'certain'],
  ])('%p people where a place has three', (people, certainty) => {
    expect(Math.round(spread?.mean ?? 0)).toBe(3);
    expect(standingOf(people, spread).certainty).toBe(certainty);
  });

  it('few people are drawn towards the mean, many hardly', () => {
    const [few, many] = [standingOf(6, spread), standingOf(25, spread)];
    expect(few.low).toBeLessThan(3);
    expect(few.high).toBeLessThan(11);
    expect(many.low).toBeGreaterThan(15);
    expect(many.high).toBeGreaterThan(25);
  });
});

describe('the list', () => {
  it('is ordered by the lower end and leaves out what fewer than three point at', () => {
    const cells = [
      ...Array.from({ length: 12 }, (_, index) => cell(index * 1000, upTo(1, 100 + index))),
      cell(20_000, upTo(9)),
      cell(21_000, upTo(20, 30)),
      cell(22_000, upTo(3, 60)),
      cell(23_000, upTo(2, 70)),
    ];
    const places = placesOf(cells);
    const found = hotSpotsOf(places, spreadOf(places.map(({ people }) => people)));
    expect(found.map(({ people }) => people)).toEqual([20, 9, 3]);
    expect(found.map(({ certainty }) => certainty)).toEqual(['certain', 'likely', 'chance']);
  });
});
