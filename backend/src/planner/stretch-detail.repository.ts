import type { StretchEventType } from '@lofteskartan/shared/planner';
import type { SpeedCheckDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { Position } from '@lofteskartan/shared/position';
import type { CheckMethod } from '@lofteskartan/shared/speed-checks';
import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { confirmedAddress, supporter } from '../proposals/people-behind.js';
import type { ToldTimes } from './times.rules.js';
import { checksOfStretches, waits, wishesOfStretches } from './ranking.repository.js';

/** A wish as the police read it. */
export interface WishRow {
  readonly id: string;
  readonly reference: string;
  readonly status: ProposalStatus;
  readonly policePlannedAt: Date | null;
  readonly waits: boolean;
  readonly lng: number;
  readonly lat: number;
  readonly description: string | null;
  readonly details: SpeedCheckDetails;
  readonly people: number;
  readonly version: number;
  readonly createdAt: Date;
}

/** A stretch on which nobody waits. */
export interface RestingPlace {
  readonly name: string | null;
  readonly localityName: string | null;
  /** Null when none of its wishes can be shown any more. */
  readonly position: Position | null;
  readonly postedLimit: null;
  readonly problems: [];
  readonly people: 0;
}

export interface CheckRow {
  readonly id: string;
  readonly occurredOn: string;
  readonly publicText: string;
  readonly result: {
    readonly durationMinutes?: number;
    readonly measured?: number;
    readonly reported?: number;
    readonly method?: CheckMethod;
  };
  readonly released: boolean;
}

export interface StretchEventRow {
  readonly event: number;
  readonly type: StretchEventType;
  readonly at: Date;
  readonly by: string | null;
  readonly name: string | null;
  readonly wishes: number;
  readonly undoable: boolean;
}

/** Stretches that were merged into one (`$2`), directly or through others, and itself. */
export const family = `WITH RECURSIVE family AS (
  SELECT $2::uuid AS id UNION ALL SELECT s.id FROM family JOIN stretches s ON s.merged_into_id = family.id)`;

/** Reads what the page of one stretch shows. */
@Injectable()
export class StretchDetailRepository {
  /** Its wishes that those who handle proposals may read: open ones first, then the newest. */
  async wishes(manager: EntityManager, municipalityId: string, stretchId: string): Promise<WishRow[]> {
    return manager.query(
      `SELECT m.id, m.reference, m.status, m.police_planned_at AS "policePlannedAt", ${waits} AS waits,
         ST_X(m.position) AS lng, ST_Y(m.position) AS lat, m.description, m.details, m.version, m.created_at AS "createdAt", (
           SELECT count(DISTINCT ${supporter})::integer FROM proposal_supports s ${confirmedAddress} WHERE s.proposal_id = m.id) AS people
       FROM (${wishesOfStretches} AND w.stretch_id = $2) m ORDER BY waits DESC, m.created_at DESC, m.id`,
      [municipalityId, stretchId],
    );
  }

  /** When somebody last asked for, or supported, any of its wishes, answered or not; null when nobody has. */
  async lastAskedAt(manager: EntityManager, municipalityId: string, stretchId: string): Promise<Date | null> {
    const [row] = await manager.query<{ at: Date | null }[]>(
      `SELECT max(s.created_at) AS at
       FROM (${wishesOfStretches} AND w.stretch_id = $2) m JOIN proposal_supports s ON s.proposal_id = m.id`,
      [municipalityId, stretchId],
    );
    return row?.at ?? null;
  }

  /** When those who wait see it, as they said, by stretch. */
  async toldTimes(
    manager: EntityManager,
    municipalityId: string,
    stretchIds: readonly string[],
  ): Promise<Map<string, ToldTimes[]>> {
    const rows = await manager.query<(ToldTimes & { stretchId: string })[]>(
      `SELECT m.stretch_id AS "stretchId", coalesce(m.details -> 'weekdays', '[]') AS weekdays,
         coalesce(m.details -> 'hourBands', '[]') AS "hourBands"
       FROM (${wishesOfStretches} AND w.stretch_id = ANY ($2::uuid[])) m WHERE ${waits}`,
      [municipalityId, stretchIds],
    );
    const told = new Map<string, ToldTimes[]>();
    for (const { stretchId, ...times } of rows) told.set(stretchId, [...(told.get(stretchId) ?? []), times]);
    return told;
  }

  /**
   * What is known of a stretch on which nobody waits any more: from its wishes that may be read, else from where those lay that are hidden
   * or withdrawn, and the road that they name if it is a known one. Secret wishes tell nothing.
   */
  async place(manager: EntityManager, municipalityId: string, stretchId: string): Promise<RestingPlace> {
    const [row] = await manager.query<
      { name: string | null; localityName: string | null; lng: number | null; lat: number | null }[]
    >(
      `WITH wish AS (
         SELECT p.position, p.locality_id, nullif(btrim(p.details ->> 'roadName'), '') AS road, p.road_listed AS listed,
           p.status NOT IN ('hidden', 'withdrawn') AS shown
         FROM stretch_wishes w JOIN proposals p ON p.id = w.proposal_id
         WHERE w.stretch_id = $2 AND p.municipality_id = $1 AND p.position IS NOT NULL AND p.secret_for IS NULL AND p.held_as IS NULL)
       SELECT coalesce(s.name, (SELECT coalesce(mode() WITHIN GROUP (ORDER BY road) FILTER (WHERE shown),
             mode() WITHIN GROUP (ORDER BY road) FILTER (WHERE listed)) FROM wish)) AS name,
         at."localityName", at.lng, at.lat
       FROM stretches s, (
         SELECT coalesce(mode() WITHIN GROUP (ORDER BY l.name) FILTER (WHERE wish.shown), mode() WITHIN GROUP (ORDER BY l.name)) AS "localityName",
           coalesce(avg(ST_X(wish.position)) FILTER (WHERE wish.shown), avg(ST_X(wish.position))) AS lng,
           coalesce(avg(ST_Y(wish.position)) FILTER (WHERE wish.shown), avg(ST_Y(wish.position))) AS lat
         FROM wish LEFT JOIN localities l ON l.id = wish.locality_id) at
       WHERE s.municipality_id = $1 AND s.id = $2`,
      [municipalityId, stretchId],
    );
    const { name = null, localityName = null, lng = null, lat = null } = row ?? {};
    const position: Position | null = lng === null || lat === null ? null : [lng, lat];
    return { name, localityName, position, postedLimit: null, problems: [], people: 0 };
  }

  /** The checks that were made on it, the latest first. */
  async checks(manager: EntityManager, municipalityId: string, stretchId: string): Promise<CheckRow[]> {
    return manager.query(
      `SELECT a.id, to_char(a.occurred_on, 'YYYY-MM-DD') AS "occurredOn", a.public_text AS "publicText", a.result,
         a.released_at IS NOT NULL AS released
       FROM (${checksOfStretches}) made JOIN activities a ON a.id = made.id
       WHERE made.stretch_id = $2 ORDER BY a.occurred_on DESC, a.id`,
      [municipalityId, stretchId],
    );
  }

  /** What happened to it, the latest first. */
  async history(
    manager: EntityManager,
    municipalityId: string,
    stretchId: string,
  ): Promise<StretchEventRow[]> {
    return manager.query(
      `SELECT e.id::integer AS event, e.type, e.at, a.name AS by, coalesce(e.changes ->> 'name', other.name) AS name,
         cardinality(e.wishes) AS wishes,
         e.type IN ('split', 'merged') AND NOT EXISTS (SELECT FROM stretch_events u WHERE u.undoes_id = e.id) AS undoable
       FROM stretch_events e JOIN stretches s ON s.id = e.stretch_id LEFT JOIN accounts a ON a.id = e.actor_account_id
         LEFT JOIN stretches other ON other.id = e.other_stretch_id
       WHERE s.municipality_id = $1 AND e.stretch_id = $2 ORDER BY e.id DESC LIMIT 200`,
      [municipalityId, stretchId],
    );
  }

  /** What was arranged on it, or on one that was merged into it, instead of a check: the latest first. */
  async alternatives(
    manager: EntityManager,
    municipalityId: string,
    stretchId: string,
  ): Promise<AlternativeRow[]> {
    return manager.query(
      `${family}
       SELECT ${alternativeColumns} FROM family JOIN stretch_alternatives x ON x.stretch_id = family.id
         JOIN stretches s ON s.id = x.stretch_id AND s.municipality_id = $1
       ORDER BY x.arranged_at DESC, x.id`,
      [municipalityId, stretchId],
    );
  }
}

/** What is done instead of a check, as it is stored. */
export interface AlternativeRow {
  readonly id: string;
  readonly stretchId: string;
  readonly kind: 'municipal-measurement' | 'speed-display' | 'referral';
  readonly state: 'arranged' | 'done' | 'not-done';
  readonly responsible: string;
  readonly publicText: string;
  readonly dueOn: string | null;
  readonly resultText: string | null;
  readonly arrangedAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
  readonly measurementId: string | null;
  readonly wishes: string[];
}

/** The columns of an alternative `x`, with the numbers of its wishes that everyone who handles proposals may read. */
export const alternativeColumns = `x.id, x.stretch_id AS "stretchId", x.kind, x.state, x.responsible, x.public_text AS "publicText",
  to_char(x.due_on, 'YYYY-MM-DD') AS "dueOn", x.result_text AS "resultText", x.arranged_at AS "arrangedAt", x.ended_at AS "endedAt",
  x.version, (SELECT sm.id FROM speed_measurements sm WHERE sm.id = x.measurement_id AND sm.removed_at IS NULL) AS "measurementId", ARRAY(SELECT p.reference FROM stretch_alternative_wishes aw JOIN proposals p ON p.id = aw.proposal_id
    WHERE aw.alternative_id = x.id AND p.secret_for IS NULL AND p.held_as IS NULL ORDER BY p.created_at, p.id) AS wishes`;
