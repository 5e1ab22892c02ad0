import type {
  CreateWheelItem,
  SaveWheelItem,
  WheelItemInput,
  YearlyWheel,
} from '@lofteskartan/shared/contracts/yearly-wheel';
import { WHEEL_LIMITS } from '@lofteskartan/shared/yearly-wheel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { inventoryKeepers, inventoryReaders } from '../place.rules.js';
import { ReadWheel } from './read-wheel.service.js';
import { changedWheelFields, wheelFaults, wheelFields, type WheelFields } from './wheel.rules.js';
import { WheelRepository, type WheelRecord } from './wheel.repository.js';

/** Keeps what recurs in the care of places. */
@Injectable()
export class KeepWheel {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly bodies: ResponsibleBodies,
    private readonly wheel: WheelRepository,
    private readonly reading: ReadWheel,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `wheel.full`, `input.invalid` */
  create(staff: StaffMember, given: CreateWheelItem, key: string): Promise<Reply<YearlyWheel>> {
    return this.idempotency.run({
      key,
      route: 'POST /inventory/wheel/items',
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const municipality = await this.reading.readable(manager, staff, given.municipality);
        if (!mayActIn(staff, municipality.id, inventoryKeepers)) throw new Refused('role.insufficient');
        await this.createIn(manager, staff, municipality.id, given);
        return new Reply(201, await this.reading.view(manager, staff, municipality));
      },
    });
  }

  /** The same in the caller's transaction. @returns its id */
  async createIn(
    manager: EntityManager,
    staff: StaffMember,
    municipalityId: string,
    given: WheelItemInput,
  ): Promise<string> {
    const item = await this.checked(manager, municipalityId, given, null);
    const placeIds = await this.placesOf(manager, municipalityId, given.places);
    const max = WHEEL_LIMITS.items;
    if ((await this.wheel.lockedCount(manager, municipalityId)) >= max)
      throw new Refused('wheel.full', { params: { max } });
    const now = this.clock.now();
    const id = await this.wheel.insert(manager, municipalityId, item, now);
    await this.wheel.cover(manager, id, placeIds);
    const event = { itemId: id, at: now, actorAccountId: staff.accountId };
    await this.wheel.append(manager, { ...event, type: 'created', changes: null });
    return id;
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `input.invalid` */
  save(staff: StaffMember, id: string, given: SaveWheelItem): Promise<YearlyWheel> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.changeable(manager, staff, id);
      if (before.version !== given.version) throw new Refused('version.stale');
      const { municipalityId } = before;
      const item = await this.checked(manager, municipalityId, given, before);
      const places = ((await this.wheel.covered(manager, [id])).get(id) ?? []).map((each) => each.reference);
      const fields = changedWheelFields(
        { ...fieldsOf(before), places: [...places].sort() },
        { ...item, places: [...given.places].sort() },
      );
      if (fields.includes('places'))
        await this.wheel.cover(manager, id, await this.placesOf(manager, municipalityId, given.places));
      if (fields.length > 0) {
        const now = this.clock.now();
        await this.wheel.update(manager, id, item);
        await this.wheel.advance(manager, id, now);
        const event = { itemId: id, at: now, actorAccountId: staff.accountId };
        await this.wheel.append(manager, { ...event, type: 'changed', changes: { fields } });
      }
      return this.viewOf(manager, staff, municipalityId);
    });
  }

  /**
   * Something that recurs, for somebody who changes it, locked until the transaction ends.
   * @throws Refused `not.found`, also for one of a municipality in which the person does not work; `role.insufficient`
   */
  async changeable(manager: EntityManager, staff: StaffMember, id: string): Promise<WheelRecord> {
    await this.wheel.lock(manager, id);
    const item = await this.wheel.one(manager, id);
    if (!item || !mayActIn(staff, item.municipalityId, inventoryReaders)) throw new Refused('not.found');
    if (!mayActIn(staff, item.municipalityId, inventoryKeepers)) throw new Refused('role.insufficient');
    return item;
  }

  /** The wheel of the municipality at hand. */
  async viewOf(
    manager: EntityManager,
    staff: StaffMember,
    municipalityId: string,
    year?: number,
  ): Promise<YearlyWheel> {
    const municipality = await this.municipalities.byId(manager, municipalityId);
    if (!municipality) throw new Error('A wheel without a municipality');
    return this.reading.view(manager, staff, municipality, year);
  }

  private async checked(
    manager: EntityManager,
    municipalityId: string,
    given: WheelItemInput,
    before: WheelRecord | null,
  ): Promise<WheelFields> {
    const item = wheelFields(given);
    const errors = wheelFaults(item);
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    if (item.bodyId !== null && item.bodyId !== before?.bodyId) {
      const body = await this.bodies.find(manager, municipalityId, item.bodyId);
      if (!body?.active) throw invalidField('bodyId', 'notFound');
    }
    return item;
  }

  private async placesOf(
    manager: EntityManager,
    municipalityId: string,
    references: readonly string[],
  ): Promise<string[]> {
    const ids = await this.wheel.placeIds(manager, municipalityId, references);
    if (ids.length !== references.length) throw invalidField('places', 'notFound');
    return ids;
  }
}

const fieldsOf = (item: WheelRecord): WheelFields => ({
  kind: item.kind,
  title: item.title,
  unit: item.unit,
  due: item.due,
  everyYears: item.everyYears,
  startsOn: item.startsOn,
  endsOn: item.endsOn,
  bodyId: item.bodyId,
  note: item.note,
});
