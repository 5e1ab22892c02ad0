import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { CorrectProposal, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { readDegrees } from './correction.rules.js';

/** A correction while it is being written. */
export interface CorrectionDraft {
  kind: ProposalKind;
  /** Degrees as they are written. */
  lat: string;
  lng: string;
  placeName: string;
  details: ProposalDetails;
  reason: string;
}

/** A correction that changes nothing yet. */
export function correctionOf(proposal: TriageProposal): CorrectionDraft {
  return {
    kind: proposal.kind,
    lat: proposal.position ? String(proposal.position[1]) : '',
    lng: proposal.position ? String(proposal.position[0]) : '',
    placeName: proposal.placeName ?? '',
    details: proposal.details,
    reason: '',
  };
}

/** The answers of a kind with nothing answered. */
export function emptyDetails(kind: ProposalKind): ProposalDetails {
  switch (kind) {
    case 'speed-check':
      return { weekdays: [], hourBands: [], problems: [], near: [] };
    case 'dark-place':
      return { causes: [], when: [] };
    case 'idea':
      return { topic: 'other' };
  }
}

/** The body of the call: what differs from what was sent, and why. */
export function correctionBody(proposal: TriageProposal, draft: CorrectionDraft): CorrectProposal {
  const position = readDegrees(draft.lat, draft.lng);
  const isMoved =
    position !== null &&
    position !== 'wrong' &&
    (position[0] !== proposal.position?.[0] || position[1] !== proposal.position[1]);
  const hasDetails =
    draft.kind !== proposal.kind || JSON.stringify(draft.details) !== JSON.stringify(proposal.details);
  return {
    version: proposal.version,
    reason: draft.reason.trim(),
    ...(isMoved && { position }),
    ...(draft.placeName.trim() !== (proposal.placeName ?? '') && { placeName: draft.placeName.trim() }),
    ...(hasDetails && { kind: draft.kind, details: draft.details }),
  };
}
