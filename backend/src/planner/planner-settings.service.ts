import type { PlannerSettings, SetPlannerWeights } from '@lofteskartan/shared/contracts/planner';
import { DEFAULT_WEIGHTS, type RankingWeights } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PlannerAccess } from './planner-access.service.js';
import { PlannerSettingsRepository, type PlannerSettingsRow } from './planner-settings.repository.js';
import { demandRules } from './ranking.rules.js';

/** The weights of the ranking, and whether the police plan: both belong to the police of a municipality. */
@Injectable()
export class PlannerSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PlannerAccess,
    private readonly repository: PlannerSettingsRepository,
  ) {}

  /** @throws Refused `not.found` */
  async read(staff: StaffMember, slug: string): Promise<PlannerSettings> {
    const { id } = await this.access.open(staff, slug);
    return settingsView(await this.repository.find(this.dataSource.manager, id));
  }

  /** The weights that hold in a municipality. */
  async weights(manager: EntityManager, municipalityId: string): Promise<RankingWeights> {
    return (await this.repository.find(manager, municipalityId))?.weights ?? DEFAULT_WEIGHTS;
  }

  /** @throws Refused `not.found`; `input.invalid` when demand alone would decide; `version.stale` */
  async setWeights(staff: StaffMember, slug: string, given: SetPlannerWeights): Promise<PlannerSettings> {
    const { id } = await this.access.open(staff, slug);
    refuseDemandAlone(given.weights);
    return this.dataSource.transaction(async (manager) => {
      const at = this.clock.now();
      const before = await this.repository.lock(manager, id, DEFAULT_WEIGHTS, at);
      if (before.version !== given.version) throw new Refused('version.stale');
      const weights = weightsOf(given.weights);
      const changes = { from: before.weights, to: weights };
      const event = { type: 'weights', by: staff.accountId, at, changes } as const;
      await this.repository.store(manager, id, { weights, planSince: before.planSince }, event);
      return settingsView(await this.repository.find(manager, id));
    });
  }
}

/** @throws Refused `input.invalid` when the number of those who ask would weigh more than all else together */
export function refuseDemandAlone(weights: RankingWeights): void {
  if (demandRules(weights)) throw invalidField('weights.demand', 'decidesAlone');
}

/** The settings as the police read them. */
export function settingsView(row: PlannerSettingsRow | null): PlannerSettings {
  return {
    weights: row?.weights ?? DEFAULT_WEIGHTS,
    defaults: DEFAULT_WEIGHTS,
    planOn: (row?.planSince ?? null) !== null,
    planSince: row?.planSince?.toISOString() ?? null,
    version: row?.version ?? 0,
  };
}

/** The weights alone, whatever else came along. */
function weightsOf(given: RankingWeights): RankingWeights {
  const { demand, surroundings, sinceCheck, balance, suitability, halfLifeDays, limitChangeMetres } = given;
  return { demand, surroundings, sinceCheck, balance, suitability, halfLifeDays, limitChangeMetres };
}
