import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import type { OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LocalityFile, MunicipalityFile, NamedPlaceFile } from './municipality-files.js';

interface MunicipalityToImport {
  municipality: MunicipalityFile;
  settings: MunicipalitySettings;
  /** A GeoJSON Polygon. */
  outline: object;
  /** A GeoJSON FeatureCollection. */
  sketch: object;
  demo: boolean;
  now: Date;
}

/** Writes what an import brings. Each method takes one statement, however long the lists are. */
@Injectable()
export class ImportMunicipalityRepository {
  /** What PostGIS says is wrong with a GeoJSON polygon, or null. */
  async faultOfPolygon(manager: EntityManager, polygon: object): Promise<string | null> {
    const [row] = await manager.query<{ valid: boolean; reason: string }[]>(
      `SELECT ST_IsValid(shape) AS valid, ST_IsValidReason(shape) AS reason
       FROM (SELECT ST_SetSRID(ST_GeomFromGeoJSON($1), 4326) AS shape) given`,
      [JSON.stringify(polygon)],
    );
    return row?.valid ? null : (row?.reason ?? 'no geometry');
  }

  /** Creates a municipality, or brings the one of the same slug up to date; settings that are there stay. */
  async upsertMunicipality(manager: EntityManager, given: MunicipalityToImport): Promise<string> {
    const { municipality } = given;
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO municipalities AS m (slug, code, name, short_name, reference_prefix, police_district, outline, sketch,
         contacts, links, map, settings, demo, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, ST_SetSRID(ST_GeomFromGeoJSON($7), 4326), $8, $9, $10, $11, $12, $13, $14, $14)
       ON CONFLICT (slug) DO UPDATE SET code = excluded.code, name = excluded.name, short_name = excluded.short_name,
         reference_prefix = excluded.reference_prefix, police_district = excluded.police_district,
         outline = excluded.outline, sketch = excluded.sketch, contacts = excluded.contacts, links = excluded.links,
         map = excluded.map, settings = excluded.settings || m.settings, demo = excluded.demo,
         updated_at = excluded.updated_at
       RETURNING id`,
      [
        municipality.slug,
        municipality.code,
        municipality.name,
        municipality.shortName,
        municipality.referencePrefix,
        municipality.policeDistrict,
        JSON.stringify(given.outline),
        JSON.stringify(given.sketch),
        JSON.stringify(municipality.contacts),
        JSON.stringify(municipality.links),
        JSON.stringify(municipality.map),
        JSON.stringify(given.settings),
        given.demo,
        given.now,
      ],
    );
    if (!row) throw new Error('The municipality was not stored');
    return row.id;
  }

  /** Makes the localities those of the list. One that a proposal or an activity names cannot be removed. */
  async replaceLocalities(
    manager: EntityManager,
    municipalityId: string,
    localities: readonly LocalityFile[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO localities (municipality_id, slug, name, position, population)
       SELECT $1, slug, name, ST_SetSRID(ST_MakePoint(lng, lat), 4326), population
       FROM jsonb_to_recordset($2::jsonb) AS given (slug text, name text, lng float8, lat float8, population integer)
       ON CONFLICT (municipality_id, slug) DO UPDATE
         SET name = excluded.name, position = excluded.position, population = excluded.population`,
      [
        municipalityId,
        JSON.stringify(
          localities.map(({ slug, name, position: [lng, lat], population }) => ({
            slug,
            name,
            lng,
            lat,
            population,
          })),
        ),
      ],
    );
    await manager.query(
      `UPDATE named_places SET locality_id = NULL WHERE municipality_id = $1 AND locality_id IN (
         SELECT id FROM localities WHERE municipality_id = $1 AND NOT slug = ANY ($2::text[]))`,
      [municipalityId, localities.map(({ slug }) => slug)],
    );
    await manager.query('DELETE FROM localities WHERE municipality_id = $1 AND NOT slug = ANY ($2::text[])', [
      municipalityId,
      localities.map(({ slug }) => slug),
    ]);
  }

  /** Makes the place list that of the file. */
  async replacePlaces(
    manager: EntityManager,
    municipalityId: string,
    places: readonly NamedPlaceFile[],
  ): Promise<void> {
    await manager.query('DELETE FROM named_places WHERE municipality_id = $1', [municipalityId]);
    await manager.query(
      `INSERT INTO named_places (municipality_id, type, name, locality_id, position, course)
       SELECT $1, given.type, given.name, l.id, ST_SetSRID(ST_MakePoint(given.lng, given.lat), 4326),
         CASE WHEN given.line IS NOT NULL THEN ST_SetSRID(
           ST_GeomFromGeoJSON(jsonb_build_object('type', 'LineString', 'coordinates', given.line)::text), 4326) END
       FROM jsonb_to_recordset($2::jsonb)
         AS given (type text, name text, locality text, lng float8, lat float8, line jsonb)
       LEFT JOIN localities l ON l.municipality_id = $1 AND l.slug = given.locality`,
      [
        municipalityId,
        JSON.stringify(
          places.map(({ type, name, locality, position: [lng, lat], line }) => ({
            type,
            name,
            locality,
            lng,
            lat,
            line: line ?? undefined,
          })),
        ),
      ],
    );
  }

  /** Creates or renames organisations, and notes that they work in the municipality. */
  async upsertOrganisations(
    manager: EntityManager,
    municipalityId: string,
    organisations: readonly OrganisationView[],
  ): Promise<void> {
    await manager.query(
      `WITH stored AS (
         INSERT INTO organisations (slug, name, type)
         SELECT slug, name, type FROM jsonb_to_recordset($2::jsonb) AS given (slug text, name text, type text)
         ON CONFLICT (slug) DO UPDATE SET name = excluded.name, type = excluded.type
         RETURNING id)
       INSERT INTO municipality_organisations (municipality_id, organisation_id) SELECT $1::uuid, id FROM stored
       ON CONFLICT DO NOTHING`,
      [municipalityId, JSON.stringify(organisations)],
    );
  }
}
