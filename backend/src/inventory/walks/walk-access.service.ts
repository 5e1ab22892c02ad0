import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { inventoryKeepers, inventoryReaders } from '../place.rules.js';
import { StopRepository, type StopRecord } from './stop.repository.js';
import { WalkRepository, type WalkRecord } from './walk.repository.js';
import { whyNotChange } from './walk.rules.js';

/** Opens walks for those who may do something with them: who keeps the inventory keeps walks too. */
@Injectable()
export class WalkAccess {
  constructor(
    private readonly walks: WalkRepository,
    private readonly stops: StopRepository,
  ) {}

  /**
   * A walk for somebody who reads the inventory of its municipality.
   * @throws Refused `not.found`, also for a walk of a municipality in which the person does not work
   */
  async read(manager: EntityManager, staff: StaffMember, reference: string): Promise<WalkRecord> {
    const walk = await this.walks.byReference(manager, reference.toUpperCase());
    if (!walk || !mayActIn(staff, walk.municipalityId, inventoryReaders)) throw new Refused('not.found');
    return walk;
  }

  /**
   * A walk for somebody who adds to it, locked until the transaction ends. What is added changes nothing that another has read, so no version
   * is asked for.
   * @throws Refused `not.found`, `role.insufficient`, `walk.cancelled`
   */
  async add(manager: EntityManager, staff: StaffMember, reference: string): Promise<WalkRecord> {
    const seen = await this.read(manager, staff, reference);
    if (!mayActIn(staff, seen.municipalityId, inventoryKeepers)) throw new Refused('role.insufficient');
    await this.walks.lock(manager, seen.id);
    const walk = await this.walks.byReference(manager, seen.reference);
    if (!walk) throw new Error('A walk vanished while it was locked');
    const refusal = whyNotChange(walk.status);
    if (refusal) throw new Refused(refusal);
    return walk;
  }

  /**
   * The same for somebody who changes what another may have read.
   * @throws Refused `not.found`, `role.insufficient`, `walk.cancelled`, `version.stale`
   */
  async change(
    manager: EntityManager,
    staff: StaffMember,
    reference: string,
    version: number,
  ): Promise<WalkRecord> {
    const walk = await this.add(manager, staff, reference);
    if (walk.version !== version) throw new Refused('version.stale');
    return walk;
  }

  /** A stop of a walk. @throws Refused `not.found` */
  async stop(manager: EntityManager, walk: WalkRecord, id: string): Promise<StopRecord> {
    const stop = (await this.stops.ofWalk(manager, walk.id)).find((each) => each.id === id);
    if (!stop) throw new Refused('not.found');
    return stop;
  }
}
