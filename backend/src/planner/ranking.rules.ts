import {
  RANKING_PARTS,
  type RankingPart,
  type RankingReasonCode,
  type RankingWeights,
  type ShareOf,
} from '@lofteskartan/shared/planner';
import type { SpeedSurrounding } from '@lofteskartan/shared/vocabulary';
import type { IsoDate } from '../platform/dates.js';
import { daysBetween } from '../platform/dates.js';
import { type SuitabilityFacts, suitabilityOf } from './suitability.rules.js';

/** What the ranking asks about a stretch. */
export interface StretchFacts extends SuitabilityFacts {
  readonly id: string;
  /** Distinct people behind open wishes. */
  readonly people: number;
  /** The same, each weighing less the longer ago they asked: half after the half-life. */
  readonly freshPeople: number;
  readonly near: readonly SpeedSurrounding[];
  readonly postedLimit: number | null;
  readonly lastCheckOn: IsoDate | null;
  /** The locality’s id. */
  readonly localityId: string | null;
}

/** How the checks of the last twelve months were spread over a locality. */
export interface LocalityFacts {
  readonly name: string;
  readonly checks: number;
  /** How many it would have had by its share. */
  readonly expected: number;
  /** What its share is one of: those who live there, or, where that is not known of all localities, those who ask. */
  readonly shareOf: ShareOf;
}

/** A reason, as a code with the values that its sentence is filled with. */
export interface Reason {
  readonly part: RankingPart;
  readonly code: RankingReasonCode;
  readonly values: Record<string, string | number>;
}

/** What a part is worth, 0 to 1, and why. */
interface Part {
  readonly value: number;
  readonly reasons: readonly Omit<Reason, 'part'>[];
}

/** A stretch with its place. */
export interface Ranked {
  readonly id: string;
  readonly rank: number;
  /** 0 to 100, one decimal. */
  readonly score: number;
  readonly points: { readonly part: RankingPart; readonly value: number; readonly points: number }[];
  readonly reasons: Reason[];
}

/** So many fresh people make half of the demand; twice as many make three quarters. It is never full, so nobody can fill it. */
const halfDemandPeople = 8;
/** Where people count for less than this share of themselves, it is said how many they count as. */
const nearlyAll = 0.95;
/** What each thing nearby is worth. */
const surroundingWorth: Readonly<Record<SpeedSurrounding, number>> = {
  preschool: 0.5,
  school: 0.5,
  crossing: 0.3,
  'bus-stop': 0.2,
};
/** Roads with such a limit are where people walk. */
const lowLimit = 40;
const lowLimitWorth = 0.2;
/** After so many days without a check nothing more is added. */
const fullWaitDays = 365;

/**
 * Whether weights let the number of those who ask decide alone: nothing that differs by itself weighs as much. Suitability is the same
 * everywhere until somebody has looked, so it holds nothing up.
 */
export function demandRules({ demand, surroundings, sinceCheck, balance }: RankingWeights): boolean {
  const others = surroundings + sinceCheck + balance;
  return others === 0 || demand > others;
}

/** Orders stretches. Where no check can be made stands after all others; what is equal stands as its people and then its id say. */
export function ranked(
  stretches: readonly StretchFacts[],
  localities: ReadonlyMap<string, LocalityFacts>,
  weights: RankingWeights,
  today: IsoDate,
): Ranked[] {
  return stretches
    .map((stretch) => ({ stretch, ...scored(stretch, localities, weights, today) }))
    .sort(
      (one, other) =>
        Number(one.last) - Number(other.last) ||
        other.score - one.score ||
        other.stretch.people - one.stretch.people ||
        (one.stretch.id < other.stretch.id ? -1 : 1),
    )
    .map(({ stretch: { id }, score, points, reasons }, index) => ({
      id,
      rank: index + 1,
      score,
      points,
      reasons,
    }));
}

