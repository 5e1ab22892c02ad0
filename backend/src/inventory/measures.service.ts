import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { MeasureInput } from '@lofteskartan/shared/contracts/inventory-measures';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../municipalities/bodies/responsible-bodies.service.js';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { StaffMember } from '../platform/staff-member.js';
import {
  isToldNow,
  measureFaults,
  measureFields,
  onlyPublicChanges,
  type MeasureFields,
} from './measure.rules.js';
import { MeasureRepository, type MeasureRecord } from './measure.repository.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import type { PlaceRecord } from './place.repository.js';
import { TellMeasures } from './tell-measures.service.js';
import { ReadPlacesService, type PlaceViewer } from './read-places.service.js';

/** Plans what is to be done about a place, and keeps decisions that nothing is. */
@Injectable()
export class Measures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly bodies: ResponsibleBodies,
    private readonly access: PlaceAccess,
    private readonly measures: MeasureRepository,
    private readonly telling: TellMeasures,
    private readonly changes: PlaceChanges,
    private readonly reading: ReadPlacesService,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`, `input.invalid` */
  add(viewer: PlaceViewer, reference: string, given: MeasureInput, key: string): Promise<Reply<StaffPlace>> {
    return this.idempotency.run({
      key,
      route: `POST /inventory/places/${reference}/measures`,
      caller: viewer.staff.accountId,
      body: given,
      work: async (manager) => {
        const place = await this.access.change(manager, viewer.staff, reference, given.version);
        await this.addTo(manager, viewer.staff, place, given);
        return new Reply(201, await this.reading.view(manager, viewer, place));
      },
    });
  }

  /** The same for a place at hand, in the caller's transaction. @returns the measure's id */
  async addTo(
    manager: EntityManager,
    staff: StaffMember,
    place: Pick<PlaceRecord, 'id' | 'municipalityId'>,
    given: Omit<MeasureInput, 'version'>,
  ): Promise<string> {
    const measure = await this.checked(manager, place, given, null);
    const of = { placeId: place.id, municipalityId: place.municipalityId };
    const id = await this.measures.insert(manager, of, measure, this.clock.now());
    const { kind, plannedOn } = measure;
    await this.changes.note(manager, place, staff, { type: 'measure-added', changes: { kind, plannedOn } });
    return id;
  }

  /**
   * Keeps another state of a measure. Of one that is done, only whether it is public can change; those who have not been told of it are, once it is.
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`, `input.invalid`, `measure.done`
   */
  save(viewer: PlaceViewer, reference: string, id: string, given: MeasureInput): Promise<StaffPlace> {
    return this.dataSource.transaction(async (manager) => {
      const place = await this.access.change(manager, viewer.staff, reference, given.version);
      const before = await this.own(manager, place, id);
      const measure = await this.checked(manager, place, given, before);
      if (before.doneOn !== null && !onlyPublicChanges(fieldsOf(before), measure))
        throw new Refused('measure.done');
      await this.measures.update(manager, id, measure, this.clock.now());
      const { kind, plannedOn, isPublic } = measure;
      const changes = { kind, plannedOn, isPublic };
      await this.changes.note(manager, place, viewer.staff, { type: 'measure-changed', changes });
      if (isToldNow(before, measure)) await this.telling.tell(manager, viewer.staff, place, id);
      return this.reading.view(manager, viewer, place);
    });
  }

  /** A measure of a place. @throws Refused `not.found` */
  async own(manager: EntityManager, place: PlaceRecord, id: string): Promise<MeasureRecord> {
    const measure = (await this.measures.ofPlace(manager, place.id)).find((each) => each.id === id);
    if (!measure) throw new Refused('not.found');
    return measure;
  }

  /** Who does a measure, while that body is in use. */
  async activeOwner(
    manager: EntityManager,
    { municipalityId }: Pick<PlaceRecord, 'municipalityId'>,
    ownerId: string | null,
  ): Promise<string | null> {
    const owner = ownerId === null ? null : await this.bodies.find(manager, municipalityId, ownerId);
    return owner?.active ? owner.id : null;
  }

  private async checked(
    manager: EntityManager,
    { municipalityId }: Pick<PlaceRecord, 'municipalityId'>,
    given: Omit<MeasureInput, 'version'>,
    before: MeasureRecord | null,
  ): Promise<MeasureFields> {
    const today = stockholmDate(this.clock.now());
    const measure = measureFields(given, today);
    const errors = measureFaults(measure, today);
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    if (measure.ownerId !== null && measure.ownerId !== before?.ownerId) {
      const owner = await this.activeOwner(manager, { municipalityId }, measure.ownerId);
      if (owner === null) throw invalidField('ownerId', 'notFound');
    }
    return measure;
  }
}

const fieldsOf = ({ kind, text, plannedOn, cost, ownerId, isPublic }: MeasureRecord): MeasureFields => ({
  kind,
  text,
  plannedOn,
  cost,
  ownerId,
  isPublic,
});
