import type { MeasureKind } from '@lofteskartan/shared/inventory';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../platform/dates.js';
import type { MeasureFields } from './measure.rules.js';

/** A measure's row. */
export interface MeasureRecord extends MeasureFields {
  readonly id: string;
  readonly placeId: string;
  /** The name of the body that does it. */
  readonly owner: string | null;
  readonly doneOn: IsoDate | null;
  readonly activityId: string | null;
  /** Whether it was made of an occurrence of the yearly wheel. */
  readonly isCare: boolean;
  /** Whether people were told of it, and asked again, without an activity. */
  readonly isTold: boolean;
}

/** An occurrence of the yearly wheel. */
export interface CareOccurrence {
  readonly itemId: string;
  readonly year: number;
  readonly number: number;
}

/** A measure that was made of an occurrence, with the place that shows it. */
export interface CareMeasure {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly placeId: string;
  readonly municipalityId: string;
}

const columns = `m.id, m.place_id AS "placeId", m.kind, m.body AS text, m.planned_on::text AS "plannedOn", m.done_on::text AS "doneOn",
  m.cost, m.owner_id AS "ownerId", b.name AS owner, m.is_public AS "isPublic", m.activity_id AS "activityId", m.wheel_item_id IS NOT NULL AS "isCare",
  m.told_at IS NOT NULL AS "isTold"`;
const tables = `inventory_measures m LEFT JOIN responsible_bodies b ON b.id = m.owner_id`;

/** What is planned, done and decided about places. */
@Injectable()
export class MeasureRepository {
  /** The measures of a place and of those merged into it, but for those that were withdrawn. */
  ofPlace(manager: EntityManager, placeId: string): Promise<MeasureRecord[]> {
    return manager.query(
      `WITH RECURSIVE family AS (
         SELECT $1::uuid AS id UNION ALL SELECT p.id FROM family JOIN inventory_places p ON p.merged_into_id = family.id)
       SELECT ${columns} FROM ${tables} JOIN family ON family.id = m.place_id
       WHERE m.withdrawn_at IS NULL ORDER BY m.created_at, m.id`,
      [placeId],
    );
  }

  /** Adds a measure. @returns its id */
  async insert(
    manager: EntityManager,
    { placeId, municipalityId }: { readonly placeId: string; readonly municipalityId: string },
    measure: MeasureFields,
    now: Date,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO inventory_measures (kind, body, planned_on, cost, owner_id, is_public, place_id, municipality_id, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) RETURNING id`,
      [...values(measure), placeId, municipalityId, now],
    );
    if (!row) throw new Error('A measure was not stored');
    return row.id;
  }

  /** Keeps another state of a measure. */
  async update(manager: EntityManager, id: string, measure: MeasureFields, now: Date): Promise<void> {
    await manager.query(
      `UPDATE inventory_measures SET kind = $1, body = $2, planned_on = $3, cost = $4, owner_id = $5, is_public = $6, updated_at = $8
       WHERE id = $7`,
      [...values(measure), id, now],
    );
  }

  /** Says that a measure is done, in which words, and which activity was logged of it. */
  async complete(
    manager: EntityManager,
    id: string,
    done: { readonly doneOn: IsoDate; readonly text: string; readonly activityId: string | null },
    now: Date,
  ): Promise<void> {
    await manager.query(
      'UPDATE inventory_measures SET done_on = $2, body = $3, activity_id = $4, updated_at = $5 WHERE id = $1',
      [id, done.doneOn, done.text, done.activityId, now],
    );
  }

  /** Notes that people were told of a measure. */
  async told(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query('UPDATE inventory_measures SET told_at = $2 WHERE id = $1', [id, now]);
  }

  /** Withdraws a measure: nothing shows or counts it any more. */
  async withdraw(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query('UPDATE inventory_measures SET withdrawn_at = $2, updated_at = $2 WHERE id = $1', [
      id,
      now,
    ]);
  }

  /** Says as which measure one that was withdrawn was planned anew. */
  async plannedAgain(manager: EntityManager, id: string, again: string): Promise<void> {
    await manager.query('UPDATE inventory_measures SET planned_again_as = $2 WHERE id = $1', [id, again]);
  }

  /** Says of which occurrence a measure was made. */
  async becomeCare(
    manager: EntityManager,
    id: string,
    { itemId, year, number }: CareOccurrence,
  ): Promise<void> {
    await manager.query(
      'UPDATE inventory_measures SET wheel_item_id = $2, wheel_year = $3, wheel_number = $4 WHERE id = $1',
      [id, itemId, year, number],
    );
  }

  /** What was made of an occurrence and holds, with the places that show it: those into which its own were merged. */
  ofCare(manager: EntityManager, { itemId, year, number }: CareOccurrence): Promise<CareMeasure[]> {
    return manager.query(
      `WITH RECURSIVE up AS (
         SELECT m.id AS measure_id, m.kind, p.id, p.municipality_id, p.merged_into_id
         FROM inventory_measures m JOIN inventory_places p ON p.id = m.place_id
         WHERE m.wheel_item_id = $1 AND m.wheel_year = $2 AND m.wheel_number = $3 AND m.withdrawn_at IS NULL
         UNION ALL SELECT up.measure_id, up.kind, p.id, p.municipality_id, p.merged_into_id
         FROM up JOIN inventory_places p ON p.id = up.merged_into_id)
       SELECT measure_id AS id, kind, up.id AS "placeId", municipality_id AS "municipalityId" FROM up WHERE merged_into_id IS NULL ORDER BY measure_id`,
      [itemId, year, number],
    );
  }

  /** Withdraws what was made of an occurrence. */
  async withdrawCare(
    manager: EntityManager,
    { itemId, year, number }: CareOccurrence,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE inventory_measures SET withdrawn_at = $4, updated_at = $4
       WHERE wheel_item_id = $1 AND wheel_year = $2 AND wheel_number = $3 AND withdrawn_at IS NULL`,
      [itemId, year, number, now],
    );
  }

  /** Moves measures of a place, or of one that was merged into it, to another. @returns the ids of those that were there */
  async move(
    manager: EntityManager,
    fromId: string,
    toId: string,
    ids: readonly string[],
  ): Promise<string[]> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `WITH RECURSIVE family AS (
         SELECT $1::uuid AS id UNION ALL SELECT p.id FROM family JOIN inventory_places p ON p.merged_into_id = family.id)
       UPDATE inventory_measures SET place_id = $2 WHERE place_id IN (SELECT id FROM family) AND id = ANY ($3::uuid[]) RETURNING id`,
      [fromId, toId, ids],
    );
    return rows.map(({ id }) => id);
  }
}

const values = (measure: MeasureFields): unknown[] => [
  measure.kind,
  measure.text,
  measure.plannedOn,
  measure.cost,
  measure.ownerId,
  measure.isPublic,
];
