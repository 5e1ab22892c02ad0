import { WALK_CHECKS, type WalkChecklist } from '@lofteskartan/shared/safety-walks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What somebody saw at a stop. */
export interface NewObservation {
  readonly checklist: WalkChecklist;
  readonly impression: number | null;
  readonly note: string | null;
  readonly seenAt: Date;
  readonly actorAccountId: string;
}

/** An observation's row. */
export interface ObservationRecord extends Omit<NewObservation, 'actorAccountId'> {
  readonly id: string;
  readonly stopId: string;
  /** The name of who wrote it down. */
  readonly by: string | null;
}

/** What was seen at the stops of walks: added beside each other, so that two phones never write over one another. */
@Injectable()
export class ObservationRepository {
  async insert(manager: EntityManager, stopId: string, given: NewObservation, now: Date): Promise<void> {
    await manager.query(
      `INSERT INTO safety_walk_observations (stop_id, ${WALK_CHECKS.join(', ')}, impression, note, seen_at, actor_account_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        stopId,
        ...WALK_CHECKS.map((check) => given.checklist[check]),
        given.impression,
        given.note,
        given.seenAt,
        given.actorAccountId,
        now,
      ],
    );
  }

  /** What was seen at the stops of a walk, oldest first. */
  ofWalk(manager: EntityManager, walkId: string): Promise<ObservationRecord[]> {
    const marks = WALK_CHECKS.map((check) => `'${check}', o.${check}`).join(', ');
    return manager.query(
      `SELECT o.id, o.stop_id AS "stopId", jsonb_build_object(${marks}) AS checklist, o.impression, o.note, o.seen_at AS "seenAt",
         a.name AS by
       FROM safety_walk_observations o JOIN safety_walk_stops s ON s.id = o.stop_id LEFT JOIN accounts a ON a.id = o.actor_account_id
       WHERE s.walk_id = $1 ORDER BY o.seen_at, o.created_at, o.id`,
      [walkId],
    );
  }

  /** Takes an observation away, words and all. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM safety_walk_observations WHERE id = $1', [id]);
  }
}
