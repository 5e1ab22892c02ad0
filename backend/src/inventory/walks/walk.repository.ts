import type { Position } from '@lofteskartan/shared/position';
import type { WalkOrganiser, WalkStatus } from '@lofteskartan/shared/safety-walks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Bands } from './walk.rules.js';
import { plannedNow } from '../planned-now.js';

/** What is planned of a walk. */
export interface WalkFields {
  readonly title: string;
  readonly purpose: string;
  readonly startsAt: Date;
  readonly meetingPoint: string;
  readonly meetingPosition: Position | null;
  readonly organisers: WalkOrganiser[];
  readonly localityId: string | null;
}

/** A walk's row. What leaves the house passes a view: never send this. */
export interface WalkRecord extends WalkFields {
  readonly id: string;
  readonly reference: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  /** The locality's slug. */
  readonly locality: string | null;
  readonly status: WalkStatus;
  readonly participants: number | null;
  readonly bands: Bands | null;
  readonly cancelledReason: string | null;
  readonly version: number;
}

/** A walk's row with what a list says of its stops. */
export interface ListedWalk extends WalkRecord {
  readonly stopCount: number;
  readonly unansweredCount: number;
}

type Row<Walk extends WalkRecord> = Omit<Walk, 'meetingPosition'> & {
  lng: number | null;
  lat: number | null;
};

const columns = `w.id, w.reference, w.municipality_id AS "municipalityId", m.slug AS municipality, w.locality_id AS "localityId",
  l.slug AS locality, w.title, w.purpose, w.starts_at AS "startsAt", w.meeting_point AS "meetingPoint", ST_X(w.meeting_position) AS lng,
  ST_Y(w.meeting_position) AS lat, w.organisers, w.status, w.participants, w.bands, w.cancelled_reason AS "cancelledReason", w.version`;
const tables = `safety_walks w JOIN municipalities m ON m.id = w.municipality_id LEFT JOIN localities l ON l.id = w.locality_id`;

function record<Walk extends WalkRecord>({ lng, lat, ...row }: Row<Walk>): Walk {
  return { ...row, meetingPosition: lng === null || lat === null ? null : [lng, lat] } as unknown as Walk;
}

const point = (lng: string, lat: string): string =>
  `CASE WHEN ${lng}::float8 IS NULL THEN NULL ELSE ST_SetSRID(ST_MakePoint(${lng}::float8, ${lat}::float8), 4326) END`;

/** Safety walks. */
@Injectable()
export class WalkRepository {
  /** The walk of a reference, or null. */
  async byReference(manager: EntityManager, reference: string): Promise<WalkRecord | null> {
    const [row] = await manager.query<Row<WalkRecord>[]>(
      `SELECT ${columns} FROM ${tables} WHERE w.reference = $1`,
      [reference],
    );
    return row ? record<WalkRecord>(row) : null;
  }

  /** Locks a walk until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<void> {
    await manager.query('SELECT 1 FROM safety_walks WHERE id = $1 FOR UPDATE', [id]);
  }

  /** The walks of a municipality, the latest first. */
  async ofMunicipality(manager: EntityManager, municipalityId: string): Promise<ListedWalk[]> {
    const rows = await manager.query<Row<ListedWalk>[]>(
      `SELECT ${columns}, stops.all AS "stopCount", stops.unanswered AS "unansweredCount" FROM ${tables}
       CROSS JOIN LATERAL (SELECT count(*)::integer AS all, count(*) FILTER (WHERE s.answer IS NULL OR latest.withdrawn_at IS NOT NULL)::integer AS unanswered
         FROM safety_walk_stops s LEFT JOIN LATERAL ${plannedNow('i.id = s.measure_id')} latest ON true WHERE s.walk_id = w.id) stops
       WHERE w.municipality_id = $1 ORDER BY w.starts_at DESC, w.reference`,
      [municipalityId],
    );
    return rows.map((row) => record<ListedWalk>(row));
  }

  /** Adds a walk. @returns its id, or null when the reference is taken */
  async insert(
    manager: EntityManager,
    walk: WalkFields & { readonly reference: string; readonly municipalityId: string },
    now: Date,
  ): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO safety_walks (title, purpose, starts_at, meeting_point, meeting_position, organisers, locality_id, reference,
         municipality_id, created_at, updated_at)
       VALUES ($1, $2, $3, $4, ${point('$5', '$6')}, $7, $8, $9, $10, $11, $11) ON CONFLICT (reference) DO NOTHING RETURNING id`,
      [...values(walk), walk.reference, walk.municipalityId, now],
    );
    return row?.id ?? null;
  }

  /** Keeps another plan of a walk. */
  async update(manager: EntityManager, id: string, walk: WalkFields): Promise<void> {
    await manager.query(
      `UPDATE safety_walks SET title = $1, purpose = $2, starts_at = $3, meeting_point = $4, meeting_position = ${point('$5', '$6')},
         organisers = $7, locality_id = $8 WHERE id = $9`,
      [...values(walk), id],
    );
  }

  /** Says that a walk was held, and how many took part. */
  async complete(
    manager: EntityManager,
    id: string,
    { participants, bands }: { readonly participants: number; readonly bands: Bands | null },
  ): Promise<void> {
    await manager.query(
      `UPDATE safety_walks SET participants = $2, bands = $3, status = CASE status WHEN 'planned' THEN 'walked' ELSE status END
       WHERE id = $1`,
      [id, participants, bands ? JSON.stringify(bands) : null],
    );
  }

  /** Calls a walk off. */
  async cancel(manager: EntityManager, id: string, reason: string): Promise<void> {
    await manager.query(`UPDATE safety_walks SET status = 'cancelled', cancelled_reason = $2 WHERE id = $1`, [
      id,
      reason,
    ]);
  }

  /** Says that a protocol of it is published. */
  async publish(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`UPDATE safety_walks SET status = 'published' WHERE id = $1`, [id]);
  }

  /** Says that something was changed that others may have read. */
  async advance(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query('UPDATE safety_walks SET version = version + 1, updated_at = $2 WHERE id = $1', [
      id,
      now,
    ]);
  }
}

const values = (walk: WalkFields): unknown[] => [
  walk.title,
  walk.purpose,
  walk.startsAt,
  walk.meetingPoint,
  walk.meetingPosition?.[0] ?? null,
  walk.meetingPosition?.[1] ?? null,
  walk.organisers,
  walk.localityId,
];
