import type {
  MergedPlace,
  PlaceList,
  PlaceOfProposal,
  PlaceQuery,
  StaffPlace,
} from '@lofteskartan/shared/contracts/inventory';
import { causesOf, INVENTORY_LIMITS } from '@lofteskartan/shared/inventory';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Commitments } from '../medborgarlofte/commitments.service.js';
import { ResponsibleBodies } from '../municipalities/bodies/responsible-bodies.service.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { stockholmDate, type IsoDate } from '../platform/dates.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { ProposalsForStaff } from '../proposals/proposals-for-staff.service.js';
import { mayOpenSecret, secretsOf } from '../proposals/secrecy.rules.js';
import { mayActIn } from '../staff/access.rules.js';
import { MeasureRepository } from './measure.repository.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceEventRepository } from './place-event.repository.js';
import { PlaceFactsRepository } from './place-facts.repository.js';
import { PlacePhotoRepository } from './place-photo.repository.js';
import { PlaceRepository, type PlaceRecord } from './place.repository.js';
import { inTurn, inventoryKeepers, inventoryReaders, sorted } from './place.rules.js';
import { measureView, photoView, placeItem } from './place.view.js';

/** Who reads a place, and in which language. */
export interface PlaceViewer {
  readonly staff: StaffMember;
  readonly language: Language;
}

/** Places as staff work with them. */
@Injectable()
export class ReadPlacesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly bodies: ResponsibleBodies,
    private readonly commitments: Commitments,
    private readonly proposals: ProposalsForStaff,
    private readonly access: PlaceAccess,
    private readonly places: PlaceRepository,
    private readonly facts: PlaceFactsRepository,
    private readonly measures: MeasureRepository,
    private readonly photos: PlacePhotoRepository,
    private readonly events: PlaceEventRepository,
  ) {}

  /**
   * The places of a municipality that fit.
   * @throws Refused `not.found` for a municipality in which the person does not work
   */
  async list(staff: StaffMember, query: PlaceQuery): Promise<PlaceList> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlugForStaff(manager, query.municipality);
    if (!municipality || !mayActIn(staff, municipality.id, inventoryReaders)) throw new Refused('not.found');
    const records = await this.places.list(manager, {
      municipalityId: municipality.id,
      causes: [...(query.cause ?? []), ...(query.group ?? []).flatMap(causesOf)],
      when: query.when ?? [],
      seasons: query.season ?? [],
      localities: query.locality ?? [],
      bodyId: query.body ?? null,
      name: query.q?.trim() || null,
    });
    const facts = await this.facts.of(
      manager,
      records.map(({ id }) => id),
      secretsOf(staff.memberships),
    );
    const today = this.today();
    const items = records.flatMap((record) => {
      const own = facts.get(record.id);
      return own ? [placeItem(record, own, today)] : [];
    });
    const fitting = items.filter(({ state }) => !query.state || query.state.includes(state));
    const shown = sorted(fitting, query.sort ?? 'name').slice(0, INVENTORY_LIMITS.places);
    return { items: shown, leftOut: fitting.length - shown.length };
  }

  /** @throws Refused `not.found`, also for a place of a municipality in which the person does not work */
  async one(viewer: PlaceViewer, reference: string): Promise<StaffPlace> {
    const { manager } = this.dataSource;
    return this.view(manager, viewer, await this.access.read(manager, viewer.staff, reference));
  }

  /** A place of the person's own municipality as it is now, with all that its page shows. */
  async view(
    manager: EntityManager,
    { staff, language }: PlaceViewer,
    { id }: PlaceRecord,
  ): Promise<StaffPlace> {
    const place = await this.places.byId(manager, id);
    const secrets = secretsOf(staff.memberships);
    const facts = (await this.facts.of(manager, [id], secrets)).get(id);
    if (!place || !facts) throw new Error('A place vanished while it was read');
    const today = this.today();
    const measures = inTurn(await this.measures.ofPlace(manager, id), today);
    const bodies = await this.bodies.choices(manager, place.municipalityId, place.position, null);
    const commitments = await this.commitments.accepting(manager, place.municipalityId, 'dark-place');
    return {
      ...placeItem(place, facts, today),
      version: place.version,
      outline: place.outline,
      bodyId: place.bodyId,
      lampNumbers: place.lampNumbers,
      description: place.description,
      note: place.note,
      proposals: (await this.facts.linked(manager, id, secrets)).map(
        ({ id: _id, causes: _causes, createdAt, ...each }) => ({
          ...each,
          createdAt: createdAt.toISOString(),
        }),
      ),
      given: facts.answers.map(({ on, rating, when }) => ({ on, rating, when })),
      measures: measures.map((measure) => measureView(measure, today)),
      photos: (await this.photos.ofPlace(manager, id)).map(photoView),
      events: await this.events.ofPlace(manager, id),
      bodies: bodies.map(({ id: bodyId, name }) => ({ id: bodyId, name })),
      commitments: commitments.map((each) => ({ id: each.id, name: each.title[language] })),
      mergedInto: place.mergedIntoId === null ? null : await this.mergedInto(manager, place.mergedIntoId),
      merged: await this.places.merged(manager, id),
      mayChange: mayActIn(staff, place.municipalityId, inventoryKeepers),
    };
  }

  private async mergedInto(manager: EntityManager, id: string): Promise<MergedPlace | null> {
    const place = await this.places.byId(manager, id);
    return place && { reference: place.reference, name: place.name, version: place.version };
  }

  /**
   * The place that a proposal belongs to, or those near it.
   * @throws Refused `not.found`, also for a proposal of a municipality in which the person does not work
   */
  async ofProposal(staff: StaffMember, reference: string): Promise<PlaceOfProposal> {
    const { manager } = this.dataSource;
    const proposal = await this.proposals.byReference(manager, reference.toUpperCase());
    if (!proposal || !mayActIn(staff, proposal.municipalityId, inventoryReaders))
      throw new Refused('not.found');
    if (!mayOpenSecret(proposal, staff.memberships)) throw new Refused('not.found');
    const { municipalityId, position, kind } = proposal;
    const place = await this.places.ofProposal(manager, proposal.id);
    const metres = INVENTORY_LIMITS.nearMetres;
    const near =
      kind === 'dark-place' && position
        ? await this.places.near(manager, municipalityId, position, metres)
        : [];
    return {
      possible: kind === 'dark-place',
      place: place && { reference: place.reference, name: place.name, distanceMetres: 0 },
      near,
      mayChange: mayActIn(staff, municipalityId, inventoryKeepers),
    };
  }

  private today(): IsoDate {
    return stockholmDate(this.clock.now());
  }
}
