import type { FormerShapePage, ShapeKind, ShapeReport } from '@lofteskartan/shared/contracts/shapes';
import type { Town } from '@lofteskartan/shared/contracts/town';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { CheckShape } from './check-shape.service.js';
import { ReadTown } from './read-town.service.js';
import { ShapeRepository } from './shape.repository.js';
import { demandAccess, TownChanges, townRoles, type TownVisit } from './town-changes.service.js';
import { TownRepository } from './town.repository.js';

/** So many former shapes are offered; older ones stay stored. */
const formerShown = 20;

/** Replaces the outline or the sketch of a municipality, and takes former ones back. */
@Injectable()
export class ReplaceShape {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: TownChanges,
    private readonly towns: TownRepository,
    private readonly shapes: ShapeRepository,
    private readonly checking: CheckShape,
    private readonly reading: ReadTown,
  ) {}

  /** What a file holds and how it would be saved. Nothing is saved. */
  async preview(staff: StaffMember, slug: string, kind: ShapeKind, text: string): Promise<ShapeReport> {
    const { manager } = this.dataSource;
    const town = await this.towns.find(manager, slug);
    demandAccess(town, staff, townRoles);
    return this.checking.check(manager, town.id, kind, text);
  }

  /**
   * Saves what a file holds; the former shape is kept.
   * @throws Refused `shape.invalid` when something in it has to be changed
   */
  async replace(visit: TownVisit, kind: ShapeKind, text: string): Promise<Town> {
    const id = await this.changes.make(visit, async (manager, town, now) => {
      const { shape } = await this.checking.check(manager, town.id, kind, text);
      if (!shape) throw new Refused('shape.invalid');
      return this.put(manager, town.id, kind, shape, visit.staff, now);
    });
    return this.reading.view(id);
  }

  /**
   * Takes a former shape back; the present one is kept in turn.
   * @throws Refused `not.found`
   */
  async takeBack(visit: TownVisit, kind: ShapeKind, formerId: string): Promise<Town> {
    const id = await this.changes.make(visit, async (manager, town, now) => {
      const shape = await this.shapes.oneFormer(manager, town.id, kind, formerId);
      if (!shape) throw new Refused('not.found');
      return this.put(manager, town.id, kind, shape, visit.staff, now);
    });
    return this.reading.view(id);
  }

  /** The shapes that were there before, the latest first. */
  async former(staff: StaffMember, slug: string, kind: ShapeKind): Promise<FormerShapePage> {
    const { manager } = this.dataSource;
    const town = await this.towns.find(manager, slug);
    demandAccess(town, staff, townRoles);
    return { items: await this.shapes.former(manager, town.id, kind, formerShown), nextCursor: null };
  }

  private async put(
    manager: EntityManager,
    municipalityId: string,
    kind: ShapeKind,
    shape: object,
    staff: StaffMember,
    now: Date,
  ) {
    const by = staff.accountId;
    const formerId = await this.shapes.replace(manager, { municipalityId, kind, shape, by, now });
    // The shapes themselves are large and are kept beside the log.
    return { type: 'shape.replaced' as const, before: { kind, formerId }, after: { kind } };
  }
}
