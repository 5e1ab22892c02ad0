import { Injectable } from '@nestjs/common';
import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import type { EntityManager } from 'typeorm';
import type { Extent, LooseWish } from './gathering.rules.js';
import { reach } from './reach.js';

/** Any number that no other lock of the house takes. */
const gatheringLock = 1764;

/** The road of a proposal as it is compared: lower case, single blanks; null without one. */
const road = `nullif(lower(regexp_replace(btrim(p.details ->> 'roadName'), '\\s+', ' ', 'g')), '')`;

/** A wish that is to be gathered: shown to all who handle proposals, and not gone. */
const gatherable = `p.kind = 'speed-check' AND p.position IS NOT NULL AND p.secret_for IS NULL AND p.held_as IS NULL
  AND p.status NOT IN ('hidden', 'withdrawn') AND p.disposed_at IS NULL`;

/** A wish of a municipality (`$1`) that lies on no stretch. */
const unplaced = `SELECT p.id, p.position, ${road} AS road, p.road_listed AS listed FROM proposals p
  WHERE p.municipality_id = $1 AND ${gatherable} AND NOT EXISTS (SELECT FROM stretch_wishes w WHERE w.proposal_id = p.id)`;

/** Whether the correction `e` changed where a wish lies: its place, its road, or what is asked for. */
const elsewhere = `(e.changes -> 'position' IS NOT NULL OR e.changes -> 'kind' IS NOT NULL
  OR e.changes #>> '{details,before,roadName}' IS DISTINCT FROM e.changes #>> '{details,after,roadName}')`;

/** Wishes that the house laid on a stretch before their place or road was corrected. */
const corrected = `SELECT w.proposal_id FROM proposals p JOIN stretch_wishes w ON w.proposal_id = p.id
  WHERE p.municipality_id = $1 AND w.placed_by = 'gathering' AND p.updated_at > w.placed_at AND ${gatherable}
    AND EXISTS (SELECT FROM proposal_events e
      WHERE e.proposal_id = p.id AND e.type = 'corrected' AND e.at > w.placed_at AND ${elsewhere})`;

/** A wish that was taken up from a stretch. */
export interface TakenUp {
  readonly id: string;
  readonly stretchId: string;
}

/** A wish that may join a stretch, where it lies in metres, and how far the stretch reaches now. */
export interface JoiningWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly stretchId: string;
}

