import type { WheelEvent, WheelPlace } from '@lofteskartan/shared/contracts/yearly-wheel';
import { WHEEL_LIMITS, type WheelEventType } from '@lofteskartan/shared/yearly-wheel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OccurrenceReport, WheelFields } from './wheel.rules.js';

/** Something that recurs, as it is stored. */
export interface WheelRecord extends WheelFields {
  readonly id: string;
  readonly municipalityId: string;
  readonly body: string | null;
  readonly version: number;
}

/** A place that is covered, or the one that shows it. */
export interface CoveredPlace extends WheelPlace {
  readonly id: string;
  readonly municipalityId: string;
  readonly isPublic: boolean;
}

const columns = `i.id, i.municipality_id AS "municipalityId", i.kind, i.title, i.unit, i.due, i.every_years AS "everyYears",
  i.starts_on::text AS "startsOn", i.ends_on::text AS "endsOn", i.body_id AS "bodyId", b.name AS body, i.note, i.version`;
const tables = `wheel_items i LEFT JOIN responsible_bodies b ON b.id = i.body_id`;

/** What recurs in the care of places, what was reported of it, and what happened to it. */
@Injectable()
export class WheelRepository {
  /** All that recurs in a municipality. */
  ofMunicipality(manager: EntityManager, municipalityId: string): Promise<WheelRecord[]> {
    return manager.query(
      `SELECT ${columns} FROM ${tables} WHERE i.municipality_id = $1 ORDER BY i.created_at, i.id`,
      [municipalityId],
    );
  }

