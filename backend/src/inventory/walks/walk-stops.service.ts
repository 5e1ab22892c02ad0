import { randomUUID } from 'node:crypto';
import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import type {
  AddStop,
  OrderStops,
  RemoveStop,
  StopIntoPlace,
} from '@lofteskartan/shared/contracts/walk-planning';
import { WALK_LIMITS } from '@lofteskartan/shared/safety-walks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { KeepInventory } from '../keep-inventory.service.js';
import { PlaceRepository } from '../place.repository.js';
import { ReadWalks } from './read-walks.service.js';
import { StopRepository, type NewStop, type StopRecord } from './stop.repository.js';
import { WalkAccess } from './walk-access.service.js';
import { WalkChanges } from './walk-changes.service.js';
import type { WalkRecord } from './walk.repository.js';
import { cleanText, isWholeOrder } from './walk.rules.js';

/** What a stop becomes a place with when nobody has said more. */
const unknownYet: StopIntoPlace = { causes: [], when: [], seasons: [], isPublic: false };

/** Where a walk stops, and in which order. */
@Injectable()
export class WalkStops {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly access: WalkAccess,
    private readonly stops: StopRepository,
    private readonly places: PlaceRepository,
    private readonly inventory: KeepInventory,
    private readonly changes: WalkChanges,
    private readonly reading: ReadWalks,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `walk.cancelled`, `walk.tooManyStops`, `walk.placeTwice`, `place.merged`, `input.invalid` */
  add(staff: StaffMember, reference: string, given: AddStop, key: string): Promise<Reply<StaffWalk>> {
    return this.idempotency.run({
      key,
      route: `POST /inventory/walks/${reference}/stops`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const walk = await this.access.add(manager, staff, reference);
        await this.addTo(manager, staff, walk, given);
        return new Reply(201, await this.reading.view(manager, staff, walk.reference));
      },
    });
  }

  /** The same for a walk at hand, in the caller's transaction. @returns the stop's id */
  async addTo(manager: EntityManager, staff: StaffMember, walk: WalkRecord, given: AddStop): Promise<string> {
    const stops = await this.stops.ofWalk(manager, walk.id);
    const max = WALK_LIMITS.stops;
    if (stops.length >= max) throw new Refused('walk.tooManyStops', { params: { max } });
    const stop = await this.checked(manager, walk, given);
    if (stop.placeId !== null && stops.some(({ placeId }) => placeId === stop.placeId))
      throw new Refused('walk.placeTwice');
    if (!(await this.stops.insert(manager, walk.id, stop, this.clock.now())))
      throw invalidField('id', 'notUnique');
    await this.changes.added(manager, walk, staff, { type: 'stop-added', changes: { stop: stop.id } });
    return stop.id;
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `walk.cancelled` */
  order(staff: StaffMember, reference: string, given: OrderStops): Promise<StaffWalk> {
    return this.dataSource.transaction(async (manager) => {
      const walk = await this.access.change(manager, staff, reference, given.version);
      // A stop came while the order was made: it is read anew before it is changed.
      if (!isWholeOrder(await this.stops.ofWalk(manager, walk.id), given.stops))
        throw new Refused('version.stale');
      await this.stops.order(manager, walk.id, given.stops);
      await this.changes.changed(manager, walk, staff, { type: 'stops-ordered' });
      return this.reading.view(manager, staff, walk.reference);
    });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `walk.cancelled` */
  remove(staff: StaffMember, reference: string, id: string, { version }: RemoveStop): Promise<StaffWalk> {
    return this.dataSource.transaction(async (manager) => {
      const walk = await this.access.change(manager, staff, reference, version);
      const stop = await this.access.stop(manager, walk, id);
      await this.stops.remove(manager, stop.id);
      await this.changes.changed(manager, walk, staff, { type: 'stop-removed', changes: { stop: stop.id } });
      return this.reading.view(manager, staff, walk.reference);
    });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `walk.cancelled`, `walk.stopIsPlace`, `input.invalid` */
  intoPlace(
    staff: StaffMember,
    reference: string,
    id: string,
    given: StopIntoPlace,
    key: string,
  ): Promise<Reply<StaffWalk>> {
    return this.idempotency.run({
      key,
      route: `POST /inventory/walks/${reference}/stops/${id}/places`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const walk = await this.access.add(manager, staff, reference);
        const stop = await this.access.stop(manager, walk, id);
        if (stop.placeId !== null) throw new Refused('walk.stopIsPlace');
        await this.placeOf(manager, staff, walk, stop, given);
        return new Reply(201, await this.reading.view(manager, staff, walk.reference));
      },
    });
  }

  /** The reference of a stop's place. One that is none yet becomes one, which nobody but staff sees unless that is said. */
  async placeOf(
    manager: EntityManager,
    staff: StaffMember,
    walk: WalkRecord,
    { id, placeReference, name, position }: StopRecord,
    { causes, when, seasons, isPublic }: StopIntoPlace = unknownYet,
  ): Promise<string> {
    if (placeReference !== null) return placeReference;
    const place = { causes, when, seasons, isPublic, municipality: walk.municipality, name, position };
    const placeId = await this.inventory.createWithin(manager, { staff, language: 'sv' }, place);
    await this.stops.setPlace(manager, id, placeId);
    await this.changes.added(manager, walk, staff, { type: 'stop-into-place', changes: { stop: id } });
    const made = await this.places.byId(manager, placeId);
    if (!made) throw new Error('A place that was made is not there');
    return made.reference;
  }

  private async checked(
    manager: EntityManager,
    { municipalityId }: WalkRecord,
    { id = randomUUID(), place: reference, name, position }: AddStop,
  ): Promise<NewStop> {
    if (reference) {
      const place = await this.places.byReference(manager, reference.toUpperCase());
      if (place?.municipalityId !== municipalityId) throw invalidField('place', 'notFound');
      if (place.mergedIntoId !== null) throw new Refused('place.merged');
      return { id, placeId: place.id, name: null, position: null };
    }
    const called = cleanText(name);
    if (called === null) throw invalidField('name', 'required');
    if (!position) throw invalidField('position', 'required');
    const holding = await this.municipalities.holding(manager, position);
    if (holding?.municipality.id !== municipalityId)
      throw invalidField('position', holding ? 'otherMunicipality' : 'outside');
    return { id, placeId: null, name: called, position };
  }
}
