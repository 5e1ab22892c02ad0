import type {
  ComparedFigures,
  KindFigures,
  LocalityFigures,
  MonthFigures,
} from '@lofteskartan/shared/contracts/situation';
import type { Comparison } from '@lofteskartan/shared/situation';
import { PROPOSAL_KINDS, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import { trend } from './chance.rules.js';
import { meanPerThousand, perThousand, verdictOf } from './locality.rules.js';
import { type Days, lengthOf, monthsOf, yearBefore } from './period.rules.js';

/** How many there are in one slice of the period or of the year before. */
export interface Slice {
  readonly period: 'now' | 'before';
  readonly by: 'all' | 'kind' | 'locality' | 'month';
  readonly kind: ProposalKind | null;
  readonly localityId: string | null;
  readonly month: string | null;
  readonly count: number;
}

/** What was counted of a period. */
export interface Heard {
  readonly days: Days;
  readonly comparison: Comparison;
  readonly proposals: readonly Slice[];
  readonly people: readonly Slice[];
}

/** A locality with what was done there. */
export interface LocalityDone {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly population: number | null;
  readonly activities: number;
  readonly measures: number;
}

type Wanted = Partial<Omit<Slice, 'count'>> & Pick<Slice, 'period' | 'by'>;

const countOf = (slices: readonly Slice[], { period, by, ...wanted }: Wanted): number =>
  slices.find(
    (slice) =>
      slice.period === period &&
      slice.by === by &&
      (wanted.kind === undefined || slice.kind === wanted.kind) &&
      (wanted.localityId === undefined || slice.localityId === wanted.localityId) &&
      (wanted.month === undefined || slice.month === wanted.month),
  )?.count ?? 0;

/** The figures of a slice, beside the year before where that can be compared. */
function compared(heard: Heard, slice: Omit<Wanted, 'period'>): ComparedFigures {
  const people = countOf(heard.people, { period: 'now', ...slice });
  const before = countOf(heard.people, { period: 'before', ...slice });
  const isCompared = heard.comparison === 'compared';
  const now = { count: people, days: lengthOf(heard.days) };
  const then = { count: before, days: lengthOf(yearBefore(heard.days)) };
  return {
    proposals: countOf(heard.proposals, { period: 'now', ...slice }),
    people,
    peopleBefore: isCompared ? before : null,
    verdict: isCompared ? trend(now, then) : null,
  };
}

export const wholeOf = (heard: Heard): ComparedFigures => compared(heard, { by: 'all' });

export const kindsOf = (heard: Heard): KindFigures[] =>
  PROPOSAL_KINDS.map((kind) => Object.assign({ kind }, compared(heard, { by: 'kind', kind })));

export const monthsIn = (heard: Heard): MonthFigures[] =>
  monthsOf(heard.days).map((month) => {
    const { proposals, people, peopleBefore } = compared(heard, { by: 'month', month });
    return { month, proposals, people, peopleBefore };
  });

/** Localities by name, each beside its population and the mean of all. */
export function localitiesOf(
  heard: Heard,
  done: readonly LocalityDone[],
): { localities: LocalityFigures[]; perThousand: number | null; inNoLocality: number } {
  const facts = done.map((each) => ({
    ...each,
    people: countOf(heard.people, { period: 'now', by: 'locality', localityId: each.id }),
    proposals: countOf(heard.proposals, { period: 'now', by: 'locality', localityId: each.id }),
  }));
  const mean = meanPerThousand(facts);
  const localities = facts.map(({ id: _id, ...each }) => ({
    ...each,
    perThousand: perThousand(each),
    verdict: verdictOf(each, mean),
  }));
  const alphabet = new Intl.Collator('sv');
  return {
    localities: localities.sort((one, other) => alphabet.compare(one.name, other.name)),
    perThousand: mean === null ? null : Math.round(mean * 10) / 10,
    inNoLocality: countOf(heard.proposals, { period: 'now', by: 'locality', localityId: null }),
  };
}