  /** How much recurs in a municipality; nobody else adds to it until the transaction ends. */
  async lockedCount(manager: EntityManager, municipalityId: string): Promise<number> {
    await manager.query('SELECT 1 FROM municipalities WHERE id = $1 FOR NO KEY UPDATE', [municipalityId]);
    const [row] = await manager.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM wheel_items WHERE municipality_id = $1',
      [municipalityId],
    );
    return row?.count ?? 0;
  }

  async one(manager: EntityManager, id: string): Promise<WheelRecord | null> {
    const [row] = await manager.query<WheelRecord[]>(`SELECT ${columns} FROM ${tables} WHERE i.id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** Locks something that recurs until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<void> {
    await manager.query('SELECT 1 FROM wheel_items WHERE id = $1 FOR UPDATE', [id]);
  }

  /** Adds something that recurs. @returns its id */
  async insert(
    manager: EntityManager,
    municipalityId: string,
    item: WheelFields,
    now: Date,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO wheel_items (kind, title, unit, due, every_years, starts_on, ends_on, body_id, note, municipality_id, created_at, updated_at)
       VALUES ($1, $2, $3, $4::integer[], $5, $6, $7, $8, $9, $10, $11, $11) RETURNING id`,
      [...values(item), municipalityId, now],
    );
    if (!row) throw new Error('What recurs was not stored');
    return row.id;
  }

  /** Keeps another state of something that recurs. */
  async update(manager: EntityManager, id: string, item: WheelFields): Promise<void> {
    await manager.query(
      `UPDATE wheel_items SET kind = $1, title = $2, unit = $3, due = $4::integer[], every_years = $5, starts_on = $6, ends_on = $7,
         body_id = $8, note = $9 WHERE id = $10`,
      [...values(item), id],
    );
  }

  /** Says that something was changed. */
  async advance(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query('UPDATE wheel_items SET version = version + 1, updated_at = $2 WHERE id = $1', [
      id,
      now,
    ]);
  }

  /** The ids of places of a municipality by their references; unknown, foreign and merged ones are left out. */
  async placeIds(
    manager: EntityManager,
    municipalityId: string,
    references: readonly string[],
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM inventory_places WHERE municipality_id = $1 AND reference = ANY ($2::text[]) AND merged_into_id IS NULL`,
      [municipalityId, references],
    );
    return rows.map(({ id }) => id);
  }

  /** Has something cover these places and no others. */
  async cover(manager: EntityManager, itemId: string, placeIds: readonly string[]): Promise<void> {
    await manager.query('DELETE FROM wheel_item_places WHERE item_id = $1', [itemId]);
    await manager.query('INSERT INTO wheel_item_places (item_id, place_id) SELECT $1, unnest($2::uuid[])', [
      itemId,
      placeIds,
    ]);
  }

  /** The places that each covers, merged ones by the one that shows them, once. */
  async covered(manager: EntityManager, itemIds: readonly string[]): Promise<Map<string, CoveredPlace[]>> {
    const rows = await manager.query<(CoveredPlace & { itemId: string })[]>(
      `WITH RECURSIVE up AS (
         SELECT w.item_id, p.id, p.merged_into_id FROM wheel_item_places w JOIN inventory_places p ON p.id = w.place_id
         WHERE w.item_id = ANY ($1::uuid[])
         UNION ALL SELECT up.item_id, p.id, p.merged_into_id FROM up JOIN inventory_places p ON p.id = up.merged_into_id)
       SELECT DISTINCT up.item_id AS "itemId", p.id, p.municipality_id AS "municipalityId", p.reference, p.name, p.is_public AS "isPublic"
       FROM up JOIN inventory_places p ON p.id = up.id WHERE up.merged_into_id IS NULL`,
      [itemIds],
    );
    const alphabet = new Intl.Collator('sv');
    const covered = new Map<string, CoveredPlace[]>();
    for (const { itemId, ...place } of rows.sort((a, b) => alphabet.compare(a.name, b.name)))
      covered.set(itemId, [...(covered.get(itemId) ?? []), place]);
    return covered;
  }

  /** The places of a municipality that something can cover. */
  async choices(manager: EntityManager, municipalityId: string): Promise<WheelPlace[]> {
    const rows = await manager.query<WheelPlace[]>(
      'SELECT reference, name FROM inventory_places WHERE municipality_id = $1 AND merged_into_id IS NULL',
      [municipalityId],
    );
    const alphabet = new Intl.Collator('sv');
    return rows.sort((a, b) => alphabet.compare(a.name, b.name) || a.reference.localeCompare(b.reference));
  }

  /** What was reported of each. */
  async reports(
    manager: EntityManager,
    itemIds: readonly string[],
  ): Promise<Map<string, OccurrenceReport[]>> {
    const rows = await manager.query<(OccurrenceReport & { itemId: string })[]>(
      `SELECT item_id AS "itemId", year, number, done_on::text AS "doneOn", note FROM wheel_reports
       WHERE item_id = ANY ($1::uuid[])`,
      [itemIds],
    );
    const reports = new Map<string, OccurrenceReport[]>();
    for (const { itemId, ...report } of rows) reports.set(itemId, [...(reports.get(itemId) ?? []), report]);
    return reports;
  }

  /** Notes that an occurrence is done. */
  async report(
    manager: EntityManager,
    itemId: string,
    { year, number, doneOn, note }: OccurrenceReport,
    now: Date,
  ): Promise<void> {
    await manager.query(
      'INSERT INTO wheel_reports (item_id, year, number, done_on, note, reported_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [itemId, year, number, doneOn, note, now],
    );
  }

  /** Takes a report back. @returns the day on which it was said to be done, or null when nothing was reported */
  async unreport(
    manager: EntityManager,
    itemId: string,
    { year, number }: { readonly year: number; readonly number: number },
  ): Promise<string | null> {
    const [rows] = await manager.query<[{ doneOn: string }[], number]>(
      `DELETE FROM wheel_reports WHERE item_id = $1 AND year = $2 AND number = $3 RETURNING done_on::text AS "doneOn"`,
      [itemId, year, number],
    );
    return rows[0]?.doneOn ?? null;
  }

  /** Appends something that happened. */
  async append(
    manager: EntityManager,
    event: {
      readonly itemId: string;
      readonly at: Date;
      readonly type: WheelEventType;
      readonly actorAccountId: string;
      readonly changes: object | null;
    },
  ): Promise<void> {
    await manager.query(
      'INSERT INTO wheel_events (item_id, at, type, actor_account_id, changes) VALUES ($1, $2, $3, $4, $5)',
      [
        event.itemId,
        event.at,
        event.type,
        event.actorAccountId,
        event.changes ? JSON.stringify(event.changes) : null,
      ],
    );
  }

  /** The latest events of each, the newest first. */
  async events(manager: EntityManager, itemIds: readonly string[]): Promise<Map<string, WheelEvent[]>> {
    const rows = await manager.query<(Omit<WheelEvent, 'at'> & { at: Date; itemId: string })[]>(
      `SELECT n."itemId", n.at, n.type, n.actor, n.changes FROM (
         SELECT e.item_id AS "itemId", e.id, e.at, e.type, a.name AS actor, e.changes,
           row_number() OVER (PARTITION BY e.item_id ORDER BY e.id DESC) AS place
         FROM wheel_events e LEFT JOIN accounts a ON a.id = e.actor_account_id WHERE e.item_id = ANY ($1::uuid[])) n
       WHERE n.place <= ${String(WHEEL_LIMITS.eventsShown)} ORDER BY n.id DESC`,
      [itemIds],
    );
    const events = new Map<string, WheelEvent[]>();
    for (const { itemId, at, ...event } of rows)
      events.set(itemId, [...(events.get(itemId) ?? []), { ...event, at: at.toISOString() }]);
    return events;
  }
}

const values = (item: WheelFields): unknown[] => [
  item.kind,
  item.title,
  item.unit,
  item.due,
  item.everyYears,
  item.startsOn,
  item.endsOn,
  item.bodyId,
  item.note,
];
