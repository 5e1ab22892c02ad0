import type { LightPoint } from '@lofteskartan/shared/contracts/lighting';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

type Row = Omit<LightPoint, 'position'> & { readonly lng: number; readonly lat: number };

const columns = `p.kind, p.number, p.name, ST_X(p.position) AS lng, ST_Y(p.position) AS lat, p.hours, p.planned_on::text AS "plannedOn",
  p.body AS text`;
const light = ({ lng, lat, ...row }: Row): LightPoint => ({ ...row, position: [lng, lat] });

/** What municipalities have told of their lighting. */
@Injectable()
export class LightingRepository {
  /** All of a municipality, by number. */
  async ofMunicipality(source: DataSource | EntityManager, municipalityId: string): Promise<LightPoint[]> {
    const rows = await source.query<Row[]>(
      `SELECT ${columns} FROM lighting_points p WHERE p.municipality_id = $1 ORDER BY p.number`,
      [municipalityId],
    );
    return rows.map(light);
  }

  /** What lies within so many metres of a position, nearest first. */
  async near(
    source: DataSource | EntityManager,
    municipalityId: string,
    [lng, lat]: Position,
    metres: number,
  ): Promise<LightPoint[]> {
    const rows = await source.query<Row[]>(
      `SELECT ${columns} FROM lighting_points p, (SELECT ST_SetSRID(ST_MakePoint($2::float8, $3::float8), 4326) AS point) AS here
       WHERE p.municipality_id = $1 AND ST_DWithin(p.position::geography, here.point::geography, $4)
       ORDER BY p.position::geography <-> here.point::geography, p.number LIMIT 5`,
      [municipalityId, lng, lat, metres],
    );
    return rows.map(light);
  }

  /** Whether each position lies in the municipality or within so many metres of it, in their order. */
  async lieIn(
    manager: EntityManager,
    municipalityId: string,
    positions: readonly Position[],
    metres: number,
  ): Promise<boolean[]> {
    const rows = await manager.query<{ inside: boolean }[]>(
      `SELECT ST_DWithin(m.outline::geography, ST_SetSRID(ST_MakePoint((each.at ->> 0)::float8, (each.at ->> 1)::float8), 4326)::geography, $3) AS inside
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS each (at, sort) JOIN municipalities m ON m.id = $1 ORDER BY each.sort`,
      [municipalityId, JSON.stringify(positions), metres],
    );
    return rows.map(({ inside }) => inside);
  }

  /** Keeps a lamp in the place of the one of that number. */
  async keep(manager: EntityManager, municipalityId: string, point: LightPoint, now: Date): Promise<void> {
    await manager.query(
      `INSERT INTO lighting_points (municipality_id, number, kind, name, position, hours, planned_on, body, updated_at)
       VALUES ($1, $2, $3, $4, ST_SetSRID(ST_MakePoint($5, $6), 4326), $7, $8, $9, $10)
       ON CONFLICT (municipality_id, number) DO UPDATE SET kind = excluded.kind, name = excluded.name, position = excluded.position,
         hours = excluded.hours, planned_on = excluded.planned_on, body = excluded.body, updated_at = excluded.updated_at`,
      [
        municipalityId,
        point.number,
        point.kind,
        point.name,
        ...point.position,
        point.hours,
        point.plannedOn,
        point.text,
        now,
      ],
    );
  }

  /** Takes lamps out by their numbers. */
  async remove(manager: EntityManager, municipalityId: string, numbers: readonly string[]): Promise<void> {
    await manager.query(
      'DELETE FROM lighting_points WHERE municipality_id = $1 AND number = ANY ($2::text[])',
      [municipalityId, numbers],
    );
  }
}
