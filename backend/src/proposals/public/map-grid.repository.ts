import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type GridPoint,
  cellOf,
  COARSEST_LEVEL,
  FINEST_LEVEL,
  microdegrees,
  slotOf,
  SLOTS,
} from './map-grid.rules.js';

/** The key of the grid that covers all municipalities. */
export const ALL_MUNICIPALITIES = '00000000-0000-0000-0000-000000000000';

const slots = Array.from({ length: SLOTS }, (_, index) => index + 1);
const none = `'{${slots.map(() => 0).join(',')}}'::integer[]`;

const FOLD = `
  WITH taken AS (
    DELETE FROM map_grid_delta
    WHERE id IN (SELECT id FROM map_grid_delta ORDER BY id LIMIT $1)
    RETURNING municipality_id, slot, x, y, lng, lat, change
  ), folded AS (
    INSERT INTO map_grid AS cell (level, municipality_id, x, y, counts, total, lng_sum, lat_sum)
    SELECT level, grid.municipality_id, x >> (${FINEST_LEVEL} - level), y >> (${FINEST_LEVEL} - level),
      ARRAY[${slots.map((slot) => `coalesce(sum(change) FILTER (WHERE slot = ${slot}), 0)`).join(', ')}]::integer[],
      sum(change), sum(change * lng::bigint), sum(change * lat::bigint)
    FROM taken
    CROSS JOIN generate_series(${COARSEST_LEVEL}, ${FINEST_LEVEL}) AS level
    CROSS JOIN LATERAL (VALUES (taken.municipality_id), ('${ALL_MUNICIPALITIES}'::uuid)) AS grid (municipality_id)
    GROUP BY 1, 2, 3, 4
    ON CONFLICT (level, municipality_id, y, x) DO UPDATE SET
      counts = ARRAY[${slots.map((slot) => `cell.counts[${slot}] + excluded.counts[${slot}]`).join(', ')}],
      total = cell.total + excluded.total,
      lng_sum = cell.lng_sum + excluded.lng_sum,
      lat_sum = cell.lat_sum + excluded.lat_sum
    RETURNING level, municipality_id, x, y, counts
  )
  SELECT (SELECT count(*)::integer FROM taken) AS taken,
    coalesce((SELECT json_agg(json_build_array(level, municipality_id, x, y)) FROM folded WHERE counts = ${none}), '[]') AS emptied`;

const REMOVE_EMPTIED = `
  DELETE FROM map_grid
  USING json_array_elements($1::json) AS emptied
  WHERE level = (emptied ->> 0)::smallint AND municipality_id = (emptied ->> 1)::uuid
    AND x = (emptied ->> 2)::integer AND y = (emptied ->> 3)::integer AND counts = ${none}`;

/** Writes the grid that the map's clusters come from. Only deltas are written with a proposal; the grid itself by one folder at a time. */
@Injectable()
export class MapGridRepository {
  /** Adds what changed, to be folded later: one insert without conflicts, so that writers never wait for each other. */
  async append(manager: EntityManager, before: GridPoint | null, after: GridPoint | null): Promise<void> {
    const values: (string | number)[] = [];
    const row = (point: GridPoint, change: 1 | -1): string => {
      const { x, y } = cellOf(point.lng, point.lat, FINEST_LEVEL);
      const slot = slotOf(point.kind, point.status);
      const added = values.push(
        point.municipalityId,
        slot,
        x,
        y,
        microdegrees(point.lng),
        microdegrees(point.lat),
        change,
      );
      return `(${[6, 5, 4, 3, 2, 1, 0].map((back) => `$${added - back}`).join(', ')})`;
    };
    const rows = [...(before ? [row(before, -1)] : []), ...(after ? [row(after, 1)] : [])];
    await manager.query(
      `INSERT INTO map_grid_delta (municipality_id, slot, x, y, lng, lat, change) VALUES ${rows.join(', ')}`,
      values,
    );
  }

  /** True when this transaction is the one that may fold; waits for a recount, but not for another folder. */
  async mayFold(manager: EntityManager): Promise<boolean> {
    await manager.query('LOCK TABLE map_grid IN ROW EXCLUSIVE MODE');
    const [lock] = await manager.query<{ taken: boolean }[]>(
      `SELECT pg_try_advisory_xact_lock(hashtext('map_grid')) AS taken`,
    );
    return lock?.taken === true;
  }

  /** Moves up to so many deltas, oldest first, into the grid. Returns how many there were. */
  async fold(manager: EntityManager, atMost: number): Promise<number> {
    const [folded] = await manager.query<{ taken: number; emptied: unknown[] }[]>(FOLD, [atMost]);
    if (folded && folded.emptied.length > 0) {
      await manager.query(REMOVE_EMPTIED, [JSON.stringify(folded.emptied)]);
    }
    return folded?.taken ?? 0;
  }
}
