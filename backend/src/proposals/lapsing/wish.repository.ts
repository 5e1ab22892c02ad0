import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WishPromise } from './lapsing.rules.js';

/** SQL: when somebody in the case that `p` leads last wished it. */
const wishedAt = `(
  WITH RECURSIVE gathered AS (
    SELECT p.id, coalesce(p.wished_again_at, p.created_at) AS at
    UNION ALL SELECT d.id, coalesce(d.wished_again_at, d.created_at) FROM gathered JOIN proposals d ON d.duplicate_of_id = gathered.id)
  SELECT max(at) FROM gathered)`;

/** What decides whether a wish still holds. */
export interface WishFacts {
  readonly wishedAt: Date;
  readonly promise: WishPromise | null;
}

/** How long wishes hold. */
@Injectable()
export class WishRepository {
  /** Open wishes first wished before a moment, or whose promise may have ended, in their order. */
  async candidates(
    manager: EntityManager,
    { wishedBefore, today }: { readonly wishedBefore: Date; readonly today: string },
    afterId: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT p.id FROM proposals p
       WHERE p.kind = 'speed-check' AND p.status IN ('received', 'under-review', 'awaiting-reply', 'committed', 'referred')
         AND p.held_as IS NULL AND ($3::uuid IS NULL OR p.id > $3)
         AND (coalesce(p.wished_again_at, p.created_at) < $1
           OR EXISTS (SELECT FROM medborgarloften l WHERE l.municipality_id = p.municipality_id AND l.ends_on < $2))
       ORDER BY p.id LIMIT $4`,
      [wishedBefore, today, afterId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** When a wish was last wished, and the promise that it belongs to. */
  async facts(manager: EntityManager, proposalId: string): Promise<WishFacts> {
    const [row] = await manager.query<WishFacts[]>(
      `SELECT wished.at AS "wishedAt", (
         SELECT jsonb_build_object('endsOn', l.ends_on) FROM medborgarloften l
         WHERE CASE WHEN p.commitment_id IS NOT NULL
           THEN l.id = (SELECT c.medborgarlofte_id FROM commitments c WHERE c.id = p.commitment_id)
           ELSE l.municipality_id = p.municipality_id AND l.starts_on <= (wished.at AT TIME ZONE 'Europe/Stockholm')::date
             AND (l.ends_on IS NULL OR l.ends_on >= (wished.at AT TIME ZONE 'Europe/Stockholm')::date) END
         ORDER BY l.ends_on DESC NULLS FIRST LIMIT 1) AS promise
       FROM proposals p CROSS JOIN LATERAL (SELECT ${wishedAt} AS at) AS wished WHERE p.id = $1`,
      [proposalId],
    );
    if (!row) throw new Error('A wish that is not there');
    return row;
  }

  /** Counts from now on how long a wish holds. Nothing else changes, so that nobody else can tell. */
  async wishAgain(manager: EntityManager, proposalId: string, at: Date): Promise<void> {
    await manager.query('UPDATE proposals SET wished_again_at = $2 WHERE id = $1', [proposalId, at]);
  }
}