/** A stretch's score and what it is made of, the heaviest part first. */
export function scored(
  stretch: StretchFacts,
  localities: ReadonlyMap<string, LocalityFacts>,
  weights: RankingWeights,
  today: IsoDate,
): Omit<Ranked, 'id' | 'rank'> & { readonly last: boolean } {
  const { verdict, reasons: against } = suitabilityOf(stretch, weights);
  const locality = stretch.localityId === null ? undefined : localities.get(stretch.localityId);
  const parts: Readonly<Record<RankingPart, Part>> = {
    demand: demandPart(stretch),
    surroundings: surroundingsPart(stretch),
    sinceCheck: sinceCheckPart(stretch, today),
    balance: balancePart(locality),
    suitability: {
      value: verdict === 'suitable' ? 1 : verdict === 'unsuitable' ? 0 : 0.5,
      reasons:
        verdict === 'unsuitable'
          ? against.map((code) => ({ code, values: valuesOf(code, stretch) }))
          : [{ code: verdict, values: {} }],
    },
  };
  const whole = RANKING_PARTS.reduce((sum, part) => sum + weights[part], 0);
  const points = RANKING_PARTS.map((part) => {
    const { value } = parts[part];
    return {
      part,
      value: round(value, 100),
      points: whole === 0 ? 0 : round((100 * weights[part] * value) / whole, 10),
    };
  }).sort((one, other) => other.points - one.points);
  return {
    score: round(
      points.reduce((sum, each) => sum + each.points, 0),
      10,
    ),
    points,
    reasons: points.flatMap(({ part }) => parts[part].reasons.map((reason) => ({ part, ...reason }))),
    last: verdict === 'unsuitable',
  };
}

function valuesOf(code: RankingReasonCode, { limitChangeMetres }: StretchFacts): Reason['values'] {
  return code === 'near-limit-change' ? { metres: limitChangeMetres ?? 0 } : {};
}

function demandPart({ people, freshPeople }: StretchFacts): Part {
  const fading = freshPeople < people * nearlyAll;
  return {
    value: 1 - 0.5 ** (freshPeople / halfDemandPeople),
    reasons: [
      fading
        ? { code: 'people-fading', values: { count: people, fresh: round(freshPeople, 10) } }
        : { code: 'people', values: { count: people } },
    ],
  };
}

function surroundingsPart({ near, postedLimit }: StretchFacts): Part {
  const there = Object.keys(surroundingWorth).filter((each): each is SpeedSurrounding =>
    (near as readonly string[]).includes(each),
  );
  const slow = postedLimit !== null && postedLimit <= lowLimit;
  const worth = there.reduce((sum, each) => sum + surroundingWorth[each], slow ? lowLimitWorth : 0);
  const reasons: Part['reasons'] = [
    ...there.map((code) => ({ code, values: {} })),
    ...(slow ? [{ code: 'low-limit' as const, values: { limit: postedLimit } }] : []),
  ];
  return {
    value: Math.min(1, worth),
    reasons: reasons.length > 0 ? reasons : [{ code: 'nothing-vulnerable', values: {} }],
  };
}

function sinceCheckPart({ lastCheckOn }: StretchFacts, today: IsoDate): Part {
  if (lastCheckOn === null) return { value: 1, reasons: [{ code: 'never-checked', values: {} }] };
  const days = Math.max(0, daysBetween(lastCheckOn, today));
  return {
    value: Math.min(1, days / fullWaitDays),
    reasons: [{ code: 'checked', values: { count: days, date: lastCheckOn } }],
  };
}

const LOCALITY_CODES = {
  population: { less: 'locality-less', enough: 'locality-enough' },
  people: { less: 'locality-less-asking', enough: 'locality-enough-asking' },
} as const;

/** Full where the locality has had none, nothing where it has had its share or more. Where the locality is not known, half. */
function balancePart(locality: LocalityFacts | undefined): Part {
  if (!locality) return { value: 0.5, reasons: [{ code: 'locality-unknown', values: {} }] };
  const { name, checks, expected, shareOf } = locality;
  if (checks === 0) return { value: 1, reasons: [{ code: 'locality-none', values: { locality: name } }] };
  const value = expected > 0 ? Math.max(0, 1 - checks / expected) : 0;
  return {
    value,
    reasons: [
      {
        code: LOCALITY_CODES[shareOf][value > 0 ? 'less' : 'enough'],
        values: { locality: name, count: checks, expected: round(expected, 10) },
      },
    ],
  };
}

const round = (value: number, steps: number): number => Math.round(value * steps) / steps;
