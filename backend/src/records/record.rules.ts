import type { OrganisationType, ProposalKind } from '@lofteskartan/shared/vocabulary';

/** Who can answer for personal data. */
export interface PossibleController {
  readonly id: string;
  readonly name: string;
  readonly type: OrganisationType;
}

/**
 * Which organisation answers for the personal data of a proposal while nobody has chosen: the owner of the commitment that it is linked
 * to; without one the police for speed checks, else the municipality.
 */
export function controllerOf(
  { kind, ownerId }: { readonly kind: ProposalKind; readonly ownerId: string | null },
  possible: readonly PossibleController[],
): PossibleController | null {
  const owner = possible.find(({ id }) => id === ownerId);
  if (owner) return owner;
  const wanted: OrganisationType = kind === 'speed-check' ? 'police' : 'municipality';
  return possible.find(({ type }) => type === wanted) ?? possible[0] ?? null;
}
