import type { StaffWalk, WalkList } from '@lofteskartan/shared/contracts/safety-walks';
import { crowMetres } from '@lofteskartan/shared/safety-walks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { MeasureRepository } from '../measure.repository.js';
import { inTurn, inventoryKeepers, inventoryReaders } from '../place.rules.js';
import { ObservationRepository } from './observation.repository.js';
import { ProtocolRepository } from './protocol.repository.js';
import { StopRepository } from './stop.repository.js';
import { WalkAccess } from './walk-access.service.js';
import { WalkEventRepository } from './walk-event.repository.js';
import { WalkRepository, type WalkRecord } from './walk.repository.js';
import { unanswered } from './walk.rules.js';
import { protocolView, stopView, walkItem, type StopFacts } from './walk.view.js';

/** Walks as staff work with them. */
@Injectable()
export class ReadWalks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly bodies: ResponsibleBodies,
    private readonly access: WalkAccess,
    private readonly walks: WalkRepository,
    private readonly stops: StopRepository,
    private readonly observations: ObservationRepository,
    private readonly measures: MeasureRepository,
    private readonly protocols: ProtocolRepository,
    private readonly events: WalkEventRepository,
  ) {}

  /** @throws Refused `not.found` for a municipality in which the person does not work */
  async list(staff: StaffMember, slug: string): Promise<WalkList> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlugForStaff(manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, inventoryReaders)) throw new Refused('not.found');
    const walks = await this.walks.ofMunicipality(manager, municipality.id);
    return {
      items: walks.map((walk) => walkItem(walk, walk)),
      mayChange: mayActIn(staff, municipality.id, inventoryKeepers),
    };
  }

  /** @throws Refused `not.found`, also for a walk of a municipality in which the person does not work */
  async one(staff: StaffMember, reference: string): Promise<StaffWalk> {
    const { manager } = this.dataSource;
    return this.view(manager, staff, (await this.access.read(manager, staff, reference)).reference);
  }

  /** All that is known of the stops of a walk, in their order. */
  async facts(manager: EntityManager, { id }: Pick<WalkRecord, 'id'>): Promise<StopFacts[]> {
    const observations = await this.observations.ofWalk(manager, id);
    const photos = await this.stops.photosOfWalk(manager, id);
    const facts: StopFacts[] = [];
    for (const stop of await this.stops.ofWalk(manager, id))
      facts.push({
        stop,
        observations: observations.filter(({ stopId }) => stopId === stop.id),
        photos: photos.filter(({ stopId }) => stopId === stop.id),
        measures: stop.placeId === null ? [] : await this.measures.ofPlace(manager, stop.placeId),
      });
    return facts;
  }

  /** A walk of the person's own municipality as it is now, with all that its page shows. */
  async view(manager: EntityManager, staff: StaffMember, reference: string): Promise<StaffWalk> {
    const walk = await this.walks.byReference(manager, reference);
    if (!walk) throw new Error('A walk vanished while it was read');
    const today = stockholmDate(this.clock.now());
    const facts = await this.facts(manager, walk);
    const { published, isSame } = await this.protocols.compare(manager, walk.id, protocolView(walk, facts));
    const bodies = await this.bodies.choices(manager, walk.municipalityId, walk.meetingPosition, null);
    return {
      ...walkItem(walk, {
        stopCount: facts.length,
        unansweredCount: unanswered(facts.map(({ stop }) => stop)).length,
      }),
      version: walk.version,
      meetingPoint: walk.meetingPoint,
      meetingPosition: walk.meetingPosition,
      purpose: walk.purpose,
      organisers: walk.organisers,
      participants: walk.participants,
      bands: walk.bands,
      cancelledReason: walk.cancelledReason,
      stops: facts.map((each) => stopView({ ...each, measures: inTurn(each.measures, today) }, today)),
      crowMetres: crowMetres(facts.map(({ stop }) => stop.position)),
      published,
      isChanged: published > 0 && !isSame,
      bodies: bodies.map(({ id, name }) => ({ id, name })),
      events: await this.events.ofWalk(manager, walk.id),
      mayChange: mayActIn(staff, walk.municipalityId, inventoryKeepers),
    };
  }
}
