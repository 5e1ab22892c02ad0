import { QUESTION_LIMITS, type QuestionStatus } from '@lofteskartan/shared/medborgardialog-questions';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { confirmedAddress, people } from './gathered-questions.repository.js';
import type { QuestionRecord } from './question-record.js';
import { questionColumns, questionTables } from './question.repository.js';

/** A question in a list, with how many others were gathered with it. */
export type ListedQuestion = QuestionRecord & { readonly gatheredCount: number };

/** A question as staff list it, with the numbers of those that were gathered with it. */
export type WorkedQuestion = QuestionRecord & {
  readonly gathered: string[];
  readonly intoReference: string | null;
};

/** A question that nobody has read. */
export type UnreadQuestion = Pick<QuestionRecord, 'reference' | 'text'>;

const shown = 'coalesce(q.edited_text, q.text)';

/** SQL for the questions that lead to `q`, directly or through others. */
const gatheredUnder = `WITH RECURSIVE under AS (
  SELECT g.id, g.reference FROM medborgardialog_questions g WHERE g.gathered_into = q.id
  UNION ALL SELECT g.id, g.reference FROM under JOIN medborgardialog_questions g ON g.gathered_into = under.id)`;
const gatheredCount = `(${gatheredUnder} SELECT count(*)::integer FROM under) AS "gatheredCount"`;
const gathered = `ARRAY(${gatheredUnder} SELECT reference FROM under ORDER BY reference) AS gathered`;

/** Lists of questions. What everyone may read asks for `published` ones only. */
@Injectable()
export class QuestionListRepository {
  /** The published questions of a dialogue by support, the earlier first among equals; those with words, if words are given. */
  published(
    manager: EntityManager,
    dialogueId: string,
    { words = null, limit = QUESTION_LIMITS.mostListed }: { words?: string | null; limit?: number } = {},
  ): Promise<ListedQuestion[]> {
    return manager.query(
      `SELECT ${questionColumns}, ${gatheredCount} FROM ${questionTables}
       WHERE q.dialogue_id = $1 AND q.status = 'published'
         AND ($2::text IS NULL OR strpos(lower(${shown}), lower($2)) > 0 OR q.reference = upper($2)
           OR to_tsvector('swedish', ${shown}) @@ plainto_tsquery('swedish', $2))
       ORDER BY q.support_count DESC, q.published_at, q.id LIMIT $3`,
      [dialogueId, words, limit],
    );
  }

  /** How many questions of a dialogue are published. */
  async countPublished(manager: EntityManager, dialogueId: string): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM medborgardialog_questions WHERE dialogue_id = $1 AND status = 'published'`,
      [dialogueId],
    );
    return row?.count ?? 0;
  }

  /** A published question with its count, or null. */
  async publishedById(manager: EntityManager, id: string): Promise<ListedQuestion | null> {
    const [row] = await manager.query<ListedQuestion[]>(
      `SELECT ${questionColumns}, ${gatheredCount} FROM ${questionTables} WHERE q.id = $1 AND q.status = 'published'`,
      [id],
    );
    return row ?? null;
  }

  /** Published questions that share letters or words with a text, the most alike first. */
  similar(
    manager: EntityManager,
    dialogueId: string,
    text: string,
    exceptId: string | null = null,
  ): Promise<ListedQuestion[]> {
    return manager.query(
      `WITH asked AS (SELECT replace(plainto_tsquery('swedish', $2)::text, '&', '|')::tsquery AS words)
       SELECT ${questionColumns}, ${gatheredCount} FROM asked, ${questionTables}
       WHERE q.dialogue_id = $1 AND q.status = 'published' AND q.id IS DISTINCT FROM $3::uuid
         AND (similarity(lower(${shown}), lower($2)) > 0.2 OR to_tsvector('swedish', ${shown}) @@ asked.words)
       ORDER BY similarity(lower(${shown}), lower($2)) + ts_rank(to_tsvector('swedish', ${shown}), asked.words) DESC,
         q.support_count DESC, q.id LIMIT ${String(QUESTION_LIMITS.mostSimilar)}`,
      [dialogueId, text, exceptId],
    );
  }

  /** All questions of a dialogue for its staff: those that wait first, what hit the block list before others, then by support. */
  all(manager: EntityManager, dialogueId: string): Promise<WorkedQuestion[]> {
    return this.worked(manager, 'q.dialogue_id = $1', dialogueId);
  }

  /** One of them, or null. */
  async workedById(manager: EntityManager, id: string): Promise<WorkedQuestion | null> {
    return (await this.worked(manager, 'q.id = $1', id))[0] ?? null;
  }

  private worked(manager: EntityManager, where: string, value: string): Promise<WorkedQuestion[]> {
    return manager.query(
      `SELECT ${questionColumns}, ${gathered}, leader.reference AS "intoReference"
       FROM ${questionTables} LEFT JOIN medborgardialog_questions leader ON leader.id = q.gathered_into WHERE ${where}
       ORDER BY q.status <> 'received', CASE WHEN q.status = 'received' THEN q.blocked_words = '[]' END,
         CASE WHEN q.status = 'received' THEN q.asked_at END, q.support_count DESC, q.asked_at, q.id`,
      [value],
    );
  }

  /** The questions of a dialogue that nobody has read, the first asked first. */
  unread(manager: EntityManager, dialogueId: string): Promise<UnreadQuestion[]> {
    return manager.query(
      `SELECT q.reference, q.text FROM medborgardialog_questions q WHERE q.dialogue_id = $1 AND q.status = 'received'
       ORDER BY q.asked_at, q.reference`,
      [dialogueId],
    );
  }

  /** How many questions of a dialogue are in each state. */
  counts(
    manager: EntityManager,
    dialogueId: string,
  ): Promise<{ readonly status: QuestionStatus; readonly count: number }[]> {
    return manager.query(
      'SELECT status, count(*)::integer AS count FROM medborgardialog_questions WHERE dialogue_id = $1 GROUP BY status',
      [dialogueId],
    );
  }

  /** How many people stand behind all questions of a dialogue, each counted once. */
  async people(manager: EntityManager, dialogueId: string): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT ${people} AS count FROM medborgardialog_questions q
       JOIN medborgardialog_question_supports s ON s.question_id = q.id ${confirmedAddress} WHERE q.dialogue_id = $1`,
      [dialogueId],
    );
    return row?.count ?? 0;
  }
}
