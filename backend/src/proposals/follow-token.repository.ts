import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Follow tokens given out after the first one, which stays good. */
@Injectable()
export class FollowTokenRepository {
  /** Stores one; a second time changes nothing. It ends with the contact that it was given to. */
  async add(
    manager: EntityManager,
    token: { hash: Buffer; proposalId: string; contactId: string; at: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO proposal_follow_tokens (token_hash, proposal_id, contact_id, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [token.hash, token.proposalId, token.contactId, token.at],
    );
  }

  /** Lets the token in use outlive the contact that it was given to. */
  async keep(manager: EntityManager, hash: Buffer): Promise<void> {
    await manager.query('UPDATE proposal_follow_tokens SET contact_id = NULL WHERE token_hash = $1', [hash]);
  }
}
