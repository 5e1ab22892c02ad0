import { randomInt, randomUUID } from 'node:crypto';
import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import type { CreateWalk, SaveWalk, WalkInput } from '@lofteskartan/shared/contracts/walk-planning';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { inventoryKeepers, inventoryReaders } from '../place.rules.js';
import { ReadWalks } from './read-walks.service.js';
import { WalkAccess } from './walk-access.service.js';
import { WalkChanges } from './walk-changes.service.js';
import { WalkRepository, type WalkFields } from './walk.repository.js';
import { makeWalkReference } from './walk.rules.js';
import { WalkStops } from './walk-stops.service.js';

/** So many taken references in a row mean that something else is wrong. */
const mostTries = 20;

/** Plans walks: when, where they meet, what for, and where they stop. */
@Injectable()
export class PlanWalks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly access: WalkAccess,
    private readonly walks: WalkRepository,
    private readonly stops: WalkStops,
    private readonly changes: WalkChanges,
    private readonly reading: ReadWalks,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `input.invalid`, `place.merged`, `walk.placeTwice` */
  create(staff: StaffMember, given: CreateWalk, key: string): Promise<Reply<StaffWalk>> {
    return this.idempotency.run({
      key,
      route: 'POST /inventory/walks',
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const reference = await this.createWithin(manager, staff, given);
        return new Reply(201, await this.reading.view(manager, staff, reference));
      },
    });
  }

  /** The same in the caller's transaction. @returns the walk's reference */
  async createWithin(manager: EntityManager, staff: StaffMember, given: CreateWalk): Promise<string> {
    const municipality = await this.municipalities.bySlugForStaff(manager, given.municipality);
    if (!municipality || !mayActIn(staff, municipality.id, inventoryReaders)) throw new Refused('not.found');
    if (!mayActIn(staff, municipality.id, inventoryKeepers)) throw new Refused('role.insufficient');
    const fields = await this.checked(manager, municipality.id, given);
    const reference = await this.insert(manager, municipality.id, fields);
    const walk = await this.access.add(manager, staff, reference);
    await this.changes.added(manager, walk, staff, { type: 'created' });
    for (const place of given.places ?? [])
      await this.stops.addTo(manager, staff, walk, { id: randomUUID(), place });
    return reference;
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `walk.cancelled`, `input.invalid` */
  save(staff: StaffMember, reference: string, given: SaveWalk): Promise<StaffWalk> {
    return this.dataSource.transaction(async (manager) => {
      const walk = await this.access.change(manager, staff, reference, given.version);
      await this.walks.update(manager, walk.id, await this.checked(manager, walk.municipalityId, given));
      await this.changes.changed(manager, walk, staff, { type: 'changed' });
      return this.reading.view(manager, staff, walk.reference);
    });
  }

  private async insert(manager: EntityManager, municipalityId: string, fields: WalkFields): Promise<string> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const reference = makeWalkReference((below) => randomInt(below));
      const walk = { ...fields, reference, municipalityId };
      if (await this.walks.insert(manager, walk, this.clock.now())) return reference;
    }
    throw new Error(`No free reference of a walk in ${String(mostTries)} tries`);
  }

  private async checked(
    manager: EntityManager,
    municipalityId: string,
    given: WalkInput,
  ): Promise<WalkFields> {
    const { title, purpose, startsAt, meetingPoint, meetingPosition = null, organisers, locality } = given;
    const where = locality
      ? await this.municipalities.localityBySlug(manager, municipalityId, locality)
      : null;
    if (locality && !where) throw invalidField('locality', 'notFound');
    return {
      title: title.normalize('NFC').trim(),
      purpose: purpose.normalize('NFC').trim(),
      startsAt: new Date(startsAt),
      meetingPoint: meetingPoint.normalize('NFC').trim(),
      meetingPosition,
      organisers,
      localityId: where?.id ?? null,
    };
  }
}
