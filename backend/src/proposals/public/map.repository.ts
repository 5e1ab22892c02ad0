import type { ListedStatus, ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ALL_MUNICIPALITIES } from './map-grid.repository.js';
import {
  boxOf,
  type CellRange,
  FINEST_LEVEL,
  MOST_PINS,
  READ_PER_PIN,
  slotsByKind,
} from './map-grid.rules.js';
import { Parameters, type Statement } from './statement.js';

/** What the map shows: whole cells, and what to leave out. */
export interface MapQuestion {
  readonly range: CellRange;
  readonly municipalities?: readonly string[];
  readonly kinds?: readonly ProposalKind[];
  readonly statuses?: readonly ListedStatus[];
}

/** Either the pins as GeoJSON features joined by commas, or of each cell x, y, a, b, c, total, lng and lat, all joined by commas. */
export interface MapRow {
  readonly pins: string | null;
  readonly cells: string | null;
}

const WHOLE_KINDS = ['speed_checks', 'dark_places', 'ideas'] as const;

/**
 * The one statement behind a map: it adds up grid and deltas, decides by their sum whether to show pins, and then reads either
 * the points or nothing more. One statement is one view of the data, so counts and pins are exact whatever is written meanwhile.
 */
export function mapStatement({ range, municipalities, kinds, statuses }: MapQuestion): Statement {
  const values = new Parameters();
  const filtered = municipalities !== undefined || kinds !== undefined || statuses !== undefined;
  const byKind = slotsByKind(kinds, statuses);
  const finer = FINEST_LEVEL - range.level;
  const level = values.add(range.level);
  const [fromX, toX, fromY, toY] = [range.fromX, range.toX, range.fromY, range.toY].map((edge) =>
    values.add(edge),
  );
  const towns = municipalities && `(SELECT id FROM towns)`;
  const [west, south, east, north] = boxOf(range).map((edge) => `${values.add(edge)}::float8`);
  const [width, height] = [360 / 2 ** range.level, 180 / 2 ** range.level].map(
    (size) => `${values.add(size)}::float8`,
  );
  const conditions = [
    ...(kinds ? [`kind = ANY(${values.add(kinds)}::text[])`] : []),
    ...(statuses ? [`status = ANY(${values.add(statuses)}::text[])`] : []),
    ...(towns ? [`municipality_id IN ${towns}`] : []),
  ];
  const inCell = byKind.map((slots, index) =>
    statuses
      ? slots.map((slot) => `cell.counts[${slot}]`).join(' + ') || '0'
      : slots.length
        ? `cell.${WHOLE_KINDS[index] ?? ''}`
        : '0',
  );
  const inDelta = byKind.map((slots) =>
    slots.length ? `CASE WHEN slot IN (${slots.join(', ')}) THEN change ELSE 0 END` : '0',
  );
  const text = `
    WITH ${municipalities ? `towns AS MATERIALIZED (SELECT id FROM municipalities WHERE slug = ANY(${values.add(municipalities)}::text[])),` : ''}
    parts AS MATERIALIZED (
      SELECT cell.x, cell.y, ${inCell[0]} AS a, ${inCell[1]} AS b, ${inCell[2]} AS c, cell.total, cell.lng_sum, cell.lat_sum
      FROM generate_series(${fromY}::integer, ${toY}::integer - 1) AS line (y)
      ${municipalities ? 'CROSS JOIN towns' : ''}
      CROSS JOIN LATERAL (
        SELECT * FROM map_grid
        WHERE level = ${level} AND municipality_id = ${municipalities ? 'towns.id' : `'${ALL_MUNICIPALITIES}'`} AND y = line.y AND x >= ${fromX} AND x < ${toX}
        OFFSET 0
      ) AS cell
      UNION ALL
      SELECT x >> ${finer}, y >> ${finer}, ${inDelta.join(', ')}, change, change * lng::bigint, change * lat::bigint
      FROM map_grid_delta
      WHERE x >> ${finer} >= ${fromX} AND x >> ${finer} < ${toX} AND y >> ${finer} >= ${fromY} AND y >> ${finer} < ${toY}
        ${towns ? `AND municipality_id IN ${towns}` : ''}
    ), wanted AS MATERIALIZED (
      SELECT coalesce(sum(a + b + c), 0) AS total, min(x) AS from_x, max(x) AS to_x, min(y) AS from_y, max(y) AS to_y
      FROM parts WHERE a <> 0 OR b <> 0 OR c <> 0
    ), choice AS MATERIALIZED (
      SELECT total <= ${MOST_PINS} ${filtered ? `AND (${readInVain(level, municipalities !== undefined)}) <= greatest(${READ_PER_PIN} * total, ${MOST_PINS})` : ''} AS pins,
        ST_MakeEnvelope(-180 + from_x * ${width}, -90 + from_y * ${height}, -180 + (to_x + 1) * ${width}, -90 + (to_y + 1) * ${height}, 4326) AS around
      FROM wanted
    )
    SELECT
      (SELECT string_agg(map_feature, ',') FROM (
        SELECT map_feature, kind, status, municipality_id FROM public_proposals
        WHERE (SELECT pins FROM choice) AND listed AND position && (SELECT around FROM choice)
          AND lng >= ${west} AND lng < ${east} AND lat >= ${south} AND lat < ${north}
        OFFSET 0
      ) AS point ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}) AS pins,
      (SELECT string_agg(concat_ws(',', x, y, a, b, c, total, lng_sum, lat_sum), ',') FROM parts
       WHERE NOT (SELECT pins FROM choice) AND (a <> 0 OR b <> 0 OR c <> 0)) AS cells`;
  return { text, values: values.all };
}

/** How many proposals lie in the cells around those that are wanted: all of them would be read to find the pins. */
function readInVain(level: string, byMunicipality: boolean): string {
  return byMunicipality
    ? `SELECT coalesce(sum(cell.total), 0) FROM generate_series(wanted.from_y, wanted.to_y) AS line (y)
       CROSS JOIN LATERAL (
         SELECT total FROM map_grid
         WHERE level = ${level} AND municipality_id = '${ALL_MUNICIPALITIES}' AND y = line.y AND x >= wanted.from_x AND x <= wanted.to_x
         OFFSET 0
       ) AS cell`
    : `SELECT coalesce(sum(total), 0) FROM parts WHERE x >= wanted.from_x AND x <= wanted.to_x AND y >= wanted.from_y AND y <= wanted.to_y`;
}

/** Reads what the map shows. */
@Injectable()
export class MapRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Pins or cells of whole cells, exact at one moment. */
  async within(question: MapQuestion): Promise<MapRow> {
    const { text, values } = mapStatement(question);
    const [row] = await this.dataSource.query<MapRow[]>(text, values);
    return row ?? { pins: null, cells: null };
  }
}
