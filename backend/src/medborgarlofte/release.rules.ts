import type { OrganisationType, ProposalKind } from '@lofteskartan/shared/vocabulary';
import { endOfStockholmDay, type IsoDate } from '../platform/dates.js';

/** A commitment as far as the embargo asks about it. */
export interface EmbargoFacts {
  readonly acceptsKinds: readonly ProposalKind[];
  readonly owners: readonly { readonly type: OrganisationType }[];
}

/** Whether activities of a commitment stay secret for a while: the police's speed checks do, all else is public once confirmed. */
export function isEmbargoed({ acceptsKinds, owners }: EmbargoFacts): boolean {
  return acceptsKinds.includes('speed-check') && owners.some(({ type }) => type === 'police');
}

/**
 * The moment at which an embargoed activity becomes public by itself.
 * @param endedAt when it ended, RFC 3339; the end of its day when that was not told
 */
export function releaseMoment(occurredOn: IsoDate, endedAt: string | undefined, delayHours: number): Date {
  const ended = endedAt === undefined ? endOfStockholmDay(occurredOn) : new Date(endedAt);
  return new Date(ended.getTime() + delayHours * 3_600_000);
}
