import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import type { FieldCode } from '../platform/problem/codes.js';

/** A proposal as far as its place asks; null when the municipality has none of that number that the person may know of. */
type Linkable = { readonly kind: ProposalKind; readonly status: ProposalStatus } | null;

/** Why a proposal cannot belong to a place, or null: only dark places do, and none that nobody is to see. */
export function whyNotLinked(proposal: Linkable): FieldCode | null {
  if (!proposal) return 'proposalUnknown';
  if (proposal.kind !== 'dark-place') return 'notADarkPlace';
  return proposal.status === 'hidden' || proposal.status === 'withdrawn' ? 'proposalNotShown' : null;
}
