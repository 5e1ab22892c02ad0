import type { StaffNote } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Internal notes. */
@Injectable()
export class NoteRepository {
  /** Stores a note. */
  async insert(
    manager: EntityManager,
    note: { proposalId: string; authorAccountId: string; text: string; createdAt: Date },
  ): Promise<void> {
    await manager.query(
      'INSERT INTO proposal_notes (proposal_id, author_account_id, body, created_at) VALUES ($1, $2, $3, $4)',
      [note.proposalId, note.authorAccountId, note.text, note.createdAt],
    );
  }

  /** The notes on a proposal, oldest first. */
  async ofProposal(manager: EntityManager, proposalId: string): Promise<StaffNote[]> {
    const rows = await manager.query<(Omit<StaffNote, 'createdAt'> & { createdAt: Date })[]>(
      `SELECT n.id, n.body AS text, a.name AS author, n.created_at AS "createdAt"
       FROM proposal_notes n JOIN accounts a ON a.id = n.author_account_id
       WHERE n.proposal_id = $1 ORDER BY n.created_at, n.id`,
      [proposalId],
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }
}
