import type { Position } from './position.js';

/** How far a safety walk has come. A published one is corrected by a new version of its protocol. */
export const WALK_STATUSES = ['planned', 'walked', 'published', 'cancelled'] as const;
export type WalkStatus = (typeof WALK_STATUSES)[number];

/** Who holds a walk: by role, never by name. */
export const WALK_ORGANISERS = [
  'municipality',
  'police',
  'rescue-services',
  'housing-company',
  'road-keeper',
  'school',
  'association',
  'night-walkers',
] as const;
export type WalkOrganiser = (typeof WALK_ORGANISERS)[number];

/** What is looked at where a walk stops: light, sight and view, vegetation, care, and whether one can choose another way. */
export const WALK_CHECKS = ['light', 'sight', 'vegetation', 'care', 'way'] as const;
export type WalkCheck = (typeof WALK_CHECKS)[number];

export const CHECK_MARKS = ['good', 'attention', 'bad', 'not-looked'] as const;
export type CheckMark = (typeof CHECK_MARKS)[number];

/** The checklist of a stop. */
export type WalkChecklist = Record<WalkCheck, CheckMark>;

/** What comes of a stop. `nothing` is a stop where nothing more is needed; `no` is one where nothing will be done, and says why. */
export const WALK_ANSWERS = ['measure', 'referred', 'nothing', 'no'] as const;
export type WalkAnswer = (typeof WALK_ANSWERS)[number];

/** Those who took part, by groups: counts that may be told or left out. */
export const WALK_BANDS = {
  sex: ['women', 'men'],
  age: ['under-18', '18-64', '65-more'],
} as const;
export const WALK_BAND_NAMES = [...WALK_BANDS.sex, ...WALK_BANDS.age] as const;
export type WalkBand = (typeof WALK_BAND_NAMES)[number];

/** `V7K3F9`: how a walk is named in its address. */
export const WALK_REFERENCE_PATTERN = /^V[2-9A-HJKMNP-TV-Z]{5}$/;

/** Numbers, characters, hours and bytes. */
export const WALK_LIMITS = {
  titleCharacters: 120,
  purposeCharacters: 500,
  meetingCharacters: 200,
  noteCharacters: 2000,
  textCharacters: 2000,
  stops: 30,
  people: 1000,
  /** Fewer people than this, and the public does not see the figure. */
  peopleBehindAFigure: 5,
  /** The most bytes of photos that wait on a phone. */
  photoBytesOnDevice: 60_000_000,
} as const;

const EARTH_METRES = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two positions, as the crow flies. */
function metresBetween([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  const half =
    Math.sin(radians(lat2 - lat1) / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lng2 - lng1) / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(half));
}

/** Whole metres from the first position to the last by way of all between, as the crow flies. */
export function crowMetres(positions: readonly Position[]): number {
  const legs = positions.slice(1).map((to, index) => metresBetween(positions[index] ?? to, to));
  return Math.round(legs.reduce((sum, leg) => sum + leg, 0));
}
