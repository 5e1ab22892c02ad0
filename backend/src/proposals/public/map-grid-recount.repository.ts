import { Injectable } from '@nestjs/common';
import { LISTED_STATUSES, PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import type { EntityManager } from 'typeorm';
import { ALL_MUNICIPALITIES } from './map-grid.repository.js';
import { COARSEST_LEVEL, FINEST_LEVEL, SLOTS } from './map-grid.rules.js';

const slots = Array.from({ length: SLOTS }, (_, index) => index + 1);
const textArray = (values: readonly string[]): string =>
  `ARRAY[${values.map((value) => `'${value}'`).join(', ')}]`;

/** `cellOf` of the rules in SQL, for one axis: the guess rounds, so the edges themselves decide. */
function cellInSql(column: string, start: number, size: number): string {
  const guess = `floor((${column} - ${start}) / ${size}::float8)`;
  return `(${guess} - (${column} < ${start} + ${guess} * ${size}::float8)::integer
    + (${column} >= ${start} + (${guess} + 1) * ${size}::float8)::integer)::integer`;
}

const coarserLevels = Array.from(
  { length: FINEST_LEVEL - COARSEST_LEVEL },
  (_, index) => FINEST_LEVEL - 1 - index,
);

/** The whole grid, counted anew from the public proposals: the finest level from the points, each coarser one from the one below. */
const COUNTED = `
  points AS (
    SELECT municipality_id,
      (array_position(${textArray(PROPOSAL_KINDS)}, kind) - 1) * ${LISTED_STATUSES.length}
        + array_position(${textArray(LISTED_STATUSES)}, status) AS slot,
      ${cellInSql('lng', -180, 360 / 2 ** FINEST_LEVEL)} AS x,
      ${cellInSql('lat', -90, 180 / 2 ** FINEST_LEVEL)} AS y,
      floor(lng * 1e6::float8 + 0.5::float8)::bigint AS lng,
      floor(lat * 1e6::float8 + 0.5::float8)::bigint AS lat
    FROM public_proposals
    WHERE listed AND lng IS NOT NULL
  ), level_${FINEST_LEVEL} AS MATERIALIZED (
    SELECT grid.municipality_id, x, y, ARRAY[${slots.map((slot) => `count(*) FILTER (WHERE slot = ${slot})`).join(', ')}]::integer[] AS counts,
      count(*)::integer AS total, sum(lng)::bigint AS lng_sum, sum(lat)::bigint AS lat_sum
    FROM points
    CROSS JOIN LATERAL (VALUES (points.municipality_id), ('${ALL_MUNICIPALITIES}'::uuid)) AS grid (municipality_id)
    GROUP BY 1, 2, 3
  ), ${coarserLevels
    .map(
      (level) => `level_${level} AS MATERIALIZED (
    SELECT municipality_id, x >> 1 AS x, y >> 1 AS y, ARRAY[${slots.map((slot) => `sum(counts[${slot}])`).join(', ')}]::integer[] AS counts,
      sum(total)::integer AS total, sum(lng_sum)::bigint AS lng_sum, sum(lat_sum)::bigint AS lat_sum
    FROM level_${level + 1}
    GROUP BY 1, 2, 3
  )`,
    )
    .join(', ')}, counted AS (
    ${[FINEST_LEVEL, ...coarserLevels]
      .map(
        (level) =>
          `SELECT ${level}::smallint AS level, municipality_id, x, y, counts, total, lng_sum, lat_sum FROM level_${level}`,
      )
      .join(' UNION ALL ')}
  )`;

const REBUILD = `
  WITH ${COUNTED}
  INSERT INTO map_grid (level, municipality_id, x, y, counts, total, lng_sum, lat_sum)
  SELECT level, municipality_id, x, y, counts, total, lng_sum, lat_sum FROM counted`;

/** Cells that differ between the recount and what is kept, once nothing waits to be folded. */
const DIFFERENCES = `
  WITH ${COUNTED}
  SELECT count(*)::integer AS cells
  FROM counted
  FULL JOIN map_grid AS kept USING (level, municipality_id, x, y)
  WHERE (counted.counts, counted.total, counted.lng_sum, counted.lat_sum)
    IS DISTINCT FROM (kept.counts, kept.total, kept.lng_sum, kept.lat_sum)`;

/** Counts the map's grid anew from the proposals themselves. */
@Injectable()
export class MapGridRecountRepository {
  /** Keeps folders away until the transaction ends. It must come first: the transaction then sees what the last folder did. */
  async holdFolders(manager: EntityManager): Promise<void> {
    await manager.query('LOCK TABLE map_grid IN SHARE ROW EXCLUSIVE MODE');
  }

  /** How many cells of the folded grid are not what the proposals say. */
  async differences(manager: EntityManager): Promise<number> {
    const [difference] = await manager.query<{ cells: number }[]>(DIFFERENCES);
    return difference?.cells ?? 0;
  }

  /** Replaces the grid, and every delta that this transaction sees, by a recount. */
  async rebuild(manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM map_grid_delta');
    await manager.query('DELETE FROM map_grid');
    await manager.query(REBUILD);
  }
}
