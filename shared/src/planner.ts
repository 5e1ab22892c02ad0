/** The words and limits of planning speed checks: police-internal, until a check that was made is released. */

/** What a stretch's place in the order is made of. */
export const RANKING_PARTS = ['demand', 'surroundings', 'sinceCheck', 'balance', 'suitability'] as const;
export type RankingPart = (typeof RANKING_PARTS)[number];

/** Why a stretch stands where it stands; each code has a sentence in both languages, filled with its values. */
export const RANKING_REASONS = [
  'people',
  'people-fading',
  'school',
  'preschool',
  'crossing',
  'bus-stop',
  'low-limit',
  'nothing-vulnerable',
  'never-checked',
  'checked',
  'locality-none',
  'locality-less',
  'locality-enough',
  'locality-less-asking',
  'locality-enough-asking',
  'locality-unknown',
  'suitable',
  'not-assessed',
  'no-safe-place',
  'near-limit-change',
  'private-road',
] as const;
export type RankingReasonCode = (typeof RANKING_REASONS)[number];

/** What a locality's share of the checks is reckoned from: those who live there, or those who ask. */
export const SHARES_OF = ['population', 'people'] as const;
export type ShareOf = (typeof SHARES_OF)[number];

/** Whether a check can be made on a stretch. */
export const SUITABILITY_VERDICTS = ['suitable', 'unsuitable', 'not-assessed'] as const;
export type SuitabilityVerdict = (typeof SUITABILITY_VERDICTS)[number];

/** The standard reasons why it cannot. */
export const UNSUITABLE_REASONS = ['no-safe-place', 'near-limit-change', 'private-road'] as const;
export type UnsuitableReason = (typeof UNSUITABLE_REASONS)[number];

/** Whose road it is. */
export const ROAD_KEEPERS = ['municipality', 'state', 'private'] as const;
export type RoadKeeper = (typeof ROAD_KEEPERS)[number];

/** What is done instead of a check. */
export const STRETCH_ALTERNATIVES = ['municipal-measurement', 'speed-display', 'referral'] as const;
export type StretchAlternative = (typeof STRETCH_ALTERNATIVES)[number];

/** How far an alternative has come: arranged and told, or ended with a result. */
export const ALTERNATIVE_STATES = ['arranged', 'done', 'not-done'] as const;
export type AlternativeState = (typeof ALTERNATIVE_STATES)[number];

/** What has happened to a stretch. */
export const STRETCH_EVENTS = [
  'began',
  'named',
  'split',
  'merged',
  'undone',
  'assessed',
  'alternative',
  'result',
  'measured',
  'unmeasured',
] as const;
export type StretchEventType = (typeof STRETCH_EVENTS)[number];

export const PLANNED_CHECK_STATES = ['planned', 'fulfilled', 'cancelled'] as const;
export type PlannedCheckState = (typeof PLANNED_CHECK_STATES)[number];

/** Metres, days, characters and numbers of rows. */
export const PLANNER_LIMITS = {
  nameCharacters: 80,
  noteCharacters: 500,
  /** Wishes closer than this are about one stretch, unless they name two listed roads. */
  nearMetres: 150,
  signRoadCharacters: 60,
  /** Wishes that name the same road are about one stretch while the next is no farther. */
  sameRoadMetres: 400,
  /** A stretch that gathers itself grows no longer than this; staff may merge longer ones. */
  longestMetres: 1500,
  /** A school, preschool or stop this close to a wish is near the stretch. */
  surroundingsMetres: 300,
  mergesAtOnce: 20,
  wishesAtOnce: 200,
} as const;

/** How much each part weighs, and the two figures that the parts are counted with. */
export interface RankingWeights {
  readonly demand: number;
  readonly surroundings: number;
  readonly sinceCheck: number;
  readonly balance: number;
  readonly suitability: number;
  /** After so many days a person who asked weighs half. */
  readonly halfLifeDays: number;
  /** Closer than this to where the limit changes, a check is unsuitable. */
  readonly limitChangeMetres: number;
}

/** What holds until the police of a municipality say otherwise. */
export const DEFAULT_WEIGHTS: RankingWeights = {
  demand: 35,
  surroundings: 25,
  sinceCheck: 20,
  balance: 10,
  suitability: 10,
  halfLifeDays: 180,
  limitChangeMetres: 200,
};
