import type { Position } from '@lofteskartan/shared/position';
import type { DarkPlaceCause, DarkPlaceTime } from '@lofteskartan/shared/vocabulary';
import type { Season } from '@lofteskartan/shared/inventory';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlaceFields } from './place.rules.js';

/** A place's row. What leaves the house passes a view: never send this. */
export interface PlaceRecord extends PlaceFields {
  readonly id: string;
  readonly reference: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  /** The locality's slug. */
  readonly locality: string | null;
  /** The name of the body that answers for it. */
  readonly body: string | null;
  readonly mergedIntoId: string | null;
  readonly version: number;
  readonly updatedAt: Date;
}

type PlaceRow = Omit<PlaceRecord, 'position'> & { readonly lng: number; readonly lat: number };

/** The columns of a `PlaceRecord`, from `placeTables`. */
const placeColumns = `p.id, p.reference, p.municipality_id AS "municipalityId", m.slug AS municipality, l.slug AS locality, p.name,
  ST_X(p.position) AS lng, ST_Y(p.position) AS lat, ST_AsGeoJSON(p.outline, 6)::jsonb AS outline, p.causes, p.dark_when AS "when",
  p.seasons, p.body_id AS "bodyId", b.name AS body, p.lamp_numbers AS "lampNumbers", p.description, p.note, p.is_public AS "isPublic",
  p.merged_into_id AS "mergedIntoId", p.version, p.updated_at AS "updatedAt"`;

const placeTables = `inventory_places p JOIN municipalities m ON m.id = p.municipality_id
  LEFT JOIN localities l ON l.id = p.locality_id LEFT JOIN responsible_bodies b ON b.id = p.body_id`;

const record = ({ lng, lat, ...row }: PlaceRow): PlaceRecord => ({ ...row, position: [lng, lat] });
const point = (lng: string, lat: string): string => `ST_SetSRID(ST_MakePoint(${lng}, ${lat}), 4326)`;
const outline = (parameter: string): string => `ST_SetSRID(ST_GeomFromGeoJSON(${parameter}), 4326)`;

/** What narrows a list; empty lists narrow nothing. */
export interface PlaceFilters {
  readonly municipalityId: string;
  readonly causes: readonly DarkPlaceCause[];
  readonly when: readonly DarkPlaceTime[];
  readonly seasons: readonly Season[];
  readonly localities: readonly string[];
  readonly bodyId: string | null;
  readonly name: string | null;
}

/** The places of the inventory. */
@Injectable()
export class PlaceRepository {
  /** The place of a reference, or null. */
  async byReference(manager: EntityManager, reference: string): Promise<PlaceRecord | null> {
    const [row] = await manager.query<PlaceRow[]>(
      `SELECT ${placeColumns} FROM ${placeTables} WHERE p.reference = $1`,
      [reference],
    );
    return row ? record(row) : null;
  }

  /** The place of an id, or null. */
  async byId(manager: EntityManager, id: string): Promise<PlaceRecord | null> {
    const [row] = await manager.query<PlaceRow[]>(
      `SELECT ${placeColumns} FROM ${placeTables} WHERE p.id = $1`,
      [id],
    );
    return row ? record(row) : null;
  }

  /** Locks a place until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<void> {
    await manager.query('SELECT 1 FROM inventory_places WHERE id = $1 FOR UPDATE', [id]);
  }

  /** The places of a municipality that fit, those that were merged into others left out. */
  async list(manager: EntityManager, filters: PlaceFilters): Promise<PlaceRecord[]> {
    const rows = await manager.query<PlaceRow[]>(
      `SELECT ${placeColumns} FROM ${placeTables}
       WHERE p.municipality_id = $1 AND p.merged_into_id IS NULL
         AND (cardinality($2::text[]) = 0 OR p.causes && $2::text[])
         AND (cardinality($3::text[]) = 0 OR p.dark_when && $3::text[])
         AND (cardinality($4::text[]) = 0 OR p.seasons && $4::text[])
         AND (cardinality($5::text[]) = 0 OR l.slug = ANY ($5::text[]))
         AND ($6::uuid IS NULL OR p.body_id = $6::uuid)
         AND ($7::text IS NULL OR strpos(lower(p.name), lower($7::text)) > 0)`,
      [
        filters.municipalityId,
        filters.causes,
        filters.when,
        filters.seasons,
        filters.localities,
        filters.bodyId,
        filters.name,
      ],
    );
    return rows.map(record);
  }

