import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../platform/dates.js';
import { confirmedAddress, supporter } from '../proposals/people-behind.js';
import type { AlikeTold, ToldTime } from './told-times.rules.js';

/** From a moment on, and before another. */
export interface Window {
  readonly from: Date;
  readonly before: Date;
}

/** A count of one slice of the period (`now`) or of the same days a year before. What is null is not sliced by. */
export interface SliceRow {
  readonly period: 'now' | 'before';
  readonly by: 'all' | 'kind' | 'locality' | 'month';
  readonly kind: ProposalKind | null;
  readonly localityId: string | null;
  /** `YYYY-MM`; of the year before, the month a year later. */
  readonly month: string | null;
  readonly count: number;
}

export interface ThemeRow {
  readonly kind: ProposalKind;
  readonly theme: string;
  readonly proposals: number;
}

/** Some people at a small square, who all say the same of when it happens. */
export interface CellRow extends ToldTime {
  /** Metres in SWEREF 99 TM. */
  readonly east: number;
  readonly north: number;
  readonly lng: number;
  readonly lat: number;
  readonly kind: ProposalKind;
  readonly localityId: string | null;
  readonly proposals: number;
  /** Each a number of its own in this answer. */
  readonly people: number[];
}

/** Metres: the side of the squares that proposals are counted in before they are gathered into places. */
const CELL_METRES = 25;

/**
 * What counts in a picture that is the same for all who read it: nothing secret, nothing in quarantine, nothing hidden, withdrawn or
 * disposed of.
 */
export const shown = `p.municipality_id = $1 AND p.held_as IS NULL AND p.secret_for IS NULL AND p.disposed_at IS NULL
  AND p.status NOT IN ('hidden', 'withdrawn')`;

/** SQL that slices moments `x.at` of two windows ($2 to $3, and $4 to $5), with `counted` in each slice. */
const sliced = (counted: string, rows: string): string => `
  SELECT period, CASE WHEN GROUPING(kind) = 0 THEN 'kind' WHEN GROUPING(locality_id) = 0 THEN 'locality'
      WHEN GROUPING(month) = 0 THEN 'month' ELSE 'all' END AS by,
    kind, locality_id AS "localityId", month, ${counted}::integer AS count
  FROM (
    SELECT CASE WHEN x.at >= $2 THEN 'now' ELSE 'before' END AS period, x.kind, x.locality_id, x.who,
      to_char((x.at AT TIME ZONE 'Europe/Stockholm') + CASE WHEN x.at >= $2 THEN interval '0' ELSE interval '1 year' END, 'YYYY-MM') AS month
    FROM (${rows}) x
    WHERE (x.at >= $2 AND x.at < $3) OR (x.at >= $4 AND x.at < $5)) moment
  GROUP BY GROUPING SETS ((period), (period, kind), (period, locality_id), (period, month))`;

/** Reads who was heard, about what, where and when: each method a named question, each answer a few rows however many were heard. */
@Injectable()
export class HeardRepository {
  /** The day of the first proposal or of the opening, whichever came first; null when residents have never been heard. */
  async heardSince(manager: EntityManager, municipalityId: string): Promise<IsoDate | null> {
    const [row] = await manager.query<{ since: IsoDate | null }[]>(
      `SELECT to_char(least(m.opened_at, (SELECT min(p.created_at) FROM proposals p WHERE ${shown}))
         AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS since FROM municipalities m WHERE m.id = $1`,
      [municipalityId],
    );
    return row?.since ?? null;
  }

  /** How many proposals were sent in, by slice. */
  proposals(
    manager: EntityManager,
    municipalityId: string,
    now: Window,
    before: Window,
  ): Promise<SliceRow[]> {
    return manager.query(
      sliced(
        'count(*)',
        `SELECT p.created_at AS at, p.kind, p.locality_id, NULL AS who FROM proposals p
         WHERE ${shown} AND ((p.created_at >= $2 AND p.created_at < $3) OR (p.created_at >= $4 AND p.created_at < $5))`,
      ),
      [municipalityId, now.from, now.before, before.from, before.before],
    );
  }

