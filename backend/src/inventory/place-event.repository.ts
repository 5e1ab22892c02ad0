import type { PlaceEvent, PlaceEventType } from '@lofteskartan/shared/contracts/inventory';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Something that happened to a place. */
export interface NewPlaceEvent {
  readonly placeId: string;
  readonly municipalityId: string;
  readonly at: Date;
  readonly type: PlaceEventType;
  /** Null for the house itself. */
  readonly actorAccountId: string | null;
  readonly reason?: string | null;
  readonly changes?: object | null;
}

/** The history of places: appended, never rewritten. */
@Injectable()
export class PlaceEventRepository {
  async append(manager: EntityManager, event: NewPlaceEvent): Promise<void> {
    await manager.query(
      `INSERT INTO inventory_events (place_id, municipality_id, at, type, actor_account_id, reason, changes)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        event.placeId,
        event.municipalityId,
        event.at,
        event.type,
        event.actorAccountId,
        event.reason ?? null,
        event.changes ? JSON.stringify(event.changes) : null,
      ],
    );
  }

  /** The history of a place, oldest first. */
  async ofPlace(manager: EntityManager, placeId: string): Promise<PlaceEvent[]> {
    const rows = await manager.query<(Omit<PlaceEvent, 'at'> & { at: Date })[]>(
      `SELECT e.at, e.type, a.name AS actor, e.reason, e.changes
       FROM inventory_events e LEFT JOIN accounts a ON a.id = e.actor_account_id WHERE e.place_id = $1 ORDER BY e.id`,
      [placeId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
