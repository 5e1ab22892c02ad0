import type { LiveQuestion, LiveQuestions } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What the order of the questions goes by, beside their support. */
interface LiveOrder {
  /** The one that is being answered (reference). */
  readonly current: string | null;
  /** Those that have been answered in the room (references). */
  readonly answered: readonly string[];
  readonly limit: number;
}

/** The published questions of a dialogue as its live page shows them. */
@Injectable()
export class LiveQuestionsRepository {
  /** The one that is being answered, then those that most people want answered, and how many there are in all. Answered ones come last. */
  async published(
    manager: EntityManager,
    dialogueId: string,
    { current, answered, limit }: LiveOrder,
  ): Promise<Pick<LiveQuestions, 'items' | 'total'>> {
    const rows = await manager.query<(LiveQuestion & { total: number })[]>(
      `SELECT q.reference, COALESCE(q.edited_text, q.text) AS text, q.support_count AS "supportCount",
         (q.answered_at IS NOT NULL OR q.reference = ANY ($3)) AS "isAnswered", (count(*) OVER ())::integer AS total
       FROM medborgardialog_questions q WHERE q.dialogue_id = $1 AND q.status = 'published'
       ORDER BY q.reference IS NOT DISTINCT FROM $4 DESC, "isAnswered", q.support_count DESC, q.published_at, q.id LIMIT $2`,
      [dialogueId, limit, answered, current],
    );
    return { items: rows.map(({ total: _, ...question }) => question), total: rows[0]?.total ?? 0 };
  }

  /** Whether a question of a dialogue is published. */
  async isPublished(manager: EntityManager, dialogueId: string, reference: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM medborgardialog_questions WHERE dialogue_id = $1 AND reference = $2 AND status = 'published'`,
      [dialogueId, reference],
    );
    return rows.length > 0;
  }
}
