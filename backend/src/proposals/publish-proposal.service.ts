import type { PhotoDecision, PublicationDecision } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';
import type { ProposalRecord } from './proposal-record.js';

/** What was decided about a proposal's words and photos. */
export interface Publication {
  readonly proposalId: string;
  readonly version?: number;
  readonly text?: PublicationDecision;
  readonly photos?: readonly PhotoDecision[];
  readonly reason?: string | null;
  readonly actor: StaffMember;
  readonly organisationId?: string | null;
}

/** Releases a resident's words and photos, or keeps them back. */
@Injectable()
export class PublishProposalService {
  /**
   * Stores the decisions with an event and brings the public view up to date.
   * @returns the proposal afterwards
   * @throws Refused `input.invalid` (nothing decided, or a photo of another proposal), `version.stale`, `not.found`
   */
  publish(_manager: EntityManager, _publication: Publication): Promise<ProposalRecord> {
    throw new Error('Being built');
  }
}
