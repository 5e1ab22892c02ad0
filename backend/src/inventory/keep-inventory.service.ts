import { randomInt } from 'node:crypto';
import type {
  CreatePlace,
  LinkProposals,
  PlaceInput,
  SavePlace,
  StaffPlace,
  UnlinkProposals,
} from '@lofteskartan/shared/contracts/inventory';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isArea } from '../municipalities/bodies/body.rules.js';
import { ResponsibleBodies } from '../municipalities/bodies/responsible-bodies.service.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { mayActIn } from '../staff/access.rules.js';
import { TellMeasures } from './tell-measures.service.js';
import { LinkPlaceProposals } from './link-place-proposals.service.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { PlaceRepository } from './place.repository.js';
import {
  changedFields,
  inventoryKeepers,
  inventoryReaders,
  makePlaceReference,
  placeFields,
  type PlaceFields,
} from './place.rules.js';
import { ReadPlacesService, type PlaceViewer } from './read-places.service.js';

/** So many taken references in a row mean that something else is wrong. */
const mostTries = 20;

/** Keeps the inventory: new places, what is known of them, and the proposals that belong to them. */
@Injectable()
export class KeepInventory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly bodies: ResponsibleBodies,
    private readonly access: PlaceAccess,
    private readonly places: PlaceRepository,
    private readonly linking: LinkPlaceProposals,
    private readonly telling: TellMeasures,
    private readonly changes: PlaceChanges,
    private readonly reading: ReadPlacesService,
  ) {}

  /**
   * Makes a place, with the proposals that it comes from.
   * @throws Refused `not.found`, `role.insufficient`, `input.invalid`
   */
  create(viewer: PlaceViewer, given: CreatePlace, key: string): Promise<Reply<StaffPlace>> {
    return this.idempotency.run({
      key,
      route: 'POST /inventory/places',
      caller: viewer.staff.accountId,
      body: given,
      work: async (manager) => {
        const id = await this.createWithin(manager, viewer, given);
        const place = await this.places.byId(manager, id);
        if (!place) throw new Error('A place that was made is not there');
        return new Reply(201, await this.reading.view(manager, viewer, place));
      },
    });
  }

  /** The same in the caller's transaction. @returns the place's id */
  async createWithin(manager: EntityManager, { staff }: PlaceViewer, given: CreatePlace): Promise<string> {
    const municipality = await this.municipalities.bySlugForStaff(manager, given.municipality);
    if (!municipality || !mayActIn(staff, municipality.id, inventoryReaders)) throw new Refused('not.found');
    const { id: municipalityId } = municipality;
    if (!mayActIn(staff, municipalityId, inventoryKeepers)) throw new Refused('role.insufficient');
    const fields = await this.checked(manager, municipalityId, given);
    const place = { id: await this.insert(manager, municipalityId, fields), municipalityId };
    const linked = await this.linking.link(manager, staff, place, given.proposals ?? []);
    await this.changes.note(
      manager,
      place,
      staff,
      { type: 'created' },
      ...(linked.length > 0 ? [{ type: 'linked' as const, changes: { proposals: linked } }] : []),
      ...(fields.isPublic ? [{ type: 'published' as const }] : []),
    );
    return place.id;
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`, `input.invalid` */
  save(viewer: PlaceViewer, reference: string, given: SavePlace): Promise<StaffPlace> {
    return this.dataSource.transaction(async (manager) => {
      const place = await this.access.change(manager, viewer.staff, reference, given.version);
      const { municipalityId } = place;
      const fields = await this.checked(manager, municipalityId, given, place);
      const changed = changedFields(placeFields(place), fields);
      const others = changed.filter((field) => field !== 'isPublic');
      const locality = await this.municipalities.nearestLocality(manager, municipalityId, fields.position);
      await this.places.update(manager, place.id, fields, locality?.id ?? null);
      await this.changes.note(
        manager,
        place,
        viewer.staff,
        ...(others.length > 0 ? [{ type: 'changed' as const, changes: { fields: others } }] : []),
        ...(changed.includes('isPublic')
          ? [{ type: fields.isPublic ? ('published' as const) : ('unpublished' as const) }]
          : []),
      );
      return this.reading.view(manager, viewer, place);
    });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`, `input.invalid` */
  link(viewer: PlaceViewer, reference: string, given: LinkProposals): Promise<StaffPlace> {
    return this.dataSource.transaction(async (manager) => {
      const place = await this.access.change(manager, viewer.staff, reference, given.version);
      const proposals = await this.linking.link(manager, viewer.staff, place, given.proposals);
      if (given.tellOf) await this.telling.tellLinked(manager, viewer.staff, place, given.tellOf, proposals);
      if (proposals.length > 0)
        await this.changes.note(manager, place, viewer.staff, { type: 'linked', changes: { proposals } });
      return this.reading.view(manager, viewer, place);
    });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`, `input.invalid` */
  unlink(viewer: PlaceViewer, reference: string, given: UnlinkProposals): Promise<StaffPlace> {
    return this.dataSource.transaction(async (manager) => {
      const place = await this.access.change(manager, viewer.staff, reference, given.version);
      const proposals = await this.linking.unlink(manager, viewer.staff, place, given.proposals);
      const { reason } = given;
      await this.changes.note(manager, place, viewer.staff, {
        type: 'unlinked',
        reason,
        changes: { proposals },
      });
      return this.reading.view(manager, viewer, place);
    });
  }

  private async insert(manager: EntityManager, municipalityId: string, fields: PlaceFields): Promise<string> {
    const locality = await this.municipalities.nearestLocality(manager, municipalityId, fields.position);
    const place = { ...fields, municipalityId, localityId: locality?.id ?? null };
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const reference = makePlaceReference((below) => randomInt(below));
      const id = await this.places.insert(manager, { ...place, reference }, this.clock.now());
      if (id) return id;
    }
    throw new Error(`No free reference of a place in ${String(mostTries)} tries`);
  }

  private async checked(
    manager: EntityManager,
    municipalityId: string,
    given: PlaceInput,
    before?: { readonly bodyId: string | null; readonly position: PlaceFields['position'] },
  ): Promise<PlaceFields> {
    const fields = placeFields(given);
    if (JSON.stringify(before?.position) !== JSON.stringify(fields.position)) {
      const holding = await this.municipalities.holding(manager, fields.position);
      if (holding?.municipality.id !== municipalityId)
        throw invalidField('position', holding ? 'otherMunicipality' : 'outside');
    }
    if (!isArea(fields.outline)) throw invalidField('outline', 'notAnArea');
    if (fields.outline && (await this.places.faultOfOutline(manager, fields.outline)) !== null)
      throw invalidField('outline', 'notAnArea');
    if (fields.bodyId !== null && fields.bodyId !== before?.bodyId) {
      const body = await this.bodies.find(manager, municipalityId, fields.bodyId);
      if (!body?.active) throw invalidField('bodyId', 'notFound');
    }
    return fields;
  }
}
