import type { TownPlace } from '@lofteskartan/shared/contracts/place-list';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { KnownLocality, PlaceToStore, StoredPlace } from './place-plan.rules.js';

/** How places come to the database, all at once. */
const given = `jsonb_to_recordset($2::jsonb) AS given (id uuid, type text, name text, locality text, lng float8, lat float8, course jsonb)
  LEFT JOIN localities l ON l.municipality_id = $1 AND l.slug = given.locality`;
const givenPosition = 'ST_SetSRID(ST_MakePoint(given.lng, given.lat), 4326)';
const givenCourse = `CASE WHEN jsonb_typeof(given.course) = 'array' THEN ST_SetSRID(ST_GeomFromGeoJSON(
  jsonb_build_object('type', 'LineString', 'coordinates', given.course)::text), 4326) END`;

/** The table `named_places`, for those who keep the list. Rows of type `locality` follow the localities and are not seen here. */
@Injectable()
export class PlaceListRepository {
  /** The list as its keepers see it, unsorted. */
  async view(manager: EntityManager, municipalityId: string, toleranceMetres: number): Promise<TownPlace[]> {
    return manager.query<TownPlace[]>(
      `SELECT p.id, p.type, p.name, l.slug AS locality, json_build_array(ST_X(p.position), ST_Y(p.position)) AS position,
         p.course IS NOT NULL AS "hasCourse",
         NOT ST_DWithin(m.outline::geography, p.position::geography, $2) AS outside
       FROM named_places p JOIN municipalities m ON m.id = p.municipality_id LEFT JOIN localities l ON l.id = p.locality_id
       WHERE p.municipality_id = $1 AND p.type <> 'locality'`,
      [municipalityId, toleranceMetres],
    );
  }

  /** The list with the courses, in a steady order. */
  async stored(manager: EntityManager, municipalityId: string): Promise<StoredPlace[]> {
    return manager.query<StoredPlace[]>(
      `SELECT p.id, p.type, p.name, l.slug AS locality, json_build_array(ST_X(p.position), ST_Y(p.position)) AS position,
         ST_AsGeoJSON(p.course, 6)::json -> 'coordinates' AS course
       FROM named_places p LEFT JOIN localities l ON l.id = p.locality_id
       WHERE p.municipality_id = $1 AND p.type <> 'locality' ORDER BY p.id`,
      [municipalityId],
    );
  }

  /** The localities of a municipality. */
  async localities(manager: EntityManager, municipalityId: string): Promise<KnownLocality[]> {
    return manager.query<KnownLocality[]>(
      'SELECT slug, name FROM localities WHERE municipality_id = $1 ORDER BY slug',
      [municipalityId],
    );
  }

  /** Which of these positions, by their number, are farther outside the outline than is tolerated. */
  async outside(
    manager: EntityManager,
    municipalityId: string,
    positions: readonly { readonly number: number; readonly position: Position }[],
    toleranceMetres: number,
  ): Promise<number[]> {
    const rows = await manager.query<{ number: number }[]>(
      `SELECT asked.number FROM municipalities m, jsonb_to_recordset($2::jsonb) AS asked (number integer, lng float8, lat float8)
       WHERE m.id = $1 AND NOT ST_DWithin(m.outline::geography,
         ST_SetSRID(ST_MakePoint(asked.lng, asked.lat), 4326)::geography, $3)`,
      [
        municipalityId,
        JSON.stringify(positions.map(({ number, position: [lng, lat] }) => ({ number, lng, lat }))),
        toleranceMetres,
      ],
    );
    return rows.map(({ number }) => number);
  }

  /** Adds places. */
  async add(manager: EntityManager, municipalityId: string, places: readonly PlaceToStore[]): Promise<void> {
    await manager.query(
      `INSERT INTO named_places (municipality_id, type, name, locality_id, position, course)
       SELECT $1, given.type, given.name, l.id, ${givenPosition}, ${givenCourse} FROM ${given}`,
      [municipalityId, rowsOf(places)],
    );
  }

  /** Changes places, by their ids. */
  async change(
    manager: EntityManager,
    municipalityId: string,
    places: readonly StoredPlace[],
  ): Promise<void> {
    await manager.query(
      `WITH changed AS (SELECT given.id, given.type, given.name, l.id AS locality_id, ${givenPosition} AS position,
           ${givenCourse} AS course FROM ${given})
       UPDATE named_places p SET type = changed.type, name = changed.name, locality_id = changed.locality_id,
         position = changed.position, course = changed.course
       FROM changed WHERE p.id = changed.id AND p.municipality_id = $1 AND p.type <> 'locality'`,
      [municipalityId, rowsOf(places)],
    );
  }

  /** Removes places. */
  async remove(manager: EntityManager, municipalityId: string, ids: readonly string[]): Promise<void> {
    await manager.query(
      `DELETE FROM named_places WHERE municipality_id = $1 AND id = ANY ($2::uuid[]) AND type <> 'locality'`,
      [municipalityId, ids],
    );
  }
}

const rowsOf = (places: readonly (PlaceToStore & { readonly id?: string })[]): string =>
  JSON.stringify(places.map(({ position: [lng, lat], ...place }) => ({ ...place, lng, lat })));
