import type { RankingWeights } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The planner's settings of a municipality as they are stored. */
export interface PlannerSettingsRow {
  readonly weights: RankingWeights;
  readonly planSince: Date | null;
  readonly version: number;
}

const columns = 'weights, plan_since AS "planSince", version';

/** What the police of a municipality have set. */
@Injectable()
export class PlannerSettingsRepository {
  async find(manager: EntityManager, municipalityId: string): Promise<PlannerSettingsRow | null> {
    const [row] = await manager.query<PlannerSettingsRow[]>(
      `SELECT ${columns} FROM planner_settings WHERE municipality_id = $1`,
      [municipalityId],
    );
    return row ?? null;
  }

  /** The same, locked until the transaction ends; one is made with these weights when there is none. */
  async lock(
    manager: EntityManager,
    municipalityId: string,
    weights: RankingWeights,
    now: Date,
  ): Promise<PlannerSettingsRow> {
    await manager.query(
      `INSERT INTO planner_settings (municipality_id, weights, version, updated_at) VALUES ($1, $2, 0, $3)
       ON CONFLICT (municipality_id) DO NOTHING`,
      [municipalityId, JSON.stringify(weights), now],
    );
    const [row] = await manager.query<PlannerSettingsRow[]>(
      `SELECT ${columns} FROM planner_settings WHERE municipality_id = $1 FOR NO KEY UPDATE`,
      [municipalityId],
    );
    if (!row) throw new Error('Settings that were written are not there');
    return row;
  }

  /** Whether planning is on; it stays so until the transaction ends. */
  async planIsOn(manager: EntityManager, municipalityId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM planner_settings WHERE municipality_id = $1 AND plan_since IS NOT NULL FOR SHARE',
      [municipalityId],
    );
    return rows.length > 0;
  }

  /** Stores new settings with the event that tells of them. */
  async store(
    manager: EntityManager,
    municipalityId: string,
    { weights, planSince }: Pick<PlannerSettingsRow, 'weights' | 'planSince'>,
    event: {
      readonly type: 'weights' | 'plan-on' | 'plan-off';
      readonly by: string;
      readonly at: Date;
      readonly changes?: object;
    },
  ): Promise<void> {
    await manager.query(
      `UPDATE planner_settings SET weights = $2, plan_since = $3, version = version + 1, updated_at = $4 WHERE municipality_id = $1`,
      [municipalityId, JSON.stringify(weights), planSince, event.at],
    );
    await manager.query(
      'INSERT INTO planner_setting_events (municipality_id, at, actor_account_id, type, changes) VALUES ($1, $2, $3, $4, $5)',
      [municipalityId, event.at, event.by, event.type, event.changes ? JSON.stringify(event.changes) : null],
    );
  }
}
