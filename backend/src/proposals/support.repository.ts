import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who supports what. */
@Injectable()
export class SupportRepository {
  /** Adds a device's support; a second one changes nothing but the contact that it is linked to, when one comes along. */
  async add(
    manager: EntityManager,
    support: {
      proposalId: string;
      deviceHash: Buffer;
      isSender: boolean;
      contactId: string | null;
      createdAt: Date;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO proposal_supports (proposal_id, device_hash, is_sender, contact_id, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (proposal_id, device_hash) DO UPDATE SET contact_id = excluded.contact_id WHERE excluded.contact_id IS NOT NULL`,
      [support.proposalId, support.deviceHash, support.isSender, support.contactId, support.createdAt],
    );
  }

  /** Links the devices of one contact to another: the person has a new address. */
  async moveTo(manager: EntityManager, fromContactId: string, contactId: string): Promise<void> {
    await manager.query('UPDATE proposal_supports SET contact_id = $2 WHERE contact_id = $1', [
      fromContactId,
      contactId,
    ]);
  }

  /** Links the sender's device to a contact that came later. */
  async linkSender(manager: EntityManager, proposalId: string, contactId: string): Promise<void> {
    await manager.query('UPDATE proposal_supports SET contact_id = $2 WHERE proposal_id = $1 AND is_sender', [
      proposalId,
      contactId,
    ]);
  }
}
