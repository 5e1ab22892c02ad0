import type {
  HotSpot,
  LocalityFigures,
  SituationPicture,
  SituationSpots,
} from '@lofteskartan/shared/contracts/situation';
import { DARK_PLACE_TIMES, PROPOSAL_KINDS, WEEKDAYS } from '@lofteskartan/shared/vocabulary';
import { meanPerThousand, perThousand, verdictOf } from './locality.rules.js';
import { outsideOf, pictureOutside, rounded } from './outside.rules.js';

const locality = (name: string, people: number, population: number): LocalityFigures => ({
  slug: name,
  name,
  population,
  proposals: people,
  people,
  perThousand: perThousand({ people, population }),
  verdict: null,
  activities: 2,
  measures: 1,
});

const ofMean = (localities: LocalityFigures[]): Partial<SituationPicture> => {
  const mean = meanPerThousand(
    localities.map(({ people, population }) => ({ people: people ?? 0, population })),
  );
  return {
    localities: localities.map((each) =>
      Object.assign({}, each, {
        verdict: verdictOf({ people: each.people ?? 0, population: each.population }, mean),
      }),
    ),
    perThousand: mean,
  };
};

const picture = (part: Partial<SituationPicture> = {}): SituationPicture => ({
  municipality: 'ale',
  municipalityName: 'Ale',
  from: '2026-07-01',
  to: '2026-09-30',
  until: '2026-09-30',
  comparison: 'compared',
  heardSince: '2024-01-01',
  all: { proposals: 60, people: 90, peopleBefore: 50, verdict: 'more' },
  kinds: PROPOSAL_KINDS.map((kind) => ({
    kind,
    proposals: 20,
    people: 30,
    peopleBefore: 20,
    verdict: 'cannot-say',
  })),
  months: [{ month: '2026-07', proposals: 60, people: 90, peopleBefore: 50 }],
  themes: [],
  wishTimes: { counts: WEEKDAYS.map(() => [9, 4, 0, 5, 6, 7, 8, 9]), told: 20, untold: 0 },
  darkTimes: DARK_PLACE_TIMES.map((time) => ({ time, proposals: 4 })),
  perThousand: 10,
  localities: [],
  inNoLocality: 60,
  done: {
    commitments: [{ number: 1, title: 'Kontroller', activities: 3, counting: 2 }],
    measures: [{ kind: 'new-lamp', count: 1 }],
    alternatives: [],
    answers: { given: 20, inTime: 18, waiting: 3 },
  },
  ...part,
});

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
    const people = [0, 1, 30, 60];
    const localities = people.map((count, index) => locality(String(index), count, 3000));
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

  it('has only places that five people point at, in localities whose figures are told, and rounds their positions', () => {
    const spot = (people: number, name: string): HotSpot => ({
      rank: 1,
      position: [12.04912, 57.89512],
      name: 'Storgatan',
      locality: name,
      kinds: ['idea'],
      people,
      low: 3,
      high: 9,
      certainty: 'likely',
    });
    const spots: SituationSpots = {
      usual: 2,
      places: 9,
      untimed: 0,
      unplaced: 0,
      points: [],
      hotSpots: [spot(9, 'a'), spot(4, 'c'), spot(8, 'b')],
    };
    const localities = [locality('a', 4, 900), locality('b', 40, 900), locality('c', 30, 900)];
    const { hotSpots } = outsideOf(picture(ofMean(localities)), spots);
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
