import type {
  ChangedStretch,
  MergeStretches,
  NameStretch,
  SplitStretch,
  UndoStretchEvent,
} from '@lofteskartan/shared/contracts/planner';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { GatheringRepository } from './gathering.repository.js';
import { PlannerAccess } from './planner-access.service.js';
import { StretchDetailRepository } from './stretch-detail.repository.js';
import { type StretchRecord, StretchRepository } from './stretch.repository.js';

/**
 * Names, splits and merges stretches. Each split and merge can be taken back: its event says which wishes it moved. Nothing of this
 * touches the wishes themselves.
 */
@Injectable()
export class ChangeStretch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PlannerAccess,
    private readonly gathering: GatheringRepository,
    private readonly stretches: StretchRepository,
    private readonly details: StretchDetailRepository,
  ) {}

  /** @throws Refused `not.found`, `version.stale` */
  name(staff: StaffMember, slug: string, id: string, given: NameStretch): Promise<ChangedStretch> {
    return this.dataSource.transaction(async (manager) => {
      const { stretch, municipalityId } = await this.lock(manager, staff, slug, id, given.version);
      const name = given.name?.trim() ?? null;
      if (name === stretch.name) return { id, version: stretch.version };
      await this.stretches.rename(manager, id, name);
      await this.done(manager, staff, [id], { stretchId: id, type: 'named', changes: { name } });
      return this.changed(manager, municipalityId, id);
    });
  }

  /**
   * Makes a stretch of its own of some of the wishes. @returns the new one
   * @throws Refused `not.found`; `version.stale`; `input.invalid` for a number that is not here, and for all of them
   */
  async split(
    manager: EntityManager,
    staff: StaffMember,
    slug: string,
    id: string,
    given: SplitStretch,
  ): Promise<ChangedStretch> {
    const { municipalityId } = await this.lock(manager, staff, slug, id, given.version);
    const here = await this.details.wishes(manager, municipalityId, id);
    const byReference = new Map(here.map((wish) => [wish.reference, wish.id]));
    const chosen = given.wishes.map((reference, index) => {
      const wishId = byReference.get(reference.toUpperCase());
      if (!wishId) throw invalidField(`wishes[${String(index)}]`, 'notFound');
      return wishId;
    });
    if (new Set(chosen).size === here.length) throw invalidField('wishes', 'invalid');
    const now = this.clock.now();
    const newId = await this.stretches.create(manager, municipalityId, given.name?.trim() ?? null, now);
    const moved = await this.stretches.move(manager, chosen, { from: id, to: newId }, now);
    await this.stretches.keepTogether(manager, [id]);
    await this.done(manager, staff, [id], {
      stretchId: id,
      type: 'split',
      otherStretchId: newId,
      wishes: moved,
      changes: { name: given.name?.trim() },
    });
    return this.changed(manager, municipalityId, newId);
  }

  /**
   * Brings the wishes of other stretches here.
   * @throws Refused `not.found`; `version.stale`; `input.invalid` for one that is not in the municipality, or is itself
   */
  async merge(
    manager: EntityManager,
    staff: StaffMember,
    slug: string,
    id: string,
    given: MergeStretches,
  ): Promise<ChangedStretch> {
    const others = given.stretches.map((each) => each.id);
    const { municipalityId } = await this.lock(manager, staff, slug, id, given.version);
    const found = await this.stretches.lock(manager, municipalityId, others);
    for (const [index, { id: otherId, version }] of given.stretches.entries()) {
      const other = found.get(otherId);
      const field = `stretches[${String(index)}].id`;
      if (!other || other.mergedIntoId !== null) throw invalidField(field, 'notFound');
      if (otherId === id) throw invalidField(field, 'invalid');
      if (other.version !== version) throw new Refused('version.stale');
      const wishes = await this.stretches.wishIds(manager, otherId);
      const moved = await this.stretches.move(manager, wishes, { from: otherId, to: id }, this.clock.now());
      await this.stretches.setMergedInto(manager, otherId, id);
      const changes = { name: other.name };
      const event = {
        stretchId: id,
        type: 'merged',
        otherStretchId: otherId,
        wishes: moved,
        changes,
      } as const;
      await this.done(manager, staff, [otherId], event);
    }
    await this.stretches.keepTogether(manager, [id]);
    await this.stretches.touch(manager, [id], this.clock.now());
    return this.changed(manager, municipalityId, id);
  }

  /**
   * Takes back a split or a merge. What was moved on meanwhile stays where it is.
   * @throws Refused `not.found`; `version.stale`; `input.invalid` when there is nothing to take back
   */
  async undo(
    manager: EntityManager,
    staff: StaffMember,
    slug: string,
    id: string,
    given: UndoStretchEvent,
  ): Promise<ChangedStretch> {
    const { municipalityId } = await this.lock(manager, staff, slug, id, given.version);
    const event = await this.stretches.undoable(manager, id, given.event);
    if (!event) throw invalidField('event', 'notFound');
    const { otherStretchId: other, wishes, type } = event;
    await this.stretches.lock(manager, municipalityId, [other]);
    const now = this.clock.now();
    const [from, to] = type === 'split' ? [other, id] : [id, other];
    const moved = await this.stretches.move(manager, wishes, { from, to }, now);
    const nothingLeft = (await this.stretches.wishIds(manager, other)).length === 0;
    await this.stretches.setMergedInto(manager, other, type === 'split' && nothingLeft ? id : null);
    await this.done(manager, staff, [id, other], {
      stretchId: id,
      type: 'undone',
      otherStretchId: other,
      wishes: moved,
      undoesId: given.event,
    });
    return this.changed(manager, municipalityId, id);
  }

  private async changed(manager: EntityManager, municipalityId: string, id: string): Promise<ChangedStretch> {
    const version = (await this.stretches.find(manager, municipalityId, id))?.version ?? 0;
    return { id, version };
  }

  /** The stretch, with the municipality's stretches locked against each other. */
  private async lock(
    manager: EntityManager,
    staff: StaffMember,
    slug: string,
    id: string,
    version: number,
  ): Promise<{ municipalityId: string; stretch: StretchRecord }> {
    const { id: municipalityId } = await this.access.openIn(manager, staff, slug);
    await this.gathering.lock(manager, municipalityId);
    const stretch = (await this.stretches.lock(manager, municipalityId, [id])).get(id);
    if (!stretch || stretch.mergedIntoId !== null) throw new Refused('not.found');
    if (stretch.version !== version) throw new Refused('version.stale');
    return { municipalityId, stretch };
  }

  private async done(
    manager: EntityManager,
    { accountId: by }: StaffMember,
    changed: readonly string[],
    event: Omit<Parameters<StretchRepository['append']>[1], 'at' | 'by'>,
  ): Promise<void> {
    const at = this.clock.now();
    await this.stretches.touch(manager, changed, at);
    await this.stretches.append(manager, { ...event, at, by });
  }
}
