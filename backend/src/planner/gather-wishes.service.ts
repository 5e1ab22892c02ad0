import { randomUUID } from 'node:crypto';
import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { GatheringRepository, type TakenUp } from './gathering.repository.js';
import { gathered, reachedWith } from './gathering.rules.js';
import { goingOn } from './going-on.rules.js';

/**
 * Gathers wishes into stretches when somebody asks for them. A wish that lies on a stretch stays there until its place or road is
 * corrected: a stretch lives on while its wishes change, also when its only one is moved, and what staff split or merged is not gathered
 * anew.
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
    const takenUp = await this.repository.takeUpCorrected(manager, municipalityId);
    while (await this.join(manager, municipalityId));
    const emptied = await this.repository.emptied(
      manager,
      takenUp.map(({ stretchId }) => stretchId),
    );
    const ofEmptied = takenUp.filter(({ stretchId }) => emptied.has(stretchId));
    const goneOn = await this.begin(manager, municipalityId, ofEmptied);
    for (const stretchId of [...emptied].filter((each) => !goneOn.has(each)))
      await this.repository.follow(
        manager,
        stretchId,
        ofEmptied.filter((wish) => wish.stretchId === stretchId).map(({ id }) => id),
        this.clock.now(),
      );
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

  /**
   * Makes stretches of what joined none. One of which all was taken up goes on with its wishes: what is known of it, and planned there,
   * belongs to them. @returns those that went on
   */
  private async begin(
    manager: EntityManager,
    municipalityId: string,
    ofEmptied: readonly TakenUp[],
  ): Promise<Set<string>> {
    const loose = await this.repository.loose(manager, municipalityId);
    if (loose.length === 0) return new Set();
    const now = this.clock.now();
    const groups = gathered(loose, PLANNER_LIMITS);
    const goesOn = goingOn(groups, new Map(ofEmptied.map(({ id, stretchId }) => [id, stretchId])));
    const stretches = groups.map((wishes, index) => ({ id: goesOn[index] ?? randomUUID(), wishes }));
    const goneOn = new Set(goesOn.filter((id) => id !== null));
    await this.repository.begin(
      manager,
      municipalityId,
      stretches.map(({ id }) => id).filter((id) => !goneOn.has(id)),
      now,
    );
    const placed = stretches.flatMap(({ id: stretchId, wishes }) => wishes.map((id) => ({ id, stretchId })));
    await this.repository.place(manager, placed, now);
    return goneOn;
  }
}
