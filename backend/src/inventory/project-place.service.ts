import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { MeasureRepository } from './measure.repository.js';
import { PlaceFactsRepository } from './place-facts.repository.js';
import { PlacePhotoRepository } from './place-photo.repository.js';
import { PlaceRepository } from './place.repository.js';
import { hasLeftMap } from './place.rules.js';
import { placePhotoAddresses } from './place.view.js';
import { PublicPlaceRepository } from './public-place.repository.js';
import { partingDays, publicRating, ratingsOf } from './rating.rules.js';

/** Nobody’s secrets: what is public is made of what everyone may know. */
const NOBODYS: readonly string[] = [];

/**
 * Keeps `public_inventory_places`, which alone public answers read, in step with the places. What residents answer comes into it by night, so
 * that nobody sees a figure move when somebody has just answered.
 */
@Injectable()
export class ProjectPlace implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly municipalities: MunicipalityLookup,
    private readonly places: PlaceRepository,
    private readonly facts: PlaceFactsRepository,
    private readonly measures: MeasureRepository,
    private readonly photos: PlacePhotoRepository,
    private readonly repository: PublicPlaceRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('project-places', '23 3 * * *', () => this.projectAll());
  }

  /** Rewrites or removes the public row of a place, in the caller's transaction, which holds the lock on the place. */
  async project(manager: EntityManager, placeId: string): Promise<void> {
    const place = await this.places.byId(manager, placeId);
    if (!place) return;
    if (!place.isPublic || place.mergedIntoId !== null) return this.repository.remove(manager, placeId);
    const municipality = await this.municipalities.byId(manager, place.municipalityId);
    const facts = (await this.facts.of(manager, [placeId], NOBODYS)).get(placeId);
    if (!municipality || !facts) throw new Error('A place without a municipality');
    const { snapMetresDarkPlace, pinMonths } = municipality.settings;
    const now = this.clock.now();
    // What is not public steers nothing that is: neither a figure nor whether the place is on the map.
    const measures = (await this.measures.ofPlace(manager, placeId)).filter(({ isPublic }) => isPublic);
    const photos = (await this.photos.ofPlace(manager, placeId)).filter(({ isPublic }) => isPublic);
    const { before, after } = ratingsOf(facts.answers, partingDays(measures));
    const { reference, municipalityId, locality, name, description, causes, when, seasons, body } = place;
    const left = hasLeftMap(measures, pinMonths, stockholmDate(now));
    await this.repository.write(
      manager,
      {
        placeId,
        reference,
        municipalityId,
        locality,
        position: left ? null : await this.repository.snapped(manager, place.position, snapMetresDarkPlace),
        proposalIds: (await this.facts.linked(manager, placeId, NOBODYS)).map(({ id }) => id),
        view: {
          name,
          description,
          causes,
          when,
          seasons,
          body,
          outline: left ? null : place.outline,
          measures: measures.map(({ kind, text, plannedOn, doneOn, owner }) => ({
            kind,
            text,
            plannedOn,
            doneOn,
            owner,
          })),
          photos: photos.map(({ id, width, height, light }) => ({
            id,
            ...placePhotoAddresses(id),
            width,
            height,
            light,
          })),
          ratings: { before: publicRating(before), after: publicRating(after) },
        },
      },
      now,
    );
  }

  /** Draws every public place anew: what residents have answered since, and what has left the map. */
  async projectAll(): Promise<void> {
    for (const id of await this.repository.all(this.dataSource.manager))
      await this.dataSource.transaction(async (manager) => {
        await this.places.lock(manager, id);
        await this.project(manager, id);
      });
  }
}
