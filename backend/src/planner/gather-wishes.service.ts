import { randomUUID } from 'node:crypto';
import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { GatheringRepository } from './gathering.repository.js';
import { gathered, reachedWith } from './gathering.rules.js';

/**
 * Gathers wishes into stretches when somebody asks for them. A wish that lies on a stretch stays there: a stretch lives on while its
 * wishes change, and what staff split or merged is not gathered anew.
 */
@Injectable()
export class GatherWishes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly repository: GatheringRepository,
  ) {}

  /** Lays on stretches what lies on none. Changes nothing when nothing is loose, which is the rule. */
  async upToDate(municipalityId: string): Promise<void> {
    if (!(await this.repository.somethingIsLoose(this.dataSource.manager, municipalityId))) return;
    await this.dataSource.transaction((manager) => this.gather(manager, municipalityId));
  }

  /** The same in the caller's transaction, under the lock of the municipality's stretches. */
  async gather(manager: EntityManager, municipalityId: string): Promise<void> {
    await this.repository.lock(manager, municipalityId);
    await this.repository.takeUpCorrected(manager, municipalityId);
    while (await this.join(manager, municipalityId));
    await this.begin(manager, municipalityId);
  }

  /** Lets wishes join the stretches that they are near. Each pass may bring others within reach. @returns whether any joined */
  private async join(manager: EntityManager, municipalityId: string): Promise<boolean> {
    const near = await this.repository.joining(manager, municipalityId);
    if (near.length === 0) return false;
    const stretchIds = [...new Set(near.map(({ stretchId }) => stretchId))];
    const extents = await this.repository.extents(manager, stretchIds);
    const joined = near.filter((wish) => {
      const extent = extents.get(wish.stretchId);
      const reached = extent && reachedWith(extent, wish, PLANNER_LIMITS.longestMetres);
      if (reached) extents.set(wish.stretchId, reached);
      return reached;
    });
    if (joined.length > 0) await this.repository.place(manager, joined, this.clock.now());
    return joined.length > 0;
  }

  private async begin(manager: EntityManager, municipalityId: string): Promise<void> {
    const loose = await this.repository.loose(manager, municipalityId);
    if (loose.length === 0) return;
    const now = this.clock.now();
    const stretches = gathered(loose, PLANNER_LIMITS).map((wishes) => ({ id: randomUUID(), wishes }));
    await this.repository.begin(
      manager,
      municipalityId,
      stretches.map(({ id }) => id),
      now,
    );
    const placed = stretches.flatMap(({ id: stretchId, wishes }) => wishes.map((id) => ({ id, stretchId })));
    await this.repository.place(manager, placed, now);
  }
}
