import type { EditedWords } from '@lofteskartan/shared/contracts/edited-words';
import type { PersonalDataFinding } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { Placement } from '@lofteskartan/shared/contracts/triage';
import type { Position } from '@lofteskartan/shared/position';
import type {
  Language,
  ProposalKind,
  ProposalSource,
  ProposalStatus,
  PublicStatus,
  PublicationState,
} from '@lofteskartan/shared/vocabulary';

/** A proposal's private row, as it is stored. What leaves the house passes a view: never send this. */
export interface ProposalRecord {
  readonly id: string;
  /** `ALE-7K3F9`. */
  readonly reference: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly localityId: string | null;
  /** The locality's slug. */
  readonly locality: string | null;
  readonly kind: ProposalKind;
  /** What staff see, but for a planned speed check (`policePlannedAt`): show `statusFor(record, viewer)`. */
  readonly status: ProposalStatus;
  /** What residents and the sender see. */
  readonly publicStatus: PublicStatus;
  /** Set on a speed check that the police have planned; only police members may know. */
  readonly policePlannedAt: Date | null;
  readonly version: number;
  /** Exact, [lng, lat]. */
  readonly position: Position | null;
  readonly placement: Placement;
  readonly placeName: string | null;
  readonly description: string | null;
  /** The words as staff edited them for everyone; `description` stays as it was sent. */
  readonly edited: EditedWords | null;
  readonly details: ProposalDetails;
  /** Whether `details.roadName` is in the municipality's place list. */
  readonly roadListed: boolean;
  readonly publication: PublicationState;
  readonly personalData: PersonalDataFinding[];
  /** The organisation whose own people alone open it, when it is secret. */
  readonly secretFor: string | null;
  /** Set on what was probably sent by a machine: nobody but its sender sees it until a human has let go of it. */
  readonly heldAs: 'suspected-automatic' | null;
  readonly commitmentId: string | null;
  readonly responsible: string | null;
  readonly declineReason: string | null;
  readonly duplicateOfId: string | null;
  /** How it came in. */
  readonly source: ProposalSource;
  readonly language: Language;
  /** `YYYY-MM-DD`: the date of the activity that fulfilled it, once it is confirmed. */
  readonly doneOn: string | null;
  /** The same, once it is public. */
  readonly publicDoneOn: string | null;
  /** From then on it has waited too long for its answer; it means something only while it waits. */
  readonly answerDueAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
