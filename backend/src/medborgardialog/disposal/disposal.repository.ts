import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const ofQuestions = 'question_id IN (SELECT id FROM medborgardialog_questions WHERE dialogue_id = $1)';

/** Takes away what dialogues hold of people. What was published stays as it was published: the report has it. */
@Injectable()
export class DialogueDisposalRepository {
  /** Waits for whoever works with the dialogue or supports a question of it. @returns whether it is there and holds something still */
  async lock(manager: EntityManager, id: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM medborgardialoger WHERE id = $1 AND disposed_at IS NULL FOR UPDATE',
      [id],
    );
    await manager.query(
      'SELECT 1 FROM medborgardialog_questions WHERE dialogue_id = $1 ORDER BY id FOR UPDATE',
      [id],
    );
    return rows.length > 0;
  }

  /** Addresses of those who asked, what leads to their own page, and which devices supported; how many did stays. */
  async forgetPeople(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`DELETE FROM medborgardialog_question_contacts WHERE ${ofQuestions}`, [id]);
    await manager.query(`DELETE FROM medborgardialog_question_supports WHERE ${ofQuestions}`, [id]);
    await manager.query(
      `UPDATE medborgardialog_questions SET follow_token_hash = sha256(gen_random_uuid()::text::bytea) WHERE dialogue_id = $1`,
      [id],
    );
  }

  /** Questions keep the words that everyone read; the others, what was found in them, and copies of them in points and words in the history go. */
  async emptyQuestions(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_questions SET text = CASE WHEN status = 'published' THEN coalesce(edited_text, text) ELSE '' END,
         edited_text = NULL, edited_reason = NULL, refused_text = CASE WHEN refused_text IS NULL THEN NULL ELSE '' END,
         personal_data = '[]', blocked_words = '[]' WHERE dialogue_id = $1`,
      [id],
    );
    await manager.query(
      `UPDATE medborgardialog_points SET body = '' WHERE dialogue_id = $1 AND question_id IS NOT NULL`,
      [id],
    );
    await manager.query(
      `UPDATE medborgardialog_events SET changes = jsonb_set(changes, '{text}', CASE type
           WHEN 'point-changed' THEN '{"before": null, "after": null}'::jsonb ELSE '{"from": null, "to": null}'::jsonb END)
       WHERE dialogue_id = $1 AND type IN ('point-changed', 'statement-changed') AND changes -> 'text' IS NOT NULL`,
      [id],
    );
    await manager.query(
      `UPDATE medborgardialog_question_events SET reason = NULL, changes = NULL WHERE ${ofQuestions}`,
      [id],
    );
  }

  /** Sign-ups go whole, with what people needed. */
  async removeSignUps(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM medborgardialog_sign_ups WHERE dialogue_id = $1', [id]);
  }

  /** Votes of phones become counts, told as votes of phones are, so that every sum stays; the key of voters goes where it is still there. */
  async foldVotes(manager: EntityManager, id: string): Promise<void> {
    await manager.query('UPDATE medborgardialog_live SET voter_key = NULL WHERE dialogue_id = $1', [id]);
    await manager.query(
      `WITH gone AS (
         DELETE FROM medborgardialog_votes v USING medborgardialog_statements s WHERE s.id = v.statement_id AND s.dialogue_id = $1
         RETURNING v.statement_id, v.vote)
       INSERT INTO medborgardialog_folded_votes (statement_id, agree, disagree, pass)
       SELECT statement_id, count(*) FILTER (WHERE vote = 'agree'), count(*) FILTER (WHERE vote = 'disagree'),
         count(*) FILTER (WHERE vote = 'pass') FROM gone GROUP BY statement_id`,
      [id],
    );
  }

  /** Statements of residents that were never shown, and notes that no report tells. */
  async emptyUnpublished(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_statements SET text = '' WHERE dialogue_id = $1 AND source = 'resident' AND status IN ('waiting', 'refused')`,
      [id],
    );
    await manager.query(
      `UPDATE medborgardialog_notes SET body = '' WHERE dialogue_id = $1 AND state <> 'included'`,
      [id],
    );
  }

  async markDisposed(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query('UPDATE medborgardialoger SET disposed_at = $2 WHERE id = $1', [id, now]);
  }
}
