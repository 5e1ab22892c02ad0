import { PROPOSAL_KINDS, type ProposalKind } from '@lofteskartan/shared/vocabulary';

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
