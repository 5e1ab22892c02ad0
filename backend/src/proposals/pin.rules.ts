import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { addMonths, stockholmDate } from '../platform/dates.js';

/** The public statuses in which something has ended. */
export const ENDED_STATUSES = ['done', 'answered', 'declined'] as const satisfies readonly ProposalStatus[];

/**
 * Whether something has left the public map: it ended, and nothing more was told of it for so many months. Places are not to be known for what
 * they once were.
 */
export function hasLeftMap(
  publicStatus: ProposalStatus,
  lastToldAt: string | null,
  months: number,
  now: Date,
): boolean {
  if (lastToldAt === null || !(ENDED_STATUSES as readonly ProposalStatus[]).includes(publicStatus))
    return false;
  return addMonths(stockholmDate(new Date(lastToldAt)), months) <= stockholmDate(now);
}
