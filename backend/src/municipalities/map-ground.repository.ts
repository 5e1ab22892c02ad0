import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A thing of the drawn sketch or of the place list, by its name. */
export interface GroundRow {
  readonly outline: { readonly coordinates: Position[][] };
  readonly sketch: unknown;
  readonly localities: { readonly slug: string; readonly name: string; readonly position: Position }[];
  readonly roads: { readonly name: string; readonly line: Position[] }[];
  readonly spots: {
    readonly type: 'school' | 'station';
    readonly name: string;
    readonly position: Position;
  }[];
}

/** What is known of the ground of a municipality. */
@Injectable()
export class MapGroundRepository {
  /** The outline, the drawn sketch, and what the place list holds; null without such a municipality. */
  async of(manager: EntityManager, municipalityId: string): Promise<GroundRow | null> {
    const point = (of: string): string => `json_build_array(ST_X(${of}.position), ST_Y(${of}.position))`;
    const [row] = await manager.query<GroundRow[]>(
      `SELECT ST_AsGeoJSON(ST_SimplifyPreserveTopology(m.outline, 0.0002), 5)::json AS outline, m.sketch,
         (SELECT coalesce(json_agg(json_build_object('slug', l.slug, 'name', l.name, 'position', ${point('l')}) ORDER BY l.name), '[]')
          FROM localities l WHERE l.municipality_id = m.id) AS localities,
         (SELECT coalesce(json_agg(json_build_object('name', r.name, 'line', ST_AsGeoJSON(r.course, 5)::json -> 'coordinates') ORDER BY r.name, r.id), '[]')
          FROM named_places r WHERE r.municipality_id = m.id AND r.type = 'road' AND r.course IS NOT NULL) AS roads,
         (SELECT coalesce(json_agg(json_build_object('type', s.type, 'name', s.name, 'position', ${point('s')}) ORDER BY s.type, s.name, s.id), '[]')
          FROM named_places s WHERE s.municipality_id = m.id AND s.type IN ('school', 'station')) AS spots
       FROM municipalities m WHERE m.id = $1`,
      [municipalityId],
    );
    return row ?? null;
  }
}
