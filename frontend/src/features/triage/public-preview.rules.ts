import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import { CAUSES_REVIEWED_FIRST, LISTED_STATUSES } from '@lofteskartan/shared/vocabulary';

/** Whether a proposal shows at all only after a human has read it: ideas, and places that say something about a neighbourhood. */
export function isReviewedFirst({ kind, details }: Pick<TriageProposal, 'kind' | 'details'>): boolean {
  if (kind === 'idea') return true;
  return 'causes' in details && CAUSES_REVIEWED_FIRST.some((cause) => details.causes.includes(cause));
}

/** Whether everyone would see the proposal, once its words are released or not. */
export function wouldShow(proposal: TriageProposal, wordsReleased: boolean): boolean {
  const isListed = LISTED_STATUSES.some((status) => status === proposal.status);
  return isListed && (wordsReleased || !isReviewedFirst(proposal));
}

/** The coded answers as everyone sees them: free words only when released, a listed road always; lamp number and safety never. */
export function publicDetails(
  { details, roadListed }: Pick<TriageProposal, 'details' | 'roadListed'>,
  wordsReleased: boolean,
): ProposalDetails {
  if ('weekdays' in details) {
    const { roadName, weekdays, hourBands, postedLimit, problems, near } = details;
    const coded = { weekdays, hourBands, postedLimit, problems, near };
    if (wordsReleased) return details;
    return roadListed ? { roadName, ...coded } : coded;
  }
  if ('causes' in details) return { causes: details.causes, when: details.when };
  return details;
}
