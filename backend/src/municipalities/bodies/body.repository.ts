import type { ReferralSettings } from '@lofteskartan/shared/contracts/bodies';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BodyFields, BodyRecord } from './body.rules.js';
import type { BodyOfPlace } from './body.rules.js';

const columns = `b.id, b.municipality_id AS "municipalityId", b.kind, b.name, b.email, b.phone, b.web, b.how, b.roads,
  ST_AsGeoJSON(b.area, 6)::jsonb AS area, b.lamps, b.active, b.version`;
const area = (parameter: number): string => `ST_SetSRID(ST_GeomFromGeoJSON($${parameter}), 4326)`;

/** The register of bodies, and when they are reminded. */
@Injectable()
export class BodyRepository {
  /** Every body of a municipality. */
  all(manager: EntityManager, municipalityId: string): Promise<BodyRecord[]> {
    return manager.query(`SELECT ${columns} FROM responsible_bodies b WHERE b.municipality_id = $1`, [
      municipalityId,
    ]);
  }

  /** A body of a municipality, or null. */
  async one(manager: EntityManager, municipalityId: string, id: string): Promise<BodyRecord | null> {
    const [row] = await manager.query<BodyRecord[]>(
      `SELECT ${columns} FROM responsible_bodies b WHERE b.municipality_id = $1 AND b.id = $2`,
      [municipalityId, id],
    );
    return row ?? null;
  }

  /** A body by its id alone, locked. */
  async lock(manager: EntityManager, id: string): Promise<BodyRecord | null> {
    const [row] = await manager.query<BodyRecord[]>(
      `SELECT ${columns} FROM responsible_bodies b WHERE b.id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  /** Whether another body of the municipality has a name; upper and lower case are alike. */
  async nameIsTaken(
    manager: EntityManager,
    municipalityId: string,
    name: string,
    butId: string | null,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM responsible_bodies WHERE municipality_id = $1 AND lower(name) = lower($2) AND id IS DISTINCT FROM $3::uuid`,
      [municipalityId, name, butId],
    );
    return rows.length > 0;
  }

  /** Why PostGIS does not take a GeoJSON geometry for an area, or null when it does. */
  async faultOfArea(manager: EntityManager, given: object): Promise<string | null> {
    const [row] = await manager.query<{ fault: string | null }[]>(
      `SELECT CASE WHEN ST_IsValid(${area(1)}) THEN NULL ELSE ST_IsValidReason(${area(1)}) END AS fault`,
      [JSON.stringify(given)],
    );
    return row?.fault ?? null;
  }

  /** Adds a body. @returns its id */
  async insert(manager: EntityManager, municipalityId: string, body: BodyFields, now: Date): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO responsible_bodies (kind, name, email, phone, web, how, roads, area, lamps, active, municipality_id, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7::text[], ${area(8)}, $9, $10, $11, $12, $12) RETURNING id`,
      [...values(body), municipalityId, now],
    );
    if (!row) throw new Error('A body was not stored');
    return row.id;
  }

  /** Keeps another state of a body. */
  async update(manager: EntityManager, id: string, body: BodyFields, now: Date): Promise<void> {
    await manager.query(
      `UPDATE responsible_bodies SET kind = $1, name = $2, email = $3, phone = $4, web = $5, how = $6, roads = $7::text[],
         area = ${area(8)}, lamps = $9, active = $10, version = version + 1, updated_at = $12 WHERE id = $11`,
      [...values(body), id, now],
    );
  }

  /** The active bodies of a municipality, each with whether its area holds a place. */
  ofPlace(manager: EntityManager, municipalityId: string, position: Position | null): Promise<BodyOfPlace[]> {
    const [lng, lat] = position ?? [null, null];
    return manager.query(
      `SELECT b.id, b.kind, b.name, b.email, b.how, b.roads, coalesce(b.area IS NOT NULL AND $2::float8 IS NOT NULL
         AND ST_Covers(b.area, ST_SetSRID(ST_MakePoint($2::float8, $3::float8), 4326)), false) AS covers
       FROM responsible_bodies b WHERE b.municipality_id = $1 AND b.active`,
      [municipalityId, lng, lat],
    );
  }

  /** The settings of a municipality's referrals, or null where nobody has set any. */
  async settings(manager: EntityManager, municipalityId: string): Promise<ReferralSettings | null> {
    const [row] = await manager.query<ReferralSettings[]>(
      `SELECT reminder_days AS "reminderDays", no_answer_days AS "noAnswerDays", reply_to AS "replyTo", version
       FROM referral_settings WHERE municipality_id = $1`,
      [municipalityId],
    );
    return row ?? null;
  }

  /** Keeps them, unless somebody else was first. @returns whether they are kept */
  async saveSettings(
    manager: EntityManager,
    municipalityId: string,
    { reminderDays, noAnswerDays, replyTo, version }: ReferralSettings,
  ): Promise<boolean> {
    const kept = await manager.query<{ version: number }[]>(
      `INSERT INTO referral_settings AS s (municipality_id, reminder_days, no_answer_days, reply_to)
       SELECT $1, $2, $3, $4 WHERE $5 = 0 OR EXISTS (SELECT 1 FROM referral_settings WHERE municipality_id = $1)
       ON CONFLICT (municipality_id) DO UPDATE SET reminder_days = excluded.reminder_days,
         no_answer_days = excluded.no_answer_days, reply_to = excluded.reply_to, version = s.version + 1
         WHERE s.version = $5 RETURNING version`,
      [municipalityId, reminderDays, noAnswerDays, replyTo, version],
    );
    return kept.length > 0;
  }
}

const values = (body: BodyFields): unknown[] => [
  body.kind,
  body.name,
  body.email,
  body.phone,
  body.web,
  body.how,
  body.roads,
  body.area ? JSON.stringify(body.area) : null,
  body.lamps,
  body.active,
];
