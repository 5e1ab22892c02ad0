import type { WalkEvent, WalkEventType } from '@lofteskartan/shared/contracts/safety-walks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Something that happened to a walk. */
export interface NewWalkEvent {
  readonly walkId: string;
  readonly municipalityId: string;
  readonly at: Date;
  readonly type: WalkEventType;
  readonly actorAccountId: string;
  readonly reason?: string | null;
  readonly changes?: object | null;
}

/** The history of walks: appended, never rewritten. */
@Injectable()
export class WalkEventRepository {
  async append(manager: EntityManager, event: NewWalkEvent): Promise<void> {
    await manager.query(
      `INSERT INTO safety_walk_events (walk_id, municipality_id, at, type, actor_account_id, reason, changes)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        event.walkId,
        event.municipalityId,
        event.at,
        event.type,
        event.actorAccountId,
        event.reason ?? null,
        event.changes ? JSON.stringify(event.changes) : null,
      ],
    );
  }

  /** The history of a walk, oldest first. */
  async ofWalk(manager: EntityManager, walkId: string): Promise<WalkEvent[]> {
    const rows = await manager.query<(Omit<WalkEvent, 'at'> & { at: Date })[]>(
      `SELECT e.at, e.type, a.name AS actor, e.reason, e.changes
       FROM safety_walk_events e LEFT JOIN accounts a ON a.id = e.actor_account_id WHERE e.walk_id = $1 ORDER BY e.id`,
      [walkId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
