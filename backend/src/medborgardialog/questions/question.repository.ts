import type {
  QuestionOutcome,
  QuestionRefusal,
  QuestionStatus,
} from '@lofteskartan/shared/medborgardialog-questions';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NewQuestion, QuestionRecord } from './question-record.js';

export const questionColumns = `q.id, q.reference, q.dialogue_id AS "dialogueId", q.municipality_id AS "municipalityId", q.subject_kind AS kind,
  q.text, q.edited_text AS "editedText", q.edited_reason AS "editedReason", q.status, q.source, q.table_label AS "table", q.language,
  q.personal_data AS "personalData", q.blocked_words AS "blockedWords", q.gathered_into AS "gatheredInto",
  q.refused_reason AS "refusedReason", q.refused_text AS "refusedText", q.answer_text AS "answerText",
  q.answer_outcome AS "answerOutcome", q.answered_at AS "answeredAt", q.support_count AS "supportCount", q.version,
  q.asked_at AS "askedAt", q.published_at AS "publishedAt", d.reference AS dialogue, d.title AS "dialogueTitle",
  d.starts_at AS "startsAt", d.status AS "dialogueStatus", d.disposed_at IS NOT NULL AS "isDisposed", d.cancelled_reason AS "cancelledReason", m.slug AS municipality`;
export const questionTables = `medborgardialog_questions q JOIN medborgardialoger d ON d.id = q.dialogue_id
  JOIN municipalities m ON m.id = q.municipality_id`;

/** Questions of medborgardialoger: their rows. */
@Injectable()
export class QuestionRepository {
  /** The question of an id, or null. */
  byId(manager: EntityManager, id: string): Promise<QuestionRecord | null> {
    return this.one(manager, 'q.id = $1', id);
  }

  /** The question of a number, or null. */
  byReference(manager: EntityManager, reference: string): Promise<QuestionRecord | null> {
    return this.one(manager, 'q.reference = $1', reference.toUpperCase());
  }

  /** The question of a follow token, also of one that stands in mails to its sender; or null. */
  byFollowToken(manager: EntityManager, hash: Buffer): Promise<QuestionRecord | null> {
    return this.one(manager, 'q.follow_token_hash = $1', hash);
  }

  private async one(manager: EntityManager, where: string, value: unknown): Promise<QuestionRecord | null> {
    const [row] = await manager.query<QuestionRecord[]>(
      `SELECT ${questionColumns} FROM ${questionTables} WHERE ${where}`,
      [value],
    );
    return row ?? null;
  }

  /** Locks questions until the transaction ends, in an order that everyone keeps to. */
  async lock(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query(
      'SELECT 1 FROM medborgardialog_questions WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE',
      [ids],
    );
  }

  /** Locks the questions of a dialogue that wait for an answer, in the same order. @returns their ids, without those that are answered with another */
  async lockWaiting(manager: EntityManager, dialogueId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT q.id FROM medborgardialog_questions q WHERE q.dialogue_id = $1 AND q.status IN ('received', 'published')
       ORDER BY q.id FOR UPDATE`,
      [dialogueId],
    );
    return rows.map(({ id }) => id);
  }

  /** Stores a question. @returns its id, or null when the number is taken */
  async insert(manager: EntityManager, question: NewQuestion): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO medborgardialog_questions (reference, dialogue_id, municipality_id, subject_kind, text, source, language, personal_data,
         blocked_words, follow_token_hash, asked_at, updated_at, table_label)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12) ON CONFLICT (reference) DO NOTHING RETURNING id`,
      [
        question.reference,
        question.dialogueId,
        question.municipalityId,
        question.kind,
        question.text,
        question.source,
        question.language,
        JSON.stringify(question.personalData),
        JSON.stringify(question.blockedWords),
        question.followTokenHash,
        question.askedAt,
        question.table ?? null,
      ],
    );
    return row?.id ?? null;
  }

  /** Stores another state; the first time that it is shown stays its moment of publication. */
  async saveStatus(
    manager: EntityManager,
    id: string,
    to: {
      readonly status: QuestionStatus;
      readonly gatheredInto?: string | null;
      readonly refusal?: { readonly reason: QuestionRefusal; readonly text: string };
    },
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_questions SET status = $2, gathered_into = $3, refused_reason = $4, refused_text = $5,
         published_at = CASE WHEN $2 = 'published' THEN coalesce(published_at, $6) ELSE published_at END,
         version = version + 1, updated_at = $6 WHERE id = $1`,
      [id, to.status, to.gatheredInto ?? null, to.refusal?.reason ?? null, to.refusal?.text ?? null, now],
    );
  }

  /** Takes the way to a question from its sender: another token takes its place, which nobody knows. */
  async loseSender(manager: EntityManager, id: string, unknownTokenHash: Buffer, now: Date): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_questions SET follow_token_hash = $2, version = version + 1, updated_at = $3 WHERE id = $1`,
      [id, unknownTokenHash, now],
    );
  }

  /** Stores the words that are shown instead of those that were sent; null for those. */
  async saveWords(
    manager: EntityManager,
    id: string,
    edit: { readonly text: string; readonly reason: string } | null,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_questions SET edited_text = $2, edited_reason = $3, version = version + 1, updated_at = $4 WHERE id = $1`,
      [id, edit?.text ?? null, edit?.reason ?? null, now],
    );
  }

  /** Stores the answer. */
  async saveAnswer(
    manager: EntityManager,
    id: string,
    answer: { readonly publicText: string; readonly outcome: QuestionOutcome },
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_questions SET answer_text = $2, answer_outcome = $3, answered_at = $4, version = version + 1, updated_at = $4
       WHERE id = $1`,
      [id, answer.publicText, answer.outcome, now],
    );
  }
}
