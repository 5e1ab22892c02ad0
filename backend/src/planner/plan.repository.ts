import type { PlannedCheckState } from '@lofteskartan/shared/planner';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import type { EntityManager } from 'typeorm';
import type { CheckWindow } from './plan.rules.js';
import { promisesChecks } from './ranking.repository.js';
import { reach } from './reach.js';

/** A planned check as it is stored. */
export interface PlannedCheckRow extends CheckWindow {
  readonly id: string;
  /** That of the stretch which lives on, where it was merged into another. */
  readonly stretchId: string;
  readonly state: PlannedCheckState;
  readonly note: string | null;
  readonly plannedBy: string;
  readonly activityId: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

/** The count that speed checks are promised in. */
export interface TargetRow {
  readonly commitmentId: string;
  readonly target: number;
  readonly done: number;
  readonly from: string;
  readonly to: string | null;
}

/** Something that was done, as far as the plan asks. */
export interface DoneActivity {
  readonly id: string;
  readonly municipalityId: string;
  readonly occurredOn: string;
  readonly position: Position | null;
  readonly proposalIds: readonly string[];
}

/** The stretch that a planned check `k` belongs to now. */
const stretchNow = `(WITH RECURSIVE chain AS (
    SELECT s.id, s.merged_into_id FROM stretches s WHERE s.id = k.stretch_id
    UNION ALL SELECT s.id, s.merged_into_id FROM chain JOIN stretches s ON s.id = chain.merged_into_id)
  SELECT id FROM chain WHERE merged_into_id IS NULL)`;

const columns = `k.id, ${stretchNow} AS "stretchId", to_char(k.planned_on, 'YYYY-MM-DD') AS "plannedOn", k.from_hour AS "fromHour",
  k.to_hour AS "toHour", k.state, k.note, k.activity_id AS "activityId", k.version, k.created_at AS "createdAt",
  (SELECT a.name FROM planned_check_events e JOIN accounts a ON a.id = e.actor_account_id
    WHERE e.planned_check_id = k.id AND e.type = 'planned') AS "plannedBy"`;

/** Planned checks, and what happened to them. */
@Injectable()
export class PlanRepository {
  /** The checks of some days that were not cancelled, in the order of the week. */
  async between(
    manager: EntityManager,
    municipalityId: string,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<PlannedCheckRow[]> {
    return manager.query(
      `SELECT ${columns} FROM planned_checks k WHERE k.municipality_id = $1 AND k.planned_on BETWEEN $2 AND $3 AND k.state <> 'cancelled'
       ORDER BY k.planned_on, k.from_hour, k.id`,
      [municipalityId, from, to],
    );
  }

  /** The stretches that have a check planned from a day on, with the first of those days. */
  async upcoming(manager: EntityManager, municipalityId: string, from: string): Promise<Map<string, string>> {
    const rows = await manager.query<{ stretchId: string; plannedOn: string }[]>(
      `SELECT ${stretchNow} AS "stretchId", to_char(min(k.planned_on), 'YYYY-MM-DD') AS "plannedOn" FROM planned_checks k
       WHERE k.municipality_id = $1 AND k.state = 'planned' AND k.planned_on >= $2 GROUP BY 1`,
      [municipalityId, from],
    );
    return new Map(rows.map(({ stretchId, plannedOn }) => [stretchId, plannedOn]));
  }

  async lock(manager: EntityManager, municipalityId: string, id: string): Promise<PlannedCheckRow | null> {
    const [row] = await manager.query<PlannedCheckRow[]>(
      `SELECT ${columns} FROM planned_checks k WHERE k.municipality_id = $1 AND k.id = $2 FOR NO KEY UPDATE OF k`,
      [municipalityId, id],
    );
    return row ?? null;
  }

  async insert(
    manager: EntityManager,
    municipalityId: string,
    {
      stretchId,
      plannedOn,
      fromHour,
      toHour,
      note,
      at,
    }: CheckWindow & {
      readonly stretchId: string;
      readonly note: string | null;
      readonly at: Date;
    },
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO planned_checks (municipality_id, stretch_id, planned_on, from_hour, to_hour, note, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7) RETURNING id`,
      [municipalityId, stretchId, plannedOn, fromHour, toHour, note, at],
    );
    if (!row) throw new Error('A planned check that was written is not there');
    return row.id;
  }

  async move(
    manager: EntityManager,
    id: string,
    {
      plannedOn,
      fromHour,
      toHour,
      note,
      at,
    }: CheckWindow & { readonly note: string | null; readonly at: Date },
  ): Promise<void> {
    await manager.query(
      `UPDATE planned_checks SET planned_on = $2, from_hour = $3, to_hour = $4, note = $5, version = version + 1, updated_at = $6
       WHERE id = $1`,
      [id, plannedOn, fromHour, toHour, note, at],
    );
  }

  async close(
    manager: EntityManager,
    id: string,
    { activityId, at }: { readonly activityId: string | null; readonly at: Date },
  ): Promise<void> {
    await manager.query(
      `UPDATE planned_checks SET state = $2, activity_id = $3, version = version + 1, updated_at = $4 WHERE id = $1`,
      [id, activityId === null ? 'cancelled' : 'fulfilled', activityId, at],
    );
  }

  /** The ids of what is planned and not made. */
  async open(manager: EntityManager, municipalityId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM planned_checks WHERE municipality_id = $1 AND state = 'planned' ORDER BY id FOR NO KEY UPDATE`,
      [municipalityId],
    );
    return rows.map(({ id }) => id);
  }

