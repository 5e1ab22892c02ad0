import type { Town, TownLocalityDraft } from '@lofteskartan/shared/contracts/town';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { freeSlug, slugOf } from '../../staff/slug.rules.js';
import { placeFault } from './geojson.rules.js';
import { LocalityRepository } from './locality.repository.js';
import { ReadTown } from './read-town.service.js';
import { TownChanges, type TownVisit } from './town-changes.service.js';

/** Adds, changes and removes the localities of a municipality. */
@Injectable()
export class ChangeLocalities {
  constructor(
    private readonly changes: TownChanges,
    private readonly localities: LocalityRepository,
    private readonly reading: ReadTown,
  ) {}

  async add(visit: TownVisit, given: TownLocalityDraft): Promise<Town> {
    const id = await this.changes.make(visit, async (manager, town) => {
      const subjectId = await this.store(manager, town.id, given);
      return { type: 'locality.added', subjectId, before: null, after: said(given) };
    });
    return this.reading.view(id);
  }

  /** @throws Refused `not.found` */
  async change(visit: TownVisit, slug: string, given: TownLocalityDraft): Promise<Town> {
    demandPlace(given);
    const id = await this.changes.make(visit, async (manager, town) => {
      const before = await this.localities.one(manager, town.id, slug);
      if (!before) throw new Refused('not.found');
      await this.localities.change(manager, before.id, given);
      return { type: 'locality.changed', subjectId: before.id, before: said(before), after: said(given) };
    });
    return this.reading.view(id);
  }

  /** @throws Refused `not.found`, or `locality.used` when proposals, activities or places name it */
  async remove(visit: TownVisit, slug: string): Promise<Town> {
    const id = await this.changes.make(visit, async (manager, town) => {
      const before = await this.localities.one(manager, town.id, slug);
      if (!before) throw new Refused('not.found');
      if (!(await this.localities.remove(manager, before.id))) throw new Refused('locality.used');
      return { type: 'locality.removed', subjectId: before.id, before: said(before), after: null };
    });
    return this.reading.view(id);
  }

  /** Stores a locality in the caller's transaction, under the first free name for addresses. Returns its id. */
  async store(manager: EntityManager, municipalityId: string, given: TownLocalityDraft): Promise<string> {
    demandPlace(given);
    const slug = freeSlug(slugOf(given.name, 'ort'), await this.localities.slugs(manager, municipalityId));
    return this.localities.add(manager, municipalityId, slug, given);
  }
}

function demandPlace({ position: [lng, lat] }: TownLocalityDraft): void {
  if (placeFault(lng, lat)) throw invalidField('position', 'outside');
}

const said = ({ name, position, population }: TownLocalityDraft): TownLocalityDraft => ({
  name,
  position,
  population,
});
