import type {
  HotSpot,
  LocalityFigures,
  SituationPicture,
  SituationSpots,
} from '@lofteskartan/shared/contracts/situation';
import { PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { locality, ofMany, ofMean, picture } from './outside.fixture.js';
import { outsideOf, pictureOutside as outsideBy, rounded } from './outside.rules.js';

const pictureOutside = (whole: SituationPicture): SituationPicture => outsideBy(whole, ofMany);

/** Every number of residents that is told. */
const told = ({
  all,
  kinds,
  months,
  themes,
  wishTimes,
  darkTimes,
  localities,
  inNoLocality,
  done,
}: SituationPicture) =>
  [
    ...[all, ...kinds, ...months].flatMap(({ proposals, people, peopleBefore }) => [
      proposals,
      people,
      peopleBefore,
    ]),
    ...[...themes, ...darkTimes].map(({ proposals }) => proposals),
    ...wishTimes.counts.flat(),
    wishTimes.told,
    wishTimes.untold,
    ...localities.flatMap(({ proposals, people }) => [proposals, people]),
    inNoLocality,
    ...Object.values(done.answers),
  ].filter((each) => each !== null);

const spotOf = (part: Partial<HotSpot>): HotSpot => ({
  rank: 1,
  position: [12.04912, 57.89512],
  name: 'Storgatan',
  locality: null,
  kinds: ['idea'],
  kindsOfMany: ['idea'],
  people: 9,
  low: 3,
  high: 9,
  certainty: 'likely',
  ...part,
});

describe('what may leave the staff side', () => {
  it('has no figure under five', () => {
    const outside = pictureOutside(
      picture(ofMean([locality('a', 3, 900), locality('b', 40, 900), locality('c', 9, 900)])),
    );
    expect(told(outside).filter((count) => count < 5)).toEqual([]);
  });

  it('keeps what was done, which is public', () => {
    expect(pictureOutside(picture()).done).toMatchObject({
      commitments: [{ activities: 3, counting: 2 }],
      measures: [{ count: 1 }],
    });
  });

  it('hides what is late when it is of few, and with it what came in time', () => {
    expect(pictureOutside(picture()).done.answers).toEqual({ given: 20, inTime: null, waiting: null });
  });

  it('hides the wishes without a time by hiding those with one', () => {
    const { told: timed, untold } = pictureOutside(picture()).wishTimes;
    expect([timed, untold]).toEqual([null, null]);
  });

  it('says nothing of a trend of which one side is hidden', () => {
    const all = { proposals: 6, people: 12, peopleBefore: 2, verdict: 'more' } as const;
    expect(pictureOutside(picture({ all })).all).toEqual({
      proposals: 6,
      people: 12,
      peopleBefore: null,
      verdict: null,
    });
  });

  it('hides all themes of a kind whose figure is hidden, or they would give it away', () => {
    const kinds = PROPOSAL_KINDS.map((kind, index) => ({
      kind,
      proposals: [3, 9, 40][index] ?? 0,
      people: 30,
      peopleBefore: null,
      verdict: null,
    }));
    const themes = PROPOSAL_KINDS.map((kind) => ({ kind, theme: 'x', proposals: 9 }));
    const outside = pictureOutside(picture({ kinds, themes }));
    expect(outside.themes.map(({ kind, proposals }) => [kind, proposals])).toEqual([
      ['speed-check', null],
      ['dark-place', null],
      ['idea', 9],
    ]);
    expect(outside.darkTimes.every(({ proposals }) => proposals === null)).toBe(true);
    expect(outside.wishTimes.counts.flat().every((count) => count === null)).toBe(true);
  });

  it('says nothing of hidden localities when one is hidden only for the sake of others', () => {
    // Nobody and one: the third is hidden with them, though it is heard as the others are.
    const localities = [0, 1, 30, 60].map((count, index) => locality(String(index), count, 3000));
    const outside = pictureOutside(picture(ofMean(localities))).localities;
    expect(outside.map((each) => [each.people, each.verdict, each.perThousand?.value ?? null])).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [60, 'as-others', 20],
    ]);
  });

  it('says of hidden localities that they are hardly heard when it is true of all that are hidden', () => {
    const localities = [locality('a', 2, 3000), locality('b', 3, 3000), locality('c', 60, 3000)];
    expect(pictureOutside(picture(ofMean(localities))).localities.map(({ verdict }) => verdict)).toEqual([
      'hardly',
      'hardly',
      'as-others',
    ]);
  });

  it.each<[name: string, localities: LocalityFigures[], shown: (number | null)[], mean: number | null]>([
    [
      'one of two hidden has no population: the mean would tell the other',
      [locality('a', 2, 1000), locality('b', 3, null), locality('c', 40, 1000)],
      [null, null, null],
      null,
    ],
    [
      'two with a population are hidden, and two without',
      [
        locality('a', 2, 900),
        locality('b', 9, 900),
        locality('c', 40, 900),
        locality('d', 3, null),
        locality('e', 8, null),
      ],
      [null, null, 40, null, null],
      18.9,
    ],
    ['one alone has a population', [locality('a', 3, 900), locality('b', 7, null)], [null, null], null],
    ['nothing is small', [locality('a', 9, 900), locality('b', 7, null)], [9, 7], 10],
  ])('the mean of localities tells no hidden one: %s', (_name, localities, shown, mean) => {
    const outside = pictureOutside(picture(ofMean(localities)));
    expect(outside.localities.map((each) => each.people)).toEqual(shown);
    expect(outside.perThousand === null ? null : Math.round(outside.perThousand * 10) / 10).toBe(mean);
  });

  it('the mean times the inhabitants tells no hidden locality, whatever they are', () => {
    let state = 20_261_126;
    const roll = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    let toldMeans = 0;
    for (let round = 0; round < 800; round += 1) {
      const localities = Array.from({ length: 1 + roll(7) }, (_, index) =>
        locality(String(index), roll(2) === 0 ? roll(7) : roll(60), roll(3) === 0 ? null : 500 + roll(4000)),
      );
      const { localities: shown, perThousand: mean } = pictureOutside(picture(ofMean(localities)));
      if (mean === null) continue;
      const known = shown.filter(({ population }) => population !== null);
      const inhabitants = known.reduce((sum, { population }) => sum + (population ?? 0), 0);
      const left =
        Math.round((mean * inhabitants) / 1000) - known.reduce((sum, each) => sum + (each.people ?? 0), 0);
      const hidden = known.filter((each) => each.people === null).length;
      if (hidden > 0) toldMeans += 1;
      expect([localities, hidden === 0 || (hidden >= 2 && left >= 5)]).toEqual([localities, true]);
    }
    expect(toldMeans).toBeGreaterThan(100);
  });

  it.each([
    ['nobody points anywhere', [], [], 0],
    ['all places are told', [9, 8], [9, 8], 8.5],
    ['one is left out: it would follow from the mean', [9, 8, 7], [9, 8], null],
    ['those left out have four people together', [9, 2, 2], [9], null],
    ['those left out have five people together', [9, 3, 2], [9], 4.7],
  ])('tells what is usual only where few do not follow from it: %s', (_, all, told, expected) => {
    const spots: SituationSpots = {
      usual: expected ?? 4,
      places: all.length,
      untimed: 0,
      unplaced: 0,
      points: all.map((people) => ({ position: [12, 57.9], people })),
      hotSpots: told.map((people) => spotOf({ people, locality: null })),
    };
    expect(outsideOf(picture(), ofMany, spots).usual).toBe(expected);
  });

  it('names of a place only what at least five people speak of there', () => {
    const spots: SituationSpots = {
      usual: 9,
      places: 1,
      untimed: 0,
      unplaced: 0,
      points: [],
      hotSpots: [spotOf({ kinds: ['idea', 'dark-place'], kindsOfMany: ['idea'], locality: null })],
    };
    expect(outsideOf(picture(), ofMany, spots).hotSpots[0]?.kinds).toEqual(['idea']);
  });

  it('has only places that five people point at, in localities whose figures are told, and rounds their positions', () => {
    const spot = (people: number, locality: string): HotSpot => spotOf({ people, locality });
    const spots: SituationSpots = {
      usual: 2,
      places: 9,
      untimed: 0,
      unplaced: 0,
      points: [],
      hotSpots: [spot(9, 'a'), spot(4, 'c'), spot(8, 'b')],
    };
    const localities = [locality('a', 4, 900), locality('b', 40, 900), locality('c', 30, 900)];
    const { hotSpots } = outsideOf(picture(ofMean(localities)), ofMany, spots);
    expect(hotSpots.map(({ rank, people, locality: where }) => [rank, people, where])).toEqual([[1, 8, 'b']]);
    expect(hotSpots[0]?.position).toEqual(rounded([12.04912, 57.89512]));
  });

  it('positions are the middles of squares: near ones become one, none is off by more than half a diagonal', () => {
    expect(rounded([12.04912, 57.89512])).toEqual(rounded([12.04913, 57.89513]));
    const [lng, lat] = rounded([12.04912, 57.89512]);
    const metres = Math.hypot((lng - 12.04912) * 59_200, (lat - 57.89512) * 111_400);
    expect(metres).toBeLessThan(142);
  });
});
