import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../platform/dates.js';

/** Since when proposal `p` waits for an answer. */
const waitsSince = 'coalesce(p.waits_again_since, p.created_at)';
const sinceDate = `(${waitsSince} AT TIME ZONE 'Europe/Stockholm')::date`;
const waits = `p.status IN ('received', 'under-review', 'awaiting-reply')`;

/** Proposals of a kind that wait since the same day. */
export interface WaitingDay {
  readonly kind: ProposalKind;
  readonly since: IsoDate;
}

/** The columns of `proposals` that say since when it waits, and from when that is too long. */
@Injectable()
export class AnswerDeadlineRepository {
  /** Stores that a proposal waits again since a moment. */
  async beginAgain(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query('UPDATE proposals SET waits_again_since = $2 WHERE id = $1', [id, at]);
  }

  /** Since when a proposal waits for its answer. */
  async waitsSince(manager: EntityManager, id: string): Promise<Date | null> {
    const [row] = await manager.query<{ since: Date }[]>(
      `SELECT ${waitsSince} AS since FROM proposals p WHERE p.id = $1`,
      [id],
    );
    return row?.since ?? null;
  }

  /** Stores when a proposal's answer is due. */
  async save(manager: EntityManager, id: string, dueAt: Date): Promise<void> {
    await manager.query('UPDATE proposals SET answer_due_at = $2 WHERE id = $1', [id, dueAt]);
  }

  /** The days since which proposals of a municipality wait, by kind: few, however many wait. */
  waitingDays(manager: EntityManager, municipalityId: string): Promise<WaitingDay[]> {
    return manager.query<WaitingDay[]>(
      `SELECT DISTINCT p.kind, ${sinceDate}::text AS since FROM proposals p WHERE p.municipality_id = $1 AND ${waits}`,
      [municipalityId],
    );
  }

  /** Stores when the answers are due to all that wait since these days, and shows it in public: no news, so `updated_at` stays. */
  async saveAll(
    manager: EntityManager,
    municipalityId: string,
    days: readonly (WaitingDay & { readonly dueAt: Date })[],
  ): Promise<void> {
    await manager.query(
      `WITH waiting AS (
         SELECT p.id, day.due FROM proposals p
         JOIN jsonb_to_recordset($2::jsonb) AS day (kind text, since date, due timestamptz)
           ON day.kind = p.kind AND day.since = ${sinceDate}
         WHERE p.municipality_id = $1 AND ${waits} AND p.answer_due_at IS DISTINCT FROM day.due
         ORDER BY p.id FOR UPDATE OF p)
       UPDATE proposals p SET answer_due_at = waiting.due FROM waiting WHERE p.id = waiting.id`,
      [municipalityId, JSON.stringify(days.map(({ kind, since, dueAt }) => ({ kind, since, due: dueAt })))],
    );
    await manager.query(
      `UPDATE public_proposals pub SET answer_due_at = p.answer_due_at FROM proposals p
       WHERE p.id = pub.proposal_id AND p.municipality_id = $1 AND pub.listed AND pub.answer_due_at IS DISTINCT FROM p.answer_due_at`,
      [municipalityId],
    );
  }
}
