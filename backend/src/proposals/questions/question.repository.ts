import type { ReplyFinding } from '@lofteskartan/shared/contracts/questions';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A question to put. */
export interface NewQuestion {
  readonly proposalId: string;
  readonly text: string;
  readonly askedBy: string;
  readonly organisationId: string | null;
  readonly at: Date;
}

/** A question as it is kept. */
export interface QuestionRecord {
  readonly id: string;
  readonly text: string;
  readonly askedBy: string;
  readonly organisation: string | null;
  readonly askedAt: Date;
  readonly remindedAt: Date | null;
  readonly reply: string | null;
  readonly personalData: ReplyFinding[];
  readonly repliedAt: Date | null;
  readonly endedAt: Date | null;
  readonly handledAt: Date | null;
}

/** A question that may be due for something. */
export interface WaitingRow {
  readonly id: string;
  readonly proposalId: string;
  readonly askedAt: Date;
  readonly remindedAt: Date | null;
}

/** Questions to senders, and what they replied. */
@Injectable()
export class QuestionRepository {
  /** Puts a question in the place of one that is open. */
  async ask(
    manager: EntityManager,
    { proposalId, text, askedBy, organisationId, at }: NewQuestion,
  ): Promise<void> {
    await this.end(manager, proposalId, at);
    await manager.query(
      `INSERT INTO proposal_questions (proposal_id, municipality_id, body, asked_by, organisation_id, asked_at)
       SELECT id, municipality_id, $2, $3, $4, $5 FROM proposals WHERE id = $1`,
      [proposalId, text, askedBy, organisationId, at],
    );
  }

  /** All questions about a proposal, the latest first. */
  ofProposal(manager: EntityManager, proposalId: string): Promise<QuestionRecord[]> {
    return manager.query(
      `SELECT q.id, q.body AS text, a.name AS "askedBy", o.name AS organisation, q.asked_at AS "askedAt",
         q.reminded_at AS "remindedAt", q.reply, q.personal_data AS "personalData", q.replied_at AS "repliedAt",
         q.ended_at AS "endedAt", q.handled_at AS "handledAt"
       FROM proposal_questions q JOIN accounts a ON a.id = q.asked_by LEFT JOIN organisations o ON o.id = q.organisation_id
       WHERE q.proposal_id = $1 ORDER BY q.asked_at DESC, q.id`,
      [proposalId],
    );
  }

  /** Waits for no reply any more. */
  async end(manager: EntityManager, proposalId: string, at: Date): Promise<void> {
    await manager.query(
      'UPDATE proposal_questions SET ended_at = $2 WHERE proposal_id = $1 AND ended_at IS NULL',
      [proposalId, at],
    );
  }

  /** Keeps the reply to a question. */
  async reply(
    manager: EntityManager,
    id: string,
    { text, personalData, at }: { text: string; personalData: readonly ReplyFinding[]; at: Date },
  ): Promise<void> {
    await manager.query(
      `UPDATE proposal_questions SET reply = $2, personal_data = $3, replied_at = $4, ended_at = $4 WHERE id = $1`,
      [id, text, JSON.stringify(personalData), at],
    );
  }

  /** Says that staff went on after the replies there are. */
  async handle(manager: EntityManager, proposalId: string, at: Date): Promise<void> {
    await manager.query(
      'UPDATE proposal_questions SET handled_at = $2 WHERE proposal_id = $1 AND reply IS NOT NULL AND handled_at IS NULL',
      [proposalId, at],
    );
  }

  /** Questions put before a moment that their senders are still asked, in their order. */
  waiting(
    manager: EntityManager,
    askedBefore: Date,
    afterId: string | null,
    limit: number,
  ): Promise<WaitingRow[]> {
    return manager.query(
      `SELECT q.id, q.proposal_id AS "proposalId", q.asked_at AS "askedAt", q.reminded_at AS "remindedAt"
       FROM proposal_questions q JOIN proposals p ON p.id = q.proposal_id
       WHERE q.ended_at IS NULL AND p.public_status = 'under-review' AND q.asked_at < $1 AND ($2::uuid IS NULL OR q.id > $2)
       ORDER BY q.id LIMIT $3`,
      [askedBefore, afterId, limit],
    );
  }

  /** Notes that the sender was reminded. */
  async remind(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query('UPDATE proposal_questions SET reminded_at = $2 WHERE id = $1', [id, at]);
  }
}
