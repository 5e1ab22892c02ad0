import type { ProposalKind } from '@lofteskartan/shared/vocabulary';

/** A proposal in quarantine, as staff judge it. */
export interface HeldProposal {
  readonly id: string;
  readonly municipalityId: string;
  readonly reference: string;
  readonly proposalKind: ProposalKind;
  readonly words: string[];
  readonly photos: number;
  readonly hasAddress: boolean;
  readonly at: Date;
}
