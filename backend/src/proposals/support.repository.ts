import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who supports what. */
@Injectable()
export class SupportRepository {
  /** Adds a device's support; a second one changes nothing. */
  async add(
    manager: EntityManager,
    support: { proposalId: string; deviceHash: Buffer; isSender: boolean; createdAt: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO proposal_supports (proposal_id, device_hash, is_sender, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [support.proposalId, support.deviceHash, support.isSender, support.createdAt],
    );
  }
}
