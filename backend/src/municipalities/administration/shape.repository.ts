import type { FormerShape, ShapeKind } from '@lofteskartan/shared/contracts/shapes';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What PostGIS says of an outline. */
export interface MeasuredOutline {
  readonly isValid: boolean;
  /** Where it crosses itself, as text. */
  readonly where: string | null;
  readonly squareKilometres: number;
}

const geometry = 'ST_SetSRID(ST_GeomFromGeoJSON($1), 4326)';
const shapeOf: Record<ShapeKind, string> = { outline: 'ST_AsGeoJSON(outline, 6)::jsonb', sketch: 'sketch' };

/** Outlines and sketches, present and former. */
@Injectable()
export class ShapeRepository {
  async measure(manager: EntityManager, polygon: object): Promise<MeasuredOutline> {
    const [row] = await manager.query<MeasuredOutline[]>(
      `SELECT (detail).valid AS "isValid", round(ST_X((detail).location)::numeric, 5) || ', ' ||
           round(ST_Y((detail).location)::numeric, 5) AS "where",
         round((ST_Area(shape::geography) / 1e6)::numeric, 1)::float8 AS "squareKilometres"
       FROM (SELECT ${geometry} AS shape, ST_IsValidDetail(${geometry}) AS detail) given`,
      [JSON.stringify(polygon)],
    );
    if (!row) throw new Error('No answer about a polygon');
    return row;
  }

  /** A polygon whose line has moved by no more than so many metres, as GeoJSON. */
  async simplified(
    manager: EntityManager,
    polygon: object,
    metres: number,
  ): Promise<{ coordinates: Position[][] }> {
    const [row] = await manager.query<{ shape: { coordinates: Position[][] } }[]>(
      `SELECT ST_AsGeoJSON(ST_Transform(ST_SimplifyPreserveTopology(ST_Transform(${geometry}, 3006), $2), 4326), 6)::json AS shape`,
      [JSON.stringify(polygon), metres],
    );
    if (!row) throw new Error('No answer about a polygon');
    return row.shape;
  }

  /** The names of a municipality's localities that lie outside a polygon. */
  async localitiesOutside(
    manager: EntityManager,
    municipalityId: string,
    polygon: object,
  ): Promise<string[]> {
    const rows = await manager.query<{ name: string }[]>(
      `SELECT name FROM localities WHERE municipality_id = $2 AND NOT ST_Covers(${geometry}, position) ORDER BY name`,
      [JSON.stringify(polygon), municipalityId],
    );
    return rows.map(({ name }) => name);
  }

  /** The shape that a municipality has now, as GeoJSON. */
  async present(manager: EntityManager, municipalityId: string, kind: ShapeKind): Promise<object> {
    const [row] = await manager.query<{ shape: object }[]>(
      `SELECT ${shapeOf[kind]} AS shape FROM municipalities WHERE id = $1`,
      [municipalityId],
    );
    if (!row) throw new Error(`No municipality ${municipalityId}`);
    return row.shape;
  }

  /** Puts a shape in the place of the present one, which is kept. Returns the id under which it is kept. */
  async replace(
    manager: EntityManager,
    given: { municipalityId: string; kind: ShapeKind; shape: object; by: string; now: Date },
  ): Promise<string> {
    const { municipalityId, kind, shape, by, now } = given;
    const [former] = await manager.query<{ id: string }[]>(
      `INSERT INTO former_shapes (municipality_id, kind, shape, replaced_at, replaced_by)
       SELECT id, $2, ${shapeOf[kind]}, $3, $4 FROM municipalities WHERE id = $1 RETURNING id`,
      [municipalityId, kind, now, by],
    );
    if (!former) throw new Error(`No municipality ${municipalityId}`);
    const value = kind === 'outline' ? 'ST_SetSRID(ST_GeomFromGeoJSON($2), 4326)' : '$2::jsonb';
    await manager.query(`UPDATE municipalities SET ${kind} = ${value} WHERE id = $1`, [
      municipalityId,
      JSON.stringify(shape),
    ]);
    return former.id;
  }

  /** The former shapes, the latest first. */
  async former(
    manager: EntityManager,
    municipalityId: string,
    kind: ShapeKind,
    limit: number,
  ): Promise<FormerShape[]> {
    const rows = await manager.query<(Omit<FormerShape, 'replacedAt'> & { replacedAt: Date })[]>(
      `SELECT f.id, f.replaced_at AS "replacedAt", a.name AS "replacedBy", f.shape
       FROM former_shapes f JOIN accounts a ON a.id = f.replaced_by
       WHERE f.municipality_id = $1 AND f.kind = $2 ORDER BY f.replaced_at DESC, f.id LIMIT $3`,
      [municipalityId, kind, limit],
    );
    return rows.map((row) => ({ ...row, replacedAt: row.replacedAt.toISOString() }));
  }

  /** One former shape of a municipality, or null. */
  async oneFormer(
    manager: EntityManager,
    municipalityId: string,
    kind: ShapeKind,
    id: string,
  ): Promise<object | null> {
    const [row] = await manager.query<{ shape: object }[]>(
      'SELECT shape FROM former_shapes WHERE municipality_id = $1 AND kind = $2 AND id = $3',
      [municipalityId, kind, id],
    );
    return row?.shape ?? null;
  }
}
