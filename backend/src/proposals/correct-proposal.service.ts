import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';
import type { ProposalRecord } from './proposal-record.js';

/** A correction of what a resident sent. */
export interface Correction {
  readonly proposalId: string;
  readonly version?: number;
  readonly reason: string;
  readonly kind?: ProposalKind;
  readonly position?: Position;
  /** An empty text removes it. */
  readonly placeName?: string;
  readonly details?: ProposalDetails;
  readonly actor: StaffMember;
  readonly organisationId?: string | null;
}

/** Corrects kind, position, place name and details; what was sent stays in the event. */
@Injectable()
export class CorrectProposalService {
  /**
   * @returns the proposal afterwards
   * @throws Refused `input.invalid` (nothing to correct, details without kind, another municipality …), `version.stale`, `not.found`
   */
  correct(_manager: EntityManager, _correction: Correction): Promise<ProposalRecord> {
    throw new Error('Being built');
  }
}
