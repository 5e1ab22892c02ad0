import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { ProposalDraft } from './proposal-draft.js';

/** What every screen of the form gets. */
export interface StepProps {
  municipality: Municipality;
  kind: ProposalKind;
  draft: ProposalDraft;
  change: (part: Partial<ProposalDraft>) => void;
  /** What was said about a field of the contract: `details.roadName`. */
  faultOf: (field: string) => string | undefined;
  onNext: () => void;
}
