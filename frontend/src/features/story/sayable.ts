import type { PublicProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { FollowedProposal, PublicProposal } from '@lofteskartan/shared/contracts/proposals';

function publicForm(details: FollowedProposal['details']): PublicProposalDetails {
  if ('topic' in details) return { topic: details.topic };
  if ('causes' in details) return { causes: details.causes, when: details.when };
  const {
    roadName = null,
    direction = null,
    postedLimit = null,
    weekdays,
    hourBands,
    problems,
    near,
  } = details;
  return { roadName, direction, postedLimit, weekdays, hourBands, problems, near };
}

/** One's own proposal in the form in which public ones are named: with its own words. */
export function sayable({
  kind,
  status,
  placeName,
  details,
  locality,
}: FollowedProposal): Pick<PublicProposal, 'kind' | 'status' | 'placeName' | 'details' | 'locality'> {
  return { kind, status, placeName, details: publicForm(details), locality };
}
