import type { PutPlace, TownPlacePage } from '@lofteskartan/shared/contracts/place-list';
import { TOWN_LIMITS } from '@lofteskartan/shared/contracts/town-limits';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { placeFault } from '../administration/geojson.rules.js';
import {
  demandAccess,
  TownChanges,
  townRoles,
  type TownVisit,
} from '../administration/town-changes.service.js';
import { TownRepository } from '../administration/town.repository.js';
import { outlineToleranceMetres } from '../municipality-lookup.js';
import { inSwedishOrder } from '../places.rules.js';
import { readCourse } from './course.rules.js';
import { PlaceListRepository } from './place-list.repository.js';
import { changesOf, type PlaceToStore, type StoredPlace } from './place-plan.rules.js';

/** Reads the place list and changes single places of it. */
@Injectable()
export class KeepPlacesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: TownChanges,
    private readonly towns: TownRepository,
    private readonly places: PlaceListRepository,
  ) {}

  /**
   * The list in Swedish order.
   * @throws Refused `not.found`, or `role.insufficient` in a municipality that is not one's own
   */
  async list(staff: StaffMember, slug: string): Promise<TownPlacePage> {
    const { manager } = this.dataSource;
    const town = await this.towns.find(manager, slug);
    demandAccess(town, staff, townRoles);
    const items = await this.places.view(manager, town.id, outlineToleranceMetres);
    return {
      items: inSwedishOrder(items, ({ name, locality, type }) => [name, locality ?? '', type]),
      nextCursor: null,
      version: town.version,
    };
  }

  /** @throws Refused `input.invalid` when the list is full or the course of a road cannot be read; `version.stale` */
  async add(visit: TownVisit, given: PutPlace): Promise<TownPlacePage> {
    await this.changes.make(visit, async (manager, town) => {
      const stored = await this.places.stored(manager, town.id);
      if (stored.length >= TOWN_LIMITS.places)
        throw invalidField('name', 'tooMany', { max: TOWN_LIMITS.places });
      const place = await this.checked(manager, town.id, given, null);
      await this.places.add(manager, town.id, [place]);
      return { type: 'place.added', before: null, after: said(place) };
    });
    return this.list(visit.staff, visit.slug);
  }

  /** @throws Refused `not.found`, `version.stale`, or `input.invalid` when the course of a road cannot be read */
  async change(visit: TownVisit, id: string, given: PutPlace): Promise<TownPlacePage> {
    await this.changes.make(visit, async (manager, town) => {
      const before = await this.one(manager, town.id, id);
      const place = await this.checked(manager, town.id, given, before);
      if (before.type === place.type && changesOf(before, place).length === 0) return null;
      await this.places.change(manager, town.id, [{ ...place, id }]);
      return { type: 'place.changed', subjectId: id, before: said(before), after: said(place) };
    });
    return this.list(visit.staff, visit.slug);
  }

  /** @throws Refused `not.found`, `version.stale` */
  async remove(visit: TownVisit, id: string): Promise<TownPlacePage> {
    await this.changes.make(visit, async (manager, town) => {
      const before = await this.one(manager, town.id, id);
      await this.places.remove(manager, town.id, [id]);
      return { type: 'place.removed', subjectId: id, before: said(before), after: null };
    });
    return this.list(visit.staff, visit.slug);
  }

  private async one(manager: EntityManager, municipalityId: string, id: string): Promise<StoredPlace> {
    const found = (await this.places.stored(manager, municipalityId)).find((each) => each.id === id);
    if (!found) throw new Refused('not.found');
    return found;
  }

  private async checked(
    manager: EntityManager,
    municipalityId: string,
    { type, name, locality, position, course, withoutCourse = false }: PutPlace,
    before: StoredPlace | null,
  ): Promise<PlaceToStore> {
    const wrong = placeFault(...position);
    if (wrong) throw invalidField('position', fieldCodes[wrong]);
    const localities = await this.places.localities(manager, municipalityId);
    if (locality !== null && !localities.some(({ slug }) => slug === locality))
      throw invalidField('locality', 'notFound');
    if (course !== undefined && type !== 'road') throw invalidField('course', 'notWanted');
    const kept = withoutCourse || type !== 'road' ? null : (before?.course ?? null);
    return {
      type,
      name: name.trim().replace(/\s+/g, ' '),
      locality,
      position: position.map((degrees) => Math.round(degrees * 1e6) / 1e6) as Position,
      course: course === undefined ? kept : courseIn(course),
    };
  }
}

const fieldCodes = { swapped: 'swapped', sweref: 'sweref', 'outside-sweden': 'outside' } as const;

function courseIn(text: string): Position[] {
  const read = readCourse(text);
  if ('course' in read) return read.course;
  const { code } = read.fault;
  throw invalidField('course', code === 'swapped' || code === 'sweref' ? code : 'notALine');
}

/** A place for the log: of its course it says how many points there are. */
const said = ({ type, name, locality, position, course }: PlaceToStore): object => ({
  type,
  name,
  locality,
  position,
  coursePoints: course?.length ?? 0,
});
