import type { PhotoLight } from '@lofteskartan/shared/inventory';
import type { Position } from '@lofteskartan/shared/position';
import type { WalkAnswer } from '@lofteskartan/shared/safety-walks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { plannedNow } from '../planned-now.js';

/** A stop that is added: at a place of the inventory, or at a position with a name. */
export interface NewStop {
  readonly id: string;
  readonly placeId: string | null;
  readonly name: string | null;
  readonly position: Position | null;
}

/** What comes of a stop. */
export interface AnswerFields {
  readonly seen: string | null;
  readonly kind: WalkAnswer;
  readonly text: string;
  readonly measureId: string | null;
  readonly bodyId: string | null;
}

/** A stop's row, its place being the one that shows it today: what was merged is shown by what it was merged into. */
export interface StopRecord {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly position: Position;
  readonly placeId: string | null;
  readonly placeReference: string | null;
  readonly placeIsPublic: boolean;
  readonly seen: string | null;
  readonly answer: WalkAnswer | null;
  readonly answerText: string | null;
  readonly measureId: string | null;
  /** The measure as it is planned now: another one where it was taken back and planned anew. */
  readonly measureNowId: string | null;
  /** Whether its measure was taken back and not planned anew. */
  readonly isTakenBack: boolean;
  readonly bodyId: string | null;
  readonly body: string | null;
}

/** A photo of a stop. */
export interface StopPhotoRecord {
  readonly id: string;
  readonly stopId: string;
  readonly width: number;
  readonly height: number;
  readonly light: PhotoLight;
  readonly isPublic: boolean;
}

const shownPlace = `LEFT JOIN LATERAL (WITH RECURSIVE up AS (
    SELECT i.id, i.merged_into_id FROM inventory_places i WHERE i.id = s.place_id
    UNION ALL SELECT i.id, i.merged_into_id FROM up JOIN inventory_places i ON i.id = up.merged_into_id)
  SELECT up.id FROM up WHERE up.merged_into_id IS NULL) shown ON true LEFT JOIN inventory_places p ON p.id = shown.id`;

/** The stops of walks. */
@Injectable()
export class StopRepository {
  /** The stops of a walk in their order. */
  async ofWalk(manager: EntityManager, walkId: string): Promise<StopRecord[]> {
    const rows = await manager.query<(Omit<StopRecord, 'position'> & { lng: number; lat: number })[]>(
      `SELECT s.id, s.version, coalesce(p.name, s.name) AS name, ST_X(coalesce(p.position, s.position)) AS lng,
         ST_Y(coalesce(p.position, s.position)) AS lat, p.id AS "placeId", p.reference AS "placeReference",
         coalesce(p.is_public, false) AS "placeIsPublic", s.seen, s.answer, s.answer_text AS "answerText", s.measure_id AS "measureId",
         latest.id AS "measureNowId", latest.withdrawn_at IS NOT NULL AS "isTakenBack",
         s.body_id AS "bodyId", b.name AS body
       FROM safety_walk_stops s ${shownPlace} LEFT JOIN responsible_bodies b ON b.id = s.body_id
         LEFT JOIN LATERAL ${plannedNow('i.id = s.measure_id')} latest ON true
       WHERE s.walk_id = $1 ORDER BY s.ordinal, s.id`,
      [walkId],
    );
    return rows.map(({ lng, lat, ...row }) => ({ ...row, position: [lng, lat] }));
  }

  /** Adds a stop, last in order. @returns false when a stop has this id already */
  async insert(
    manager: EntityManager,
    walkId: string,
    { id, placeId, name, position }: NewStop,
    now: Date,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO safety_walk_stops (id, walk_id, ordinal, place_id, name, position, created_at)
       VALUES ($1, $2, (SELECT coalesce(max(ordinal), 0) + 1 FROM safety_walk_stops WHERE walk_id = $2), $3, $4,
         CASE WHEN $5::float8 IS NULL THEN NULL ELSE ST_SetSRID(ST_MakePoint($5::float8, $6::float8), 4326) END, $7)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, walkId, placeId, name, position?.[0] ?? null, position?.[1] ?? null, now],
    );
    return rows.length > 0;
  }

  /** Keeps another order of the stops of a walk. */
  async order(manager: EntityManager, walkId: string, ids: readonly string[]): Promise<void> {
    await manager.query(
      `UPDATE safety_walk_stops s SET ordinal = o.ordinal FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, ordinal)
       WHERE s.id = o.id AND s.walk_id = $1`,
      [walkId, ids],
    );
  }

  /** Takes a stop away, with what was seen there; photos stay with their place. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM safety_walk_stops WHERE id = $1', [id]);
  }

  /** Has a stop be at a place of the inventory. */
  async setPlace(manager: EntityManager, id: string, placeId: string): Promise<void> {
    await manager.query('UPDATE safety_walk_stops SET place_id = $2, version = version + 1 WHERE id = $1', [
      id,
      placeId,
    ]);
  }

  /** Keeps what comes of a stop. */
  async answer(manager: EntityManager, id: string, given: AnswerFields): Promise<void> {
    await manager.query(
      `UPDATE safety_walk_stops SET seen = $2, answer = $3, answer_text = $4, measure_id = $5, body_id = $6, version = version + 1
       WHERE id = $1`,
      [id, given.seen, given.kind, given.text, given.measureId, given.bodyId],
    );
  }

  /** Says at which stop photos were taken. */
  async addPhotos(manager: EntityManager, stopId: string, photoIds: readonly string[]): Promise<void> {
    await manager.query(
      'INSERT INTO safety_walk_photos (photo_id, stop_id) SELECT id, $1 FROM unnest($2::uuid[]) AS id',
      [stopId, photoIds],
    );
  }

  /** The photos of the stops of a walk, oldest first. */
  photosOfWalk(manager: EntityManager, walkId: string): Promise<StopPhotoRecord[]> {
    return manager.query(
      `SELECT ph.id, wp.stop_id AS "stopId", ph.width, ph.height, ph.light, ph.is_public AS "isPublic"
       FROM safety_walk_photos wp JOIN safety_walk_stops s ON s.id = wp.stop_id JOIN inventory_photos ph ON ph.id = wp.photo_id
       WHERE s.walk_id = $1 ORDER BY ph.created_at, ph.id`,
      [walkId],
    );
  }
}