  async append(
    manager: EntityManager,
    id: string,
    event: {
      readonly type: 'planned' | 'changed' | 'fulfilled' | 'cancelled';
      readonly by: string | null;
      readonly at: Date;
      readonly changes?: object;
    },
  ): Promise<void> {
    await manager.query(
      'INSERT INTO planned_check_events (planned_check_id, at, actor_account_id, type, changes) VALUES ($1, $2, $3, $4, $5)',
      [id, event.at, event.by, event.type, event.changes ? JSON.stringify(event.changes) : null],
    );
  }

  /**
   * The planned check that an activity made, or null: one of these days, on the stretch of a wish that it served or that it was
   * made near; the nearest day first.
   */
  async madeBy(
    manager: EntityManager,
    { municipalityId, occurredOn, position, proposalIds }: DoneActivity,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<string | null> {
    const at = 'ST_SetSRID(ST_MakePoint($6, $7), 4326)';
    const near = `position && ST_Expand(${at}, ${reach(PLANNER_LIMITS.nearMetres, at)})
      AND ST_DWithin(p.position::geography, ${at}::geography, ${String(PLANNER_LIMITS.nearMetres)})`;
    const [row] = await manager.query<{ id: string }[]>(
      `WITH here AS (
         SELECT w.stretch_id FROM stretch_wishes w WHERE w.proposal_id = ANY ($5::uuid[])
         UNION
         SELECT w.stretch_id FROM proposals p JOIN stretch_wishes w ON w.proposal_id = p.id
         WHERE p.municipality_id = $1 AND $6::double precision IS NOT NULL AND p.${near})
       SELECT k.id FROM planned_checks k
       WHERE k.municipality_id = $1 AND k.state = 'planned' AND k.planned_on BETWEEN $3 AND $4
         AND ${stretchNow} IN (SELECT stretch_id FROM here)
       ORDER BY abs(k.planned_on - $2::date), k.from_hour, k.id LIMIT 1 FOR NO KEY UPDATE OF k`,
      [municipalityId, occurredOn, from, to, proposalIds, position?.[0] ?? null, position?.[1] ?? null],
    );
    return row?.id ?? null;
  }

  /** The count of the promise that holds on a day, and what was done towards it, public or not. */
  async target(manager: EntityManager, municipalityId: string, today: string): Promise<TargetRow | null> {
    const [row] = await manager.query<TargetRow[]>(
      `SELECT c.id AS "commitmentId", c.target, to_char(m.starts_on, 'YYYY-MM-DD') AS "from", to_char(m.ends_on, 'YYYY-MM-DD') AS "to",
         (coalesce(c.opening_count, 0) + (SELECT count(*) FROM activities a WHERE a.commitment_id = c.id AND a.counts
           AND a.occurred_on > coalesce(c.opening_as_of, '-infinity'::date)))::integer AS done
       FROM commitments c JOIN medborgarloften m ON m.id = c.medborgarlofte_id
       WHERE c.municipality_id = $1 AND c.type = 'count' AND ${promisesChecks} AND c.removed_at IS NULL
         AND (c.closed_from IS NULL OR c.closed_from > $2::date) AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
       ORDER BY m.starts_on DESC, c.number LIMIT 1`,
      [municipalityId, today],
    );
    return row ?? null;
  }
}
