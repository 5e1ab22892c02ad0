import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';
import type { NamedCommitment } from './proposal-moves.rules.js';
import type { ProposalRecord } from './proposal-record.js';

/** A move of one proposal. */
export interface ProposalMove {
  readonly proposalId: string;
  readonly to: ProposalStatus;
  /** The version that the mover read; not checked when left out. */
  readonly version?: number;
  /** Null for the sender (who may only withdraw) and for the house itself. */
  readonly actor: StaffMember | null;
  /** The organisation that acts; by default the actor's first in the municipality. */
  readonly organisationId?: string | null;
  readonly publicText?: string | null;
  readonly reason?: string | null;
  /** What `commitmentId` named: null when there is no such commitment, undefined when none was named. */
  readonly commitment?: NamedCommitment;
  readonly responsible?: string | null;
  readonly duplicateOfReference?: string | null;
  /** An internal note; with a planned speed check it stays among the police. */
  readonly note?: string | null;
}

/** The only place that changes a proposal's status by a move. */
@Injectable()
export class MoveProposalService {
  /**
   * Moves a proposal, writes the event, and brings the public view up to date, all in the caller's transaction.
   * @returns the proposal after the move
   * @throws Refused, in this order: `input.invalid` (a field lacks or is wrong), `version.stale`, `move.notAllowed`;
   *   `not.found` when there is no such proposal
   */
  move(_manager: EntityManager, _move: ProposalMove): Promise<ProposalRecord> {
    throw new Error('Being built');
  }
}
