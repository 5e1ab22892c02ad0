import type { ProposalSource } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A support that staff registered, with the answer about how it is now that stands. */
export interface RegisteredSupport {
  readonly id: string;
  readonly proposalId: string;
  readonly deviceHash: Buffer;
  readonly source: ProposalSource;
  readonly registeredAt: Date;
  /** When that answer was given; null without one. */
  readonly toldAt: Date | null;
}

/** Supports of residents who reached staff. */
@Injectable()
export class RegisteredSupportRepository {
  /** Says of a support that staff registered it; not of one who sent the proposal, and once of each. */
  async keep(
    manager: EntityManager,
    support: {
      readonly proposalId: string;
      readonly deviceHash: Buffer;
      readonly source: ProposalSource;
      readonly at: Date;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO registered_supports (proposal_id, device_hash, municipality_id, source, registered_at)
       SELECT s.proposal_id, s.device_hash, p.municipality_id, $3, $4
       FROM proposal_supports s JOIN proposals p ON p.id = s.proposal_id
       WHERE s.proposal_id = $1 AND s.device_hash = $2 AND NOT s.is_sender
       ON CONFLICT (proposal_id, device_hash) DO NOTHING`,
      [support.proposalId, support.deviceHash, support.source, support.at],
    );
  }

  /** Those of a proposal, oldest first. */
  ofProposal(manager: EntityManager, proposalId: string): Promise<RegisteredSupport[]> {
    return manager.query(
      `SELECT r.id, r.proposal_id AS "proposalId", r.device_hash AS "deviceHash", r.source, r.registered_at AS "registeredAt", o.told_at AS "toldAt"
       FROM registered_supports r
       LEFT JOIN supporter_outcomes o ON o.proposal_id = r.proposal_id AND o.device_hash = r.device_hash
         AND o.replaced_at IS NULL AND o.withdrawn_at IS NULL AND o.closing IS DISTINCT FROM 'reopened'
       WHERE r.proposal_id = $1 ORDER BY r.registered_at, r.id`,
      [proposalId],
    );
  }
}
