import { PLANNER_LIMITS, type RoadKeeper } from '@lofteskartan/shared/planner';
import {
  OPEN_STATUSES,
  SPEED_PROBLEMS,
  SPEED_SURROUNDINGS,
  type SpeedLimit,
  type SpeedProblem,
  type SpeedSurrounding,
} from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { confirmedAddress } from '../proposals/people-behind.js';
import { reach } from './reach.js';

/** A stretch as the ranking reads it. */
export interface StretchRow {
  readonly id: string;
  readonly name: string | null;
  readonly road: string | null;
  readonly localityId: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly wishes: number;
  readonly people: number;
  readonly freshPeople: number;
  readonly latestAt: Date;
  readonly postedLimit: SpeedLimit | null;
  readonly problems: SpeedProblem[];
  readonly near: SpeedSurrounding[];
  readonly safePlace: boolean | null;
  readonly limitChangeMetres: number | null;
  readonly roadKeeper: RoadKeeper | null;
  readonly version: number;
}

/** A stretch and what lies near it. */
export interface NearRow {
  readonly stretchId: string;
  readonly name: string;
  readonly as: SpeedSurrounding;
  readonly distanceMetres: number;
}

/** The checks of a stretch. */
export interface ChecksRow {
  readonly stretchId: string;
  readonly checks: number;
  readonly lastCheckOn: string;
}

export interface LocalityRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly population: number | null;
  readonly checks: number;
}

/** Statuses in which a check may still answer a wish: not those that another body has. */
const waiting = OPEN_STATUSES.filter((status) => status !== 'referred');
const waitingList = waiting.map((status) => `'${status}'`).join(', ');

/** The wishes of a municipality's stretches that everyone who handles proposals may read. */
export const wishesOfStretches = `
  SELECT w.stretch_id, p.* FROM stretch_wishes w JOIN proposals p ON p.id = w.proposal_id
  WHERE p.municipality_id = $1 AND p.kind = 'speed-check' AND p.position IS NOT NULL AND p.secret_for IS NULL AND p.held_as IS NULL
    AND p.status NOT IN ('hidden', 'withdrawn')`;

/** Whether the wish `m` waits: by itself, or as its case does. */
export const waits = `CASE m.status WHEN 'duplicate' THEN EXISTS (
    WITH RECURSIVE chain AS (
      SELECT m.duplicate_of_id AS id UNION ALL
      SELECT u.duplicate_of_id FROM chain JOIN proposals u ON u.id = chain.id WHERE u.duplicate_of_id IS NOT NULL)
    SELECT FROM chain JOIN proposals l ON l.id = chain.id WHERE l.duplicate_of_id IS NULL AND l.status IN (${waitingList}))
  ELSE m.status IN (${waitingList}) END`;

/** A commitment `c` that is fulfilled by speed checks: one that answers wishes for them, or takes nothing else. */
export const promisesChecks = `('speed-check' = ANY (c.accepts_kinds) AND (c.requires_wish OR cardinality(c.accepts_kinds) = 1))`;

/** An activity `a` of commitment `c` that is a speed check. */
const isCheck = `${promisesChecks} AND a.secret_for IS NULL`;

/** SQL for the checks of stretches: those that served a wish of one, and those that were made near one. */
export const checksOfStretches = `
  SELECT w.stretch_id, a.id, a.occurred_on FROM activities a JOIN commitments c ON c.id = a.commitment_id
    JOIN activity_proposals ap ON ap.activity_id = a.id JOIN stretch_wishes w ON w.proposal_id = ap.proposal_id
    JOIN proposals p ON p.id = ap.proposal_id AND p.secret_for IS NULL
  WHERE a.municipality_id = $1 AND ${isCheck}
  UNION
  SELECT w.stretch_id, a.id, a.occurred_on FROM activities a JOIN commitments c ON c.id = a.commitment_id
    JOIN proposals p ON p.position && ST_Expand(a.position, ${reach(PLANNER_LIMITS.nearMetres, 'a.position')})
      AND ST_DWithin(p.position::geography, a.position::geography, ${String(PLANNER_LIMITS.nearMetres)})
    JOIN stretch_wishes w ON w.proposal_id = p.id
  WHERE a.municipality_id = $1 AND ${isCheck} AND p.municipality_id = $1 AND p.secret_for IS NULL`;

