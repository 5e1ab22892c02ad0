import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HoldingMunicipality, LocalityRecord, MunicipalityRecord } from './municipality-record.js';

interface MunicipalityRow {
  id: string;
  slug: string;
  name: string;
  short_name: string;
  reference_prefix: string;
  west: number;
  south: number;
  east: number;
  north: number;
  settings: MunicipalitySettings;
}

interface LocalityRow {
  id: string;
  slug: string;
  name: string;
  lng: number;
  lat: number;
}

const recordColumns = `m.id, m.slug, m.name, m.short_name, m.reference_prefix,
  ST_XMin(m.outline) AS west, ST_YMin(m.outline) AS south, ST_XMax(m.outline) AS east, ST_YMax(m.outline) AS north, m.settings`;
const localityColumns = 'l.id, l.slug, l.name, ST_X(l.position) AS lng, ST_Y(l.position) AS lat';

/** Reads single municipalities, localities and roads. */
@Injectable()
export class MunicipalityRepository {
  async bySlug(
    manager: EntityManager,
    slug: string,
    which: 'open' | 'any',
  ): Promise<MunicipalityRecord | null> {
    const rows = await manager.query<MunicipalityRow[]>(
      `SELECT ${recordColumns} FROM municipalities m WHERE m.slug = $1 AND (m.opened_at IS NOT NULL OR $2)`,
      [slug, which === 'any'],
    );
    return rows[0] ? toRecord(rows[0]) : null;
  }

  async byId(manager: EntityManager, id: string): Promise<MunicipalityRecord | null> {
    const rows = await manager.query<MunicipalityRow[]>(
      `SELECT ${recordColumns} FROM municipalities m WHERE m.id = $1`,
      [id],
    );
    return rows[0] ? toRecord(rows[0]) : null;
  }

  async idsBySlugs(manager: EntityManager, slugs: readonly string[]): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT id FROM municipalities WHERE slug = ANY ($1::text[])',
      [slugs],
    );
    return rows.map(({ id }) => id);
  }

  async holding(
    manager: EntityManager,
    [lng, lat]: Position,
    toleranceMetres: number,
  ): Promise<HoldingMunicipality | null> {
    // A geography test alone reads every outline: the box (a degree of latitude is at least 110 km, of longitude at 70° N
    // at least 38 km) lets the index choose the few, then metres decide. Where outlines overlap the nearest centre wins.
    const rows = await manager.query<(MunicipalityRow & { inside: boolean })[]>(
      `WITH asked AS (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326) AS point)
       SELECT ${recordColumns}, ST_Covers(m.outline, asked.point) AS inside
       FROM municipalities m, asked
       WHERE m.opened_at IS NOT NULL AND m.outline && ST_Expand(asked.point, $3::float8 / 38000, $3::float8 / 110000)
         AND ST_DWithin(m.outline::geography, asked.point::geography, $3)
       ORDER BY inside DESC, ST_Distance(m.outline::geography, asked.point::geography),
         ST_Centroid(m.outline) <-> asked.point, m.id
       LIMIT 1`,
      [lng, lat, toleranceMetres],
    );
    const row = rows[0];
    return row ? { municipality: toRecord(row), placement: row.inside ? 'inside' : 'near-outline' } : null;
  }

  async nearestLocality(
    manager: EntityManager,
    municipalityId: string,
    [lng, lat]: Position,
  ): Promise<LocalityRecord | null> {
    const rows = await manager.query<LocalityRow[]>(
      `SELECT ${localityColumns} FROM localities l WHERE l.municipality_id = $1
       ORDER BY l.position::geography <-> ST_SetSRID(ST_MakePoint($2, $3), 4326)::geography, l.slug LIMIT 1`,
      [municipalityId, lng, lat],
    );
    return rows[0] ? toLocality(rows[0]) : null;
  }

  async localityBySlug(
    manager: EntityManager,
    municipalityId: string,
    slug: string,
  ): Promise<LocalityRecord | null> {
    const rows = await manager.query<LocalityRow[]>(
      `SELECT ${localityColumns} FROM localities l WHERE l.municipality_id = $1 AND l.slug = $2`,
      [municipalityId, slug],
    );
    return rows[0] ? toLocality(rows[0]) : null;
  }

  async isListedRoad(manager: EntityManager, municipalityId: string, name: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM named_places WHERE municipality_id = $1 AND type = 'road' AND lower(name) = lower($2) LIMIT 1`,
      [municipalityId, name],
    );
    return rows.length > 0;
  }
}

function toRecord(row: MunicipalityRow): MunicipalityRecord {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    shortName: row.short_name,
    referencePrefix: row.reference_prefix,
    bbox: [row.west, row.south, row.east, row.north],
    settings: row.settings,
  };
}

function toLocality(row: LocalityRow): LocalityRecord {
  return { id: row.id, slug: row.slug, name: row.name, position: [row.lng, row.lat] };
}