/** Finds wishes that lie on no stretch, and lays them on one. */
@Injectable()
export class GatheringRepository {
  /** Lets only one transaction at a time change the stretches of a municipality. */
  async lock(manager: EntityManager, municipalityId: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [gatheringLock, municipalityId]);
  }

  /** Whether something is to be gathered: a wish on no stretch, or one that was corrected since the house laid it on its own. */
  async somethingIsLoose(manager: EntityManager, municipalityId: string): Promise<boolean> {
    const [row] = await manager.query<{ loose: boolean }[]>(
      `SELECT EXISTS (${unplaced}) OR EXISTS (SELECT FROM (${corrected}) c) AS loose`,
      [municipalityId],
    );
    return row?.loose ?? false;
  }

  /**
   * Takes wishes up again whose place or road was corrected after the house laid them on a stretch. What staff placed stays.
   * @returns each with the stretch that it lay on
   */
  async takeUpCorrected(manager: EntityManager, municipalityId: string): Promise<TakenUp[]> {
    const [rows] = await manager.query<[TakenUp[], number]>(
      `DELETE FROM stretch_wishes WHERE proposal_id IN (${corrected}) RETURNING proposal_id AS id, stretch_id AS "stretchId"`,
      [municipalityId],
    );
    return rows;
  }

  /** Those of some stretches on which no wish lies any more. */
  async emptied(manager: EntityManager, stretchIds: readonly string[]): Promise<Set<string>> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT s.id FROM stretches s WHERE s.id = ANY ($1::uuid[]) AND s.merged_into_id IS NULL
         AND NOT EXISTS (SELECT FROM stretch_wishes w WHERE w.stretch_id = s.id)`,
      [stretchIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Merges an empty stretch into the one on which most of the wishes lie now that lay on it. */
  async follow(
    manager: EntityManager,
    stretchId: string,
    wishIds: readonly string[],
    now: Date,
  ): Promise<void> {
    await manager.query(
      `WITH target AS (
         SELECT stretch_id AS id, array_agg(proposal_id) AS wishes FROM stretch_wishes WHERE proposal_id = ANY ($2::uuid[])
         GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1),
       merged AS (
         UPDATE stretches s SET merged_into_id = target.id, version = s.version + 1, updated_at = $3 FROM target WHERE s.id = $1
         RETURNING s.name),
       touched AS (
         UPDATE stretches s SET version = s.version + 1, updated_at = $3 FROM target WHERE s.id = target.id RETURNING s.id)
       INSERT INTO stretch_events (stretch_id, at, type, other_stretch_id, wishes, changes)
       SELECT target.id, $3, 'merged', $1, target.wishes, jsonb_build_object('name', merged.name) FROM target, merged, touched`,
      [stretchId, wishIds, now],
    );
  }

  /**
   * The wishes on no stretch that lie near one: within reach of a wish of it that names the same road, or near one, unless the two name
   * different listed roads. Each with the stretch of the nearest.
   */
  async joining(manager: EntityManager, municipalityId: string): Promise<JoiningWish[]> {
    const { nearMetres, sameRoadMetres } = PLANNER_LIMITS;
    return manager.query(
      `WITH loose AS MATERIALIZED (${unplaced})
       SELECT u.id, ST_X(ST_Transform(u.position, 3006)) AS x, ST_Y(ST_Transform(u.position, 3006)) AS y, n.stretch_id AS "stretchId"
       FROM loose u CROSS JOIN LATERAL (
         SELECT q.stretch_id FROM (
           SELECT w.stretch_id, ${road} AS road, p.road_listed AS listed,
             ST_Distance(p.position::geography, u.position::geography) AS away
           FROM proposals p JOIN stretch_wishes w ON w.proposal_id = p.id
           WHERE p.municipality_id = $1 AND p.secret_for IS NULL AND p.held_as IS NULL AND p.kind = 'speed-check'
             AND p.position && ST_Expand(u.position, ${reach(sameRoadMetres, 'u.position')})) q
         WHERE (q.road = u.road AND q.away <= $2)
           OR (q.away <= $3 AND NOT (q.listed AND u.listed AND q.road IS DISTINCT FROM u.road))
         ORDER BY (q.road IS NOT DISTINCT FROM u.road) DESC, q.away LIMIT 1) n
       ORDER BY u.id`,
      [municipalityId, sameRoadMetres, nearMetres],
    );
  }

  /** How far stretches reach, in metres. */
  async extents(manager: EntityManager, stretchIds: readonly string[]): Promise<Map<string, Extent>> {
    const rows = await manager.query<(Extent & { id: string })[]>(
      `SELECT w.stretch_id AS id, min(ST_X(m.at)) AS west, min(ST_Y(m.at)) AS south, max(ST_X(m.at)) AS east, max(ST_Y(m.at)) AS north
       FROM stretch_wishes w JOIN proposals p ON p.id = w.proposal_id, LATERAL (SELECT ST_Transform(p.position, 3006) AS at) m
       WHERE w.stretch_id = ANY ($1::uuid[]) AND p.position IS NOT NULL GROUP BY w.stretch_id`,
      [stretchIds],
    );
    return new Map(rows.map(({ id, ...extent }) => [id, extent]));
  }

  /** The wishes on no stretch, clustered along the road that they name, and by nearness where they name no listed one. */
  async loose(manager: EntityManager, municipalityId: string): Promise<LooseWish[]> {
    const { nearMetres, sameRoadMetres } = PLANNER_LIMITS;
    return manager.query(
      `WITH loose AS MATERIALIZED (
         SELECT u.id, u.road, u.listed AND u.road IS NOT NULL AS listed, ST_Transform(u.position, 3006) AS at FROM (${unplaced}) u)
       SELECT id, ST_X(at) AS x, ST_Y(at) AS y, road, listed,
         CASE WHEN road IS NOT NULL THEN ST_ClusterDBSCAN(at, $2, 1) OVER (PARTITION BY road, listed) END AS "roadCluster",
         CASE WHEN NOT listed THEN ST_ClusterDBSCAN(at, $3, 1) OVER (PARTITION BY listed) END AS "nearCluster"
       FROM loose ORDER BY id`,
      [municipalityId, sameRoadMetres, nearMetres],
    );
  }

  /** Lays wishes on stretches. */
  async place(
    manager: EntityManager,
    placed: readonly { readonly id: string; readonly stretchId: string }[],
    now: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO stretch_wishes (proposal_id, stretch_id, placed_at, placed_by)
       SELECT wish, stretch, $3, 'gathering' FROM unnest($1::uuid[], $2::uuid[]) AS t (wish, stretch)`,
      [placed.map(({ id }) => id), placed.map(({ stretchId }) => stretchId), now],
    );
  }

  /** Makes stretches, each with the event that it began. */
  async begin(
    manager: EntityManager,
    municipalityId: string,
    stretchIds: readonly string[],
    now: Date,
  ): Promise<void> {
    await manager.query(
      `WITH new AS (
         INSERT INTO stretches (id, municipality_id, created_at, updated_at)
         SELECT unnest($2::uuid[]), $1, $3, $3 RETURNING id)
       INSERT INTO stretch_events (stretch_id, at, type) SELECT id, $3, 'began' FROM new`,
      [municipalityId, stretchIds, now],
    );
  }
}