/** Reads what the ranking is computed from: a few statements, whatever the number of stretches. */
@Injectable()
export class RankingRepository {
  /** Every stretch with open wishes. @param halfLifeDays after so many days a person weighs half */
  async stretches(
    manager: EntityManager,
    municipalityId: string,
    { now, halfLifeDays }: { readonly now: Date; readonly halfLifeDays: number },
  ): Promise<StretchRow[]> {
    return manager.query(
      `WITH RECURSIVE wish AS MATERIALIZED (
         SELECT m.stretch_id, m.id, m.status, m.duplicate_of_id, m.position, m.locality_id, m.details FROM (${wishesOfStretches}) m),
       chain AS (
         SELECT id, duplicate_of_id AS up FROM wish WHERE status = 'duplicate'
         UNION ALL
         SELECT chain.id, u.duplicate_of_id FROM chain JOIN proposals u ON u.id = chain.up WHERE u.duplicate_of_id IS NOT NULL),
       open AS MATERIALIZED (
         SELECT * FROM wish WHERE status IN (${waitingList})
         UNION ALL
         SELECT wish.* FROM wish JOIN chain ON chain.id = wish.id JOIN proposals l ON l.id = chain.up
         WHERE l.duplicate_of_id IS NULL AND l.status IN (${waitingList})),
       voice AS (
         SELECT stretch_id, coalesce(address, encode(device_hash, 'hex')) AS who, max(latest) AS latest
         FROM (
           SELECT o.stretch_id, s.device_hash, min(c.address_hash) AS address, max(s.created_at) AS latest
           FROM open o JOIN proposal_supports s ON s.proposal_id = o.id ${confirmedAddress} GROUP BY 1, 2) device
         GROUP BY 1, 2),
       people AS (
         SELECT stretch_id, count(*)::integer AS people, max(latest) AS latest,
           sum(exp(ln(0.5::double precision) * greatest(0, extract(epoch FROM $2::timestamptz - latest)::double precision) / (86400 * $3)))
             AS fresh
         FROM voice GROUP BY 1),
       place AS (
         SELECT o.stretch_id, count(*)::integer AS wishes, avg(ST_X(o.position)) AS lng, avg(ST_Y(o.position)) AS lat,
           mode() WITHIN GROUP (ORDER BY o.locality_id) AS locality_id,
           mode() WITHIN GROUP (ORDER BY btrim(o.details ->> 'roadName')) FILTER (WHERE btrim(o.details ->> 'roadName') <> '') AS road,
           mode() WITHIN GROUP (ORDER BY (o.details ->> 'postedLimit')::integer) FILTER (WHERE o.details ->> 'postedLimit' IS NOT NULL) AS limit_,
           ${flags('problems', SPEED_PROBLEMS)} AS problems,
           ${flags('near', SPEED_SURROUNDINGS)} AS near
         FROM open o GROUP BY 1)
       SELECT s.id, s.name, place.road, place.locality_id AS "localityId", place.lng, place.lat, place.wishes,
         people.people, people.fresh AS "freshPeople", people.latest AS "latestAt", place.limit_ AS "postedLimit", place.problems,
         place.near, s.safe_place AS "safePlace", s.limit_change_metres AS "limitChangeMetres", s.road_keeper AS "roadKeeper", s.version
       FROM place JOIN people ON people.stretch_id = place.stretch_id JOIN stretches s ON s.id = place.stretch_id`,
      [municipalityId, now, halfLifeDays],
    );
  }

  /** The checks made on each stretch. */
  async checks(manager: EntityManager, municipalityId: string): Promise<ChecksRow[]> {
    return manager.query(
      `SELECT stretch_id AS "stretchId", count(*)::integer AS checks, to_char(max(occurred_on), 'YYYY-MM-DD') AS "lastCheckOn"
       FROM (${checksOfStretches}) made GROUP BY 1`,
      [municipalityId],
    );
  }

  /** The schools, preschools and stops of the place list near each stretch. */
  async near(manager: EntityManager, municipalityId: string): Promise<NearRow[]> {
    const { surroundingsMetres } = PLANNER_LIMITS;
    return manager.query(
      `SELECT w.stretch_id AS "stretchId", n.name,
         CASE WHEN n.type = 'station' THEN 'bus-stop' WHEN n.name ~* 'förskola' THEN 'preschool' ELSE 'school' END AS "as",
         round(min(ST_Distance(p.position::geography, n.position::geography)))::integer AS "distanceMetres"
       FROM named_places n
       JOIN proposals p ON p.position && ST_Expand(n.position, ${reach(surroundingsMetres, 'n.position')})
         AND ST_DWithin(p.position::geography, n.position::geography, $2)
       JOIN stretch_wishes w ON w.proposal_id = p.id
       WHERE n.municipality_id = $1 AND n.type IN ('school', 'station') AND p.municipality_id = $1 AND p.secret_for IS NULL AND p.held_as IS NULL
         AND p.status NOT IN ('hidden', 'withdrawn')
       GROUP BY w.stretch_id, n.id ORDER BY 4`,
      [municipalityId, surroundingsMetres],
    );
  }

  /** The localities of a municipality, and the checks made in each since a day. */
  async localities(manager: EntityManager, municipalityId: string, since: string): Promise<LocalityRow[]> {
    return manager.query(
      `SELECT l.id, l.slug, l.name, l.population, (
         SELECT count(*)::integer FROM activities a JOIN commitments c ON c.id = a.commitment_id
         WHERE a.municipality_id = $1 AND a.locality_id = l.id AND a.occurred_on >= $2 AND ${isCheck}) AS checks
       FROM localities l WHERE l.municipality_id = $1 ORDER BY l.id`,
      [municipalityId, since],
    );
  }
}

/** SQL for the codes that at least one of the rows names. */
function flags(field: 'problems' | 'near', codes: readonly string[]): string {
  const each = codes.map(
    (code) => `CASE WHEN bool_or(jsonb_exists(o.details -> '${field}', '${code}')) THEN '${code}' END`,
  );
  return `array_remove(ARRAY[${each.join(', ')}], NULL)`;
}
