import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../platform/dates.js';
import { addressInTown, supporter } from '../proposals/people-behind.js';
import type { SpokenFor } from './behind.rules.js';
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
  /** Which of the months that were given, from 1. */
  readonly month: number | null;
  readonly count: number;
}

export interface ThemeRow {
  readonly kind: ProposalKind;
  readonly theme: string;
  readonly proposals: number;
}

/** A proposal with a place, and who spoke of it. */
export interface CellRow extends ToldTime {
  /** Metres in SWEREF 99 TM. */
  readonly east: number;
  readonly north: number;
  readonly lng: number;
  readonly lat: number;
  readonly kind: ProposalKind;
  readonly localityId: string | null;
  readonly proposals: number;
  /** Each by a text of its own; one person may stand here several times. */
  readonly people: string[];
}

/** The same as the database writes it: lists as text, since ten thousand of them are read faster so, and most tell the same times. */
type ReadCell = Omit<CellRow, keyof ToldTime | 'people'> & { readonly told: string; readonly people: string };

/** A proposal that was sent in, what it says as text, and which of the months it came in. */
type ReadSpokenFor = Pick<SpokenFor, 'kind' | 'locality'> & {
  readonly month: number;
  readonly said: string;
  readonly people: string;
};

/** Metres: the side of the squares that proposals are counted in before they are gathered into places. */
const CELL_METRES = 25;

/**
 * What counts in a picture that is the same for all who read it: nothing secret, nothing in quarantine, nothing hidden, withdrawn or
 * disposed of.
 */
export const shown = `p.municipality_id = $1 AND p.held_as IS NULL AND p.secret_for IS NULL AND p.disposed_at IS NULL
  AND p.status NOT IN ('hidden', 'withdrawn')`;

/** A person behind a support as a number of 64 bits: counted and compared several times as fast as the text that it is made of. */
export const person = `hashtextextended(${supporter}, 0)`;

/** The windows of a period and of the year before, and the first moments of their months. */
export interface Windows {
  readonly now: Window;
  readonly before: Window;
  readonly months: readonly Date[];
  readonly monthsBefore: readonly Date[];
}

const parametersOf = (municipalityId: string, { now, before, months, monthsBefore }: Windows): unknown[] => [
  municipalityId,
  now.from,
  now.before,
  before.from,
  before.before,
  months,
  monthsBefore,
];

/** SQL that counts what is distinct in one slice. Distinct rows first: hashed, where `count(DISTINCT …)` would sort for each slice. */
const slice = (by: SliceRow['by'], column: 'kind' | 'locality_id' | 'month' | null): string => `
  SELECT CASE WHEN is_now THEN 'now' ELSE 'before' END AS period, '${by}' AS by, ${column === 'kind' ? 'kind' : 'NULL'} AS kind,
    ${column === 'locality_id' ? 'locality_id' : 'NULL::uuid'} AS "localityId", ${column === 'month' ? 'month' : 'NULL::integer'} AS month,
    count(*)::integer AS count
  FROM (SELECT DISTINCT is_now, ${column ? `${column}, ` : ''}one FROM moment) once GROUP BY is_now${column ? `, ${column}` : ''}`;

/** SQL that counts what is distinct (`x.one`) at moments `x.at` of two windows, by slice. */
const sliced = (rows: string): string => `
  WITH moment AS MATERIALIZED (
    SELECT x.at >= $2 AS is_now, x.kind, x.locality_id, x.one,
      CASE WHEN x.at >= $2 THEN width_bucket(x.at, $6::timestamptz[]) ELSE width_bucket(x.at, $7::timestamptz[]) END AS month
    FROM (${rows}) x WHERE (x.at >= $2 AND x.at < $3) OR (x.at >= $4 AND x.at < $5))
  ${[slice('all', null), slice('kind', 'kind'), slice('locality', 'locality_id'), slice('month', 'month')].join(' UNION ALL ')}`;

/** Reads who was heard, about what, where and when: each method a named question, each answer a few rows however many were heard. */
@Injectable()
export class HeardRepository {
  /**
   * Begins the reading of a picture in the caller's transaction. Statements over all that a municipality has are estimated so costly that
   * the server compiles them (JIT), which takes far longer than running them.
   */
  async begin(manager: EntityManager): Promise<void> {
    await manager.query('SET LOCAL jit = off');
  }

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
  proposals(manager: EntityManager, municipalityId: string, windows: Windows): Promise<SliceRow[]> {
    return manager.query(
      sliced(`SELECT p.created_at AS at, p.kind, p.locality_id, p.id AS one FROM proposals p WHERE ${shown}`),
      parametersOf(municipalityId, windows),
    );
  }

