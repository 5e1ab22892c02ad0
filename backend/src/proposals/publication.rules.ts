import type { ProposalDetails, PublicProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import {
  CAUSES_REVIEWED_FIRST,
  LISTED_STATUSES,
  type DarkPlaceCause,
  type ListedStatus,
  type ProposalKind,
  type ProposalStatus,
  type PublicStatus,
  type PublicationState,
} from '@lofteskartan/shared/vocabulary';
import { directionOf, kindDetails, roadNameOf, takesNoPosition } from './details.rules.js';

/** What decides whether a proposal is public, and which of its words are. */
export interface PublicationFacts {
  readonly kind: ProposalKind;
  readonly publicStatus: PublicStatus;
  readonly publication: PublicationState;
  readonly details: ProposalDetails;
  /** Set when it is secret: then nothing of it is public. */
  readonly secretFor: string | null;
  /** Set when it was probably sent by a machine: then nothing of it is public either. */
  readonly heldAs: string | null;
}

/** Whether a human must have read a proposal before anything of it shows: ideas, and places that speak of a neighbourhood. */
export function needsReview(kind: ProposalKind, details: ProposalDetails): boolean {
  const one = kindDetails(kind, details);
  if (one.kind === 'idea') return true;
  return one.kind === 'dark-place' && one.details.causes.some(isReviewedFirst);
}

const isReviewedFirst = (cause: DarkPlaceCause): boolean =>
  (CAUSES_REVIEWED_FIRST as readonly DarkPlaceCause[]).includes(cause);

/** Whether a status appears in public lists and on the map. */
export const isListedStatus = (status: ProposalStatus): status is ListedStatus =>
  (LISTED_STATUSES as readonly ProposalStatus[]).includes(status);

/** How much of a proposal is public now: all that is released, only that it leads elsewhere (a duplicate), or nothing. */
export function publicShape({
  kind,
  publicStatus,
  publication,
  details,
  secretFor,
  heldAs,
}: PublicationFacts): 'listed' | 'pointer' | 'none' {
  if (secretFor !== null || heldAs !== null) return 'none';
  if (needsReview(kind, details) && publication !== 'released') return 'none';
  if (publicStatus === 'duplicate') return 'pointer';
  return isListedStatus(publicStatus) ? 'listed' : 'none';
}

/** Whether a proposal shows on the public map and in the list. */
export const publicNow = (facts: PublicationFacts): boolean => publicShape(facts) === 'listed';

/** The words that a proposal came with. */
export interface SentWords {
  readonly placeName: string | null;
  readonly description: string | null;
}

/** Words and coded answers that are public now. */
export interface PublicWords extends SentWords {
  /** Whether the description is another than the one that was sent. */
  readonly textEdited: boolean;
  readonly details: PublicProposalDetails;
}

/** What a proposal is shown as. */
type Shown = PublicationFacts &
  SentWords & { readonly roadListed: boolean; readonly edited: { readonly description: string } | null };

/**
 * Coded answers at once; free words only when a human released them, and then as staff edited them; a road at once when it is in the
 * place list.
 */
export function publicWords(proposal: Shown): PublicWords {
  const released = proposal.publication === 'released';
  return {
    // A place in words points somebody out as a pin does.
    placeName: released && !takesNoPosition(proposal.kind, proposal.details) ? proposal.placeName : null,
    description: released ? (proposal.edited?.description ?? proposal.description) : null,
    textEdited: released && proposal.edited !== null,
    details: publicDetails(proposal.kind, proposal.details, { released, roadListed: proposal.roadListed }),
  };
}

function publicDetails(
  kind: ProposalKind,
  details: ProposalDetails,
  shown: { readonly released: boolean; readonly roadListed: boolean },
): PublicProposalDetails {
  const one = kindDetails(kind, details);
  if (one.kind === 'speed-check') {
    const { weekdays, hourBands, postedLimit, problems, near, roadName, direction } = one.details;
    return {
      roadName: shown.released || shown.roadListed ? (roadName ?? null) : null,
      direction: shown.released ? (direction ?? null) : null,
      weekdays,
      hourBands,
      postedLimit: postedLimit ?? null,
      problems,
      near,
    };
  }
  if (one.kind === 'dark-place') return { causes: one.details.causes, when: one.details.when };
  return { topic: one.details.topic };
}

/** What a duplicate's page says besides where it leads: nothing of what was sent but an idea's topic, which has no empty form. */
export function emptyDetails(kind: ProposalKind, details: ProposalDetails): PublicProposalDetails {
  const one = kindDetails(kind, details);
  if (one.kind === 'idea') return { topic: one.details.topic };
  if (one.kind === 'dark-place') return { causes: [], when: [] };
  return {
    roadName: null,
    direction: null,
    weekdays: [],
    hourBands: [],
    postedLimit: null,
    problems: [],
    near: [],
  };
}

/** What a proposal's words await: `pending` when there is something that a human must read, else `none`. */
export function publicationAwaited(
  proposal: SentWords & {
    readonly kind: ProposalKind;
    readonly details: ProposalDetails;
    readonly roadListed: boolean;
  },
): 'pending' | 'none' {
  const { kind, details, roadListed, placeName, description } = proposal;
  const freeRoad = roadListed ? null : roadNameOf(kind, details);
  const free = [placeName, description, freeRoad, directionOf(kind, details)].some((words) => words !== null);
  return free || needsReview(kind, details) ? 'pending' : 'none';
}

/**
 * What becomes of the decision about the words when staff correct them: one that was taken stands, because whoever corrects
 * has read them; without one, it is asked anew whether there is something to read.
 */
export function publicationAfterCorrection(
  before: PublicationState,
  corrected: Parameters<typeof publicationAwaited>[0],
): PublicationState {
  return before === 'released' || before === 'kept-back' ? before : publicationAwaited(corrected);
}
