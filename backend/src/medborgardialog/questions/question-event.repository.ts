import type { QuestionEventType } from '@lofteskartan/shared/medborgardialog-questions';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What happened to a question, to be written down. */
export interface NewQuestionEvent {
  readonly questionId: string;
  readonly at: Date;
  readonly type: QuestionEventType;
  readonly actorAccountId?: string | null;
  readonly reason?: string | null;
  readonly changes?: { readonly before?: string; readonly after?: string } | null;
}

/** What happened to a question, with who did it. */
export interface QuestionEventRow {
  readonly id: string;
  readonly at: Date;
  readonly type: QuestionEventType;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** The history of questions, appended and never rewritten. */
@Injectable()
export class QuestionEventRepository {
  /** @returns the event's id */
  async append(manager: EntityManager, event: NewQuestionEvent): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO medborgardialog_question_events (question_id, at, type, actor_account_id, reason, changes)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [
        event.questionId,
        event.at,
        event.type,
        event.actorAccountId ?? null,
        event.reason ?? null,
        event.changes ? JSON.stringify(event.changes) : null,
      ],
    );
    if (!row) throw new Error('An event was not stored');
    return row.id;
  }

  /** The history of a question, the oldest first. */
  ofQuestion(manager: EntityManager, questionId: string): Promise<QuestionEventRow[]> {
    return manager.query(
      `SELECT e.id, e.at, e.type, a.name AS actor, e.reason, e.changes ->> 'before' AS before, e.changes ->> 'after' AS after
       FROM medborgardialog_question_events e LEFT JOIN accounts a ON a.id = e.actor_account_id
       WHERE e.question_id = $1 ORDER BY e.id`,
      [questionId],
    );
  }
}
