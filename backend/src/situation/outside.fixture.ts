import type { LocalityFigures, SituationPicture } from '@lofteskartan/shared/contracts/situation';
import { DARK_PLACE_TIMES, PROPOSAL_KINDS, WEEKDAYS } from '@lofteskartan/shared/vocabulary';
import type { Behind } from './behind.rules.js';
import { meanPerThousand, perThousand, verdictOf } from './locality.rules.js';

/** So many people. */
export const people = (count: number, prefix = 'p'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index)}`);

/** Five people behind everything. */
export const ofMany: Behind = () => new Set(people(5));

/** A locality at which each person sent in one proposal. */
export const locality = (name: string, people: number, population: number | null): LocalityFigures => ({
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

/** Localities beside the mean of all. */
export const ofMean = (localities: LocalityFigures[]): Partial<SituationPicture> => {
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

/** A picture of many, with some parts given. */
export const picture = (part: Partial<SituationPicture> = {}): SituationPicture => ({
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
