/** What sort of body answers for a place. A proposal for which none is set has an unknown one. */
export const BODY_KINDS = [
  'municipality',
  'trafikverket',
  'road-association',
  'housing-company',
  'vasttrafik',
  'other',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Sizes of what the register holds, characters and numbers. */
export const BODY_LIMITS = {
  phoneCharacters: 40,
  webCharacters: 300,
  howCharacters: 1000,
  roads: 200,
} as const;

/** The longest number of a fault report in somebody else's system, and the longest telephone number, characters. */
export const FAULT_NUMBER_CHARACTERS = 60;
export const PHONE_CHARACTERS = 30;
