import { isPosition, parseNumbers, type Position } from './position.js';
import { PROPOSAL_KINDS, type ProposalKind } from './vocabulary.js';

/** How the kinds are called in addresses: `/ale/ny/hastighetskontroll`. */
export const KIND_SLUGS = {
  'speed-check': 'hastighetskontroll',
  'dark-place': 'otrygg-plats',
  idea: 'ide',
} as const satisfies Record<ProposalKind, string>;

/** The kind of an address; undefined when there is no such form. */
export function kindOfSlug(slug: string | undefined): ProposalKind | undefined {
  return PROPOSAL_KINDS.find((kind) => KIND_SLUGS[kind] === slug);
}

/** The name under which an address of the form holds a place. */
export const PLACE_PARAMETER = 'plats';

/** The address of the form of a kind, with a place chosen where one is given: `/ale/ny/otrygg-plats?plats=12.05321,57.89212`. */
export function formAddress(municipality: string, kind: ProposalKind, place: Position | null = null): string {
  const form = `/${municipality}/ny/${KIND_SLUGS[kind]}`;
  return place
    ? `${form}?${PLACE_PARAMETER}=${place.map((degrees) => String(Number(degrees.toFixed(5)))).join()}`
    : form;
}

/** The place that an address of the form holds; null for anything else than a position. */
export function placeOfAddress(text: string | null): Position | null {
  const place = parseNumbers(text, 2);
  return isPosition(place) ? place : null;
}