  /** Adds a place. @returns its id, or null when the reference is taken */
  async insert(
    manager: EntityManager,
    place: PlaceFields & {
      readonly reference: string;
      readonly municipalityId: string;
      readonly localityId: string | null;
    },
    now: Date,
  ): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO inventory_places (name, position, outline, causes, dark_when, seasons, body_id, lamp_numbers, description, note,
         is_public, reference, municipality_id, locality_id, created_at, updated_at)
       VALUES ($1, ${point('$2', '$3')}, ${outline('$4')}, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)
       ON CONFLICT (reference) DO NOTHING RETURNING id`,
      [...values(place), place.reference, place.municipalityId, place.localityId, now],
    );
    return row?.id ?? null;
  }

  /** Keeps another state of a place. */
  async update(
    manager: EntityManager,
    id: string,
    place: PlaceFields,
    localityId: string | null,
  ): Promise<void> {
    await manager.query(
      `UPDATE inventory_places SET name = $1, position = ${point('$2', '$3')}, outline = ${outline('$4')}, causes = $5,
         dark_when = $6, seasons = $7, body_id = $8, lamp_numbers = $9, description = $10, note = $11, is_public = $12,
         locality_id = $14 WHERE id = $13`,
      [...values(place), id, localityId],
    );
  }

  /** Says that something about a place was changed. */
  async advance(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query('UPDATE inventory_places SET version = version + 1, updated_at = $2 WHERE id = $1', [
      id,
      now,
    ]);
  }

  /** Has a place shown by another one, or by itself again. */
  async mergeInto(manager: EntityManager, id: string, intoId: string | null): Promise<void> {
    await manager.query('UPDATE inventory_places SET merged_into_id = $2 WHERE id = $1', [id, intoId]);
  }

  /** The places that were merged directly into one, by name. */
  merged(
    manager: EntityManager,
    id: string,
  ): Promise<{ reference: string; name: string; version: number }[]> {
    return manager.query(
      'SELECT reference, name, version FROM inventory_places WHERE merged_into_id = $1 ORDER BY name, reference',
      [id],
    );
  }

  /** Why PostGIS does not take a GeoJSON geometry for an outline, or null when it does. */
  async faultOfOutline(manager: EntityManager, given: object): Promise<string | null> {
    const [row] = await manager.query<{ fault: string | null }[]>(
      `SELECT CASE WHEN ST_IsValid(${outline('$1')}) THEN NULL ELSE ST_IsValidReason(${outline('$1')}) END AS fault`,
      [JSON.stringify(given)],
    );
    return row?.fault ?? null;
  }

  /** Links a proposal. @returns false when it belongs to a place already */
  async link(manager: EntityManager, placeId: string, proposalId: string, now: Date): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO inventory_place_proposals (proposal_id, place_id, linked_at) VALUES ($1, $2, $3)
       ON CONFLICT (proposal_id) DO NOTHING RETURNING proposal_id`,
      [proposalId, placeId, now],
    );
    return rows.length > 0;
  }

  /** Takes a link away, also one to a place that was merged into this one. @returns false when there was none */
  async unlink(manager: EntityManager, placeId: string, proposalId: string): Promise<boolean> {
    const [rows] = await manager.query<[unknown[], number]>(
      `WITH RECURSIVE family AS (
         SELECT $1::uuid AS id UNION ALL SELECT i.id FROM family JOIN inventory_places i ON i.merged_into_id = family.id)
       DELETE FROM inventory_place_proposals WHERE place_id IN (SELECT id FROM family) AND proposal_id = $2 RETURNING proposal_id`,
      [placeId, proposalId],
    );
    return rows.length > 0;
  }

  /** The places that a place was merged into, one after the other, as far as the one that shows them all. Empty for one by itself. */
  async above(manager: EntityManager, placeId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH RECURSIVE up AS (
         SELECT merged_into_id AS id, 1 AS step FROM inventory_places WHERE id = $1 AND merged_into_id IS NOT NULL
         UNION ALL SELECT i.merged_into_id, up.step + 1 FROM up JOIN inventory_places i ON i.id = up.id WHERE i.merged_into_id IS NOT NULL)
       SELECT id FROM up ORDER BY step`,
      [placeId],
    );
    return rows.map(({ id }) => id);
  }

  /** The place that shows a proposal: the one that it is linked to, or that which that one was merged into. Null when there is none. */
  async ofProposal(manager: EntityManager, proposalId: string): Promise<PlaceRecord | null> {
    const [row] = await manager.query<PlaceRow[]>(
      `WITH RECURSIVE up AS (
         SELECT i.id, i.merged_into_id FROM inventory_places i JOIN inventory_place_proposals pp ON pp.place_id = i.id WHERE pp.proposal_id = $1
         UNION ALL SELECT i.id, i.merged_into_id FROM up JOIN inventory_places i ON i.id = up.merged_into_id)
       SELECT ${placeColumns} FROM ${placeTables} JOIN up ON up.id = p.id AND up.merged_into_id IS NULL`,
      [proposalId],
    );
    return row ? record(row) : null;
  }

  /** Places of a municipality within so many metres of a position, nearest first. */
  near(
    manager: EntityManager,
    municipalityId: string,
    [lng, lat]: Position,
    metres: number,
  ): Promise<{ reference: string; name: string; distanceMetres: number }[]> {
    return manager.query(
      `SELECT p.reference, p.name, round(ST_Distance(p.position::geography, ${point('$2::float8', '$3::float8')}::geography))::integer AS "distanceMetres"
       FROM inventory_places p WHERE p.municipality_id = $1 AND p.merged_into_id IS NULL
         AND ST_DWithin(p.position::geography, ${point('$2::float8', '$3::float8')}::geography, $4) ORDER BY 3, 1 LIMIT 10`,
      [municipalityId, lng, lat, metres],
    );
  }
}

const values = (place: PlaceFields): unknown[] => [
  place.name,
  ...place.position,
  place.outline ? JSON.stringify(place.outline) : null,
  place.causes,
  place.when,
  place.seasons,
  place.bodyId,
  place.lampNumbers,
  place.description,
  place.note,
  place.isPublic,
];
