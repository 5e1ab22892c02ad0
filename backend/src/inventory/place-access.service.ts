import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn } from '../staff/access.rules.js';
import { inventoryKeepers, inventoryReaders } from './place.rules.js';
import { PlaceRepository, type PlaceRecord } from './place.repository.js';

/** Opens places for those who may do something with them. */
@Injectable()
export class PlaceAccess {
  constructor(private readonly places: PlaceRepository) {}

  /**
   * A place for somebody who reads the inventory of its municipality.
   * @throws Refused `not.found`, also for a place of a municipality in which the person does not work
   */
  async read(manager: EntityManager, staff: StaffMember, reference: string): Promise<PlaceRecord> {
    const place = await this.places.byReference(manager, reference.toUpperCase());
    if (!place || !mayActIn(staff, place.municipalityId, inventoryReaders)) throw new Refused('not.found');
    return place;
  }

  /**
   * A place for somebody who changes it, locked until the transaction ends. One that was merged into another is changed there.
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`
   */
  async change(
    manager: EntityManager,
    staff: StaffMember,
    reference: string,
    version: number,
  ): Promise<PlaceRecord> {
    const seen = await this.read(manager, staff, reference);
    if (!mayActIn(staff, seen.municipalityId, inventoryKeepers)) throw new Refused('role.insufficient');
    await this.places.lock(manager, seen.id);
    const place = await this.places.byId(manager, seen.id);
    if (!place) throw new Error('A place vanished while it was locked');
    if (place.version !== version) throw new Refused('version.stale');
    if (place.mergedIntoId !== null) throw new Refused('place.merged');
    return place;
  }
}
