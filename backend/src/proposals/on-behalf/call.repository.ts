import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A telephone number as it is stored: sealed. */
export interface PhoneRecord {
  readonly phoneSealed: Buffer;
  readonly nameSealed: Buffer | null;
  readonly toCallSince: Date | null;
  readonly calledAt: Date | null;
}

/** Senders who left a telephone number with staff, and who has called them. */
@Injectable()
export class CallRepository {
  /** Keeps a sender's number. */
  async keep(
    manager: EntityManager,
    phone: { proposalId: string; phoneSealed: Buffer; nameSealed: Buffer | null; at: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO proposal_phones (proposal_id, municipality_id, phone_sealed, name_sealed, created_at)
       SELECT id, municipality_id, $2, $3, $4 FROM proposals WHERE id = $1`,
      [phone.proposalId, phone.phoneSealed, phone.nameSealed, phone.at],
    );
  }

  /** The number of a proposal's sender, or null. */
  async ofProposal(manager: EntityManager, proposalId: string): Promise<PhoneRecord | null> {
    const [row] = await manager.query<PhoneRecord[]>(
      `SELECT phone_sealed AS "phoneSealed", name_sealed AS "nameSealed", to_call_since AS "toCallSince", called_at AS "calledAt"
       FROM proposal_phones WHERE proposal_id = $1`,
      [proposalId],
    );
    return row ?? null;
  }

  /** Forgets it. */
  async forget(manager: EntityManager, proposalId: string): Promise<void> {
    await manager.query('DELETE FROM proposal_phones WHERE proposal_id = $1', [proposalId]);
  }

  /** Notes that the sender was called. */
  async called(manager: EntityManager, proposalId: string, accountId: string, at: Date): Promise<void> {
    await manager.query(
      'UPDATE proposal_phones SET called_at = $2, called_by = $3, to_call_since = NULL WHERE proposal_id = $1',
      [proposalId, at, accountId],
    );
  }

  /**
   * Says of a proposal and of those gathered under it whose senders are to be called: who left a number, has confirmed no address, and
   * was not called since the answer that stands. @param answeredAt null when there is no answer
   * @returns how many of them there are
   */
  async settle(manager: EntityManager, proposalId: string, answeredAt: Date | null): Promise<number> {
    const [rows] = await manager.query<[{ waits: boolean }[], number]>(
      `WITH RECURSIVE gathered AS (
         SELECT $1::uuid AS id UNION ALL SELECT p.id FROM gathered JOIN proposals p ON p.duplicate_of_id = gathered.id)
       UPDATE proposal_phones f SET to_call_since = CASE
         WHEN f.called_at >= $2::timestamptz THEN NULL
         WHEN EXISTS (SELECT 1 FROM proposal_contacts c WHERE c.proposal_id = f.proposal_id AND c.role = 'sender' AND c.state = 'confirmed')
           THEN NULL
         ELSE $2::timestamptz END
       FROM gathered WHERE f.proposal_id = gathered.id
       RETURNING f.to_call_since IS NOT NULL AS waits`,
      [proposalId, answeredAt],
    );
    return rows.filter(({ waits }) => waits).length;
  }
}
