import { DEFAULT_WEIGHTS, type RoadKeeper } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { GatherWishes } from './gather-wishes.service.js';
import { PlannerSettingsRepository } from './planner-settings.repository.js';
import { PlanRepository } from './plan.repository.js';
import type { CheckWindow } from './plan.rules.js';
import { StretchRepository } from './stretch.repository.js';

/** What the police of example data have found at the stretch of a wish. */
export interface ToldStretch {
  readonly proposalId: string;
  readonly name?: string;
  readonly safePlace?: boolean;
  readonly limitChangeMetres?: number;
  readonly roadKeeper?: RoadKeeper;
  readonly note?: string;
}

/** A check that they have planned there. */
export interface ToldCheck extends CheckWindow {
  readonly proposalId: string;
  readonly note?: string;
}

/** Tells the plan of example data, in the caller's transaction. */
@Injectable()
export class TellPlan {
  constructor(
    private readonly clock: Clock,
    private readonly gathering: GatherWishes,
    private readonly stretches: StretchRepository,
    private readonly settings: PlannerSettingsRepository,
    private readonly plan: PlanRepository,
  ) {}

  /** Gathers, tells what was found, switches planning on, and plans. */
  async tell(
    manager: EntityManager,
    municipalityId: string,
    by: string,
    {
      stretches,
      checks,
    }: { readonly stretches: readonly ToldStretch[]; readonly checks: readonly ToldCheck[] },
  ): Promise<void> {
    const at = this.clock.now();
    await this.gathering.gather(manager, municipalityId);
    for (const { proposalId, name, safePlace, limitChangeMetres, roadKeeper, note } of stretches) {
      const stretchId = await this.stretchOf(manager, proposalId);
      const found = { safePlace, limitChangeMetres, roadKeeper };
      if (name) {
        await this.stretches.rename(manager, stretchId, name);
        await this.stretches.append(manager, { stretchId, at, by, type: 'named', changes: { name } });
      }
      await this.stretches.assess(
        manager,
        stretchId,
        {
          safePlace: safePlace ?? null,
          limitChangeMetres: limitChangeMetres ?? null,
          roadKeeper: roadKeeper ?? null,
          note: note ?? null,
        },
        at,
      );
      await this.stretches.append(manager, { stretchId, at, by, type: 'assessed', changes: { to: found } });
    }
    const { weights } = await this.settings.lock(manager, municipalityId, DEFAULT_WEIGHTS, at);
    await this.settings.store(
      manager,
      municipalityId,
      { weights, planSince: at },
      { type: 'plan-on', by, at },
    );
    for (const { proposalId, note = null, ...window } of checks) {
      const stretchId = await this.stretchOf(manager, proposalId);
      const id = await this.plan.insert(manager, municipalityId, { ...window, stretchId, note, at });
      await this.plan.append(manager, id, { type: 'planned', by, at });
    }
  }

  private async stretchOf(manager: EntityManager, proposalId: string): Promise<string> {
    const stretchId = await this.stretches.ofWish(manager, proposalId);
    if (!stretchId) throw new Error('A wish of the example data lies on no stretch');
    return stretchId;
  }
}