  /** How many distinct people sent in or supported something, by slice. */
  people(manager: EntityManager, municipalityId: string, now: Window, before: Window): Promise<SliceRow[]> {
    return manager.query(
      sliced(
        'count(DISTINCT who)',
        `SELECT s.created_at AS at, p.kind, p.locality_id, ${supporter} AS who
         FROM proposals p JOIN proposal_supports s ON s.proposal_id = p.id ${confirmedAddress}
         WHERE ${shown} AND p.created_at < $3`,
      ),
      [municipalityId, now.from, now.before, before.from, before.before],
    );
  }

  /** How many proposals of a window name each problem, cause or topic. */
  themes(manager: EntityManager, municipalityId: string, { from, before }: Window): Promise<ThemeRow[]> {
    return manager.query(
      `SELECT p.kind, named.theme, count(*)::integer AS proposals
       FROM proposals p CROSS JOIN LATERAL (
         SELECT jsonb_array_elements_text(coalesce(p.details -> 'problems', p.details -> 'causes', '[]')) AS theme
         UNION ALL SELECT p.details ->> 'topic' WHERE p.kind = 'idea') named
       WHERE ${shown} AND p.created_at >= $2 AND p.created_at < $3 AND named.theme IS NOT NULL
       GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
      [municipalityId, from, before],
    );
  }

  /** When it happens, as the proposals of a window say: those that say the same, together. */
  toldTimes(
    manager: EntityManager,
    municipalityId: string,
    { from, before }: Window,
  ): Promise<(AlikeTold & { readonly kind: ProposalKind })[]> {
    return manager.query(
      `SELECT p.kind, coalesce(p.details -> 'weekdays', '[]') AS weekdays, coalesce(p.details -> 'hourBands', '[]') AS "hourBands",
         coalesce(p.details -> 'when', '[]') AS "when", count(*)::integer AS proposals
       FROM proposals p WHERE ${shown} AND p.kind IN ('speed-check', 'dark-place') AND p.created_at >= $2 AND p.created_at < $3
       GROUP BY 1, 2, 3, 4`,
      [municipalityId, from, before],
    );
  }

  /** Where people point who were heard in a window: by small square, kind and time. @param kinds those asked for */
  cells(
    manager: EntityManager,
    municipalityId: string,
    { from, before }: Window,
    kinds: readonly ProposalKind[],
  ): Promise<CellRow[]> {
    return manager.query(
      `WITH voice AS MATERIALIZED (
         SELECT p.id, ${supporter} AS who FROM proposals p JOIN proposal_supports s ON s.proposal_id = p.id ${confirmedAddress}
         WHERE ${shown} AND p.kind = ANY ($4::text[]) AND p.position IS NOT NULL AND p.created_at < $3
           AND s.created_at >= $2 AND s.created_at < $3),
       person AS (SELECT who, row_number() OVER ()::integer AS number FROM (SELECT DISTINCT who FROM voice) one),
       spoken AS (SELECT voice.id, array_agg(DISTINCT person.number) AS people FROM voice JOIN person USING (who) GROUP BY 1),
       placed AS (
         SELECT p.id, p.kind, p.locality_id, p.position, p.details, ST_Transform(p.position, 3006) AS plane
         FROM spoken JOIN proposals p ON p.id = spoken.id)
       SELECT floor(ST_X(placed.plane) / ${String(CELL_METRES)}) * ${String(CELL_METRES)} AS east,
         floor(ST_Y(placed.plane) / ${String(CELL_METRES)}) * ${String(CELL_METRES)} AS north,
         ST_X(placed.position) AS lng, ST_Y(placed.position) AS lat, placed.kind, placed.locality_id AS "localityId",
         coalesce(placed.details -> 'weekdays', '[]') AS weekdays, coalesce(placed.details -> 'hourBands', '[]') AS "hourBands",
         coalesce(placed.details -> 'when', '[]') AS "when", spoken.people
       FROM placed JOIN spoken ON spoken.id = placed.id ORDER BY placed.id`,
      [municipalityId, from, before, kinds],
    );
  }

  /** How many proposals that people spoke of in a window have no place on the map. */
  async unplaced(
    manager: EntityManager,
    municipalityId: string,
    { from, before }: Window,
    kinds: readonly ProposalKind[],
  ): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM proposals p
       WHERE ${shown} AND p.kind = ANY ($4::text[]) AND p.position IS NULL AND p.created_at >= $2 AND p.created_at < $3`,
      [municipalityId, from, before, kinds],
    );
    return row?.count ?? 0;
  }
}