  /** How many distinct people sent in or supported something, by slice. */
  people(manager: EntityManager, municipalityId: string, windows: Windows): Promise<SliceRow[]> {
    return manager.query(
      sliced(`SELECT s.created_at AS at, p.kind, p.locality_id, ${person} AS one
        FROM proposals p JOIN proposal_supports s ON s.proposal_id = p.id ${addressInTown} WHERE ${shown} AND p.created_at < $3`),
      parametersOf(municipalityId, windows),
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

  /** The proposals of a window one by one, and who sent them in or supported them in it. @param months the months and their first moments */
  async spokenFor(
    manager: EntityManager,
    municipalityId: string,
    { from, before }: Window,
    months: ReadonlyMap<string, Date>,
  ): Promise<SpokenFor[]> {
    const rows = await manager.query<ReadSpokenFor[]>(
      `SELECT p.kind, l.slug AS locality, width_bucket(p.created_at, $4::timestamptz[]) AS month,
         jsonb_build_object('weekdays', coalesce(p.details -> 'weekdays', '[]'), 'hourBands', coalesce(p.details -> 'hourBands', '[]'),
           'when', coalesce(p.details -> 'when', '[]'), 'themes', coalesce(p.details -> 'problems', p.details -> 'causes', '[]')
             || CASE WHEN p.kind = 'idea' AND p.details ->> 'topic' IS NOT NULL THEN jsonb_build_array(p.details -> 'topic') ELSE '[]' END)::text AS said,
         heard.people
       FROM proposals p JOIN (
         SELECT s.proposal_id, string_agg(${person}::text, ' ') AS people FROM proposal_supports s ${addressInTown}
         WHERE s.created_at >= $2 AND s.created_at < $3 AND s.proposal_id IN (
           SELECT id FROM proposals WHERE municipality_id = $1 AND created_at >= $2 AND created_at < $3) GROUP BY 1) heard ON heard.proposal_id = p.id
         LEFT JOIN localities l ON l.id = p.locality_id
       WHERE ${shown} AND p.created_at >= $2 AND p.created_at < $3`,
      [municipalityId, from, before, [...months.values()]],
    );
    const names = [...months.keys()];
    return rows.map(({ said, people, month, ...row }) => ({
      ...row,
      ...(JSON.parse(said) as ToldTime & Pick<SpokenFor, 'themes'>),
      month: names[month - 1] ?? '',
      people: people.split(' '),
    }));
  }

  /** Where people point who were heard in a window: by small square, kind and time. @param kinds those asked for */
  async cells(
    manager: EntityManager,
    municipalityId: string,
    { from, before }: Window,
    kinds: readonly ProposalKind[],
  ): Promise<CellRow[]> {
    const metres = String(CELL_METRES);
    const rows = await manager.query<ReadCell[]>(
      `SELECT floor(ST_X(spoken.plane) / ${metres}) * ${metres} AS east, floor(ST_Y(spoken.plane) / ${metres}) * ${metres} AS north,
         ST_X(spoken.position) AS lng, ST_Y(spoken.position) AS lat, spoken.kind, spoken.locality_id AS "localityId",
         jsonb_build_object('weekdays', coalesce(spoken.details -> 'weekdays', '[]'), 'hourBands', coalesce(spoken.details -> 'hourBands', '[]'),
           'when', coalesce(spoken.details -> 'when', '[]'))::text AS told, spoken.people
       FROM (
         SELECT p.kind, p.locality_id, p.details, p.position, ST_Transform(p.position, 3006) AS plane, heard.people
         FROM proposals p JOIN (
           SELECT s.proposal_id, string_agg(${person}::text, ' ') AS people FROM proposal_supports s ${addressInTown}
           WHERE s.created_at >= $2 AND s.created_at < $3
             AND s.proposal_id IN (SELECT id FROM proposals WHERE municipality_id = $1 AND created_at < $3) GROUP BY 1) heard ON heard.proposal_id = p.id
         WHERE ${shown} AND p.kind = ANY ($4::text[]) AND p.position IS NOT NULL) spoken`,
      [municipalityId, from, before, kinds],
    );
    const parsed = new Map<string, ToldTime>();
    return rows.map(({ told, people, ...row }) => {
      const time = parsed.get(told) ?? (JSON.parse(told) as ToldTime);
      parsed.set(told, time);
      return { ...row, ...time, people: people.split(' ') };
    });
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
       WHERE ${shown} AND p.kind = ANY ($4::text[]) AND p.position IS NULL AND p.created_at < $3 AND EXISTS (
         SELECT FROM proposal_supports s WHERE s.proposal_id = p.id AND s.created_at >= $2 AND s.created_at < $3)`,
      [municipalityId, from, before, kinds],
    );
    return row?.count ?? 0;
  }
}
