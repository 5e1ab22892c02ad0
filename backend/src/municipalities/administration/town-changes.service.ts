import type { Role } from '@lofteskartan/shared/vocabulary';
import { ROLES } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { AdminLog } from '../../staff/admin-log.service.js';
import { type LockedTown, TownRepository } from './town.repository.js';

/** The roles that administer their own municipality. */
export const townRoles = ['coordinator', 'admin'] as const satisfies readonly Role[];

/** Who wants to change a municipality, and the version that they read. */
export interface TownVisit {
  readonly staff: StaffMember;
  readonly slug: string;
  /** Undefined where an earlier version cannot be overwritten. */
  readonly version?: number;
  readonly roles?: readonly Role[];
}

/** Changes a municipality that is locked. Returns what it changed, or null for nothing. */
type TownWork = (manager: EntityManager, town: LockedTown, now: Date) => Promise<TownChange | null>;

/** What a change did, for the log. */
export interface TownChange {
  readonly type: TownEventType;
  /** What was changed; the municipality itself when left out. */
  readonly subjectId?: string;
  readonly before: unknown;
  readonly after: unknown;
}

type TownEventType =
  | 'town.changed'
  | 'town.opened'
  | 'shape.replaced'
  | 'locality.added'
  | 'locality.changed'
  | 'locality.removed'
  | 'place.added'
  | 'place.changed'
  | 'place.removed'
  | 'places.imported'
  | 'block-list.changed'
  | 'population.changed';

/** Lets those who may change a municipality, one at a time, and notes what they did. */
@Injectable()
export class TownChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly towns: TownRepository,
    private readonly log: AdminLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Does work on a municipality that nobody else changes meanwhile. When it changed something, the municipality gets a new version and
   * the log a line, in the same transaction.
   * @param work returns what it changed, or null for nothing
   * @returns the municipality's id
   * @throws Refused `not.found`, also for a draft in which the person has no part; `role.insufficient`; `version.stale`
   */
  make(visit: TownVisit, work: TownWork): Promise<string> {
    return this.dataSource.transaction((manager) => this.makeWithin(manager, visit, work));
  }

  /** The same in the caller's transaction. */
  async makeWithin(manager: EntityManager, visit: TownVisit, work: TownWork): Promise<string> {
    const town = await this.towns.lock(manager, visit.slug);
    demandAccess(town, visit.staff, visit.roles ?? townRoles);
    if (visit.version !== undefined && visit.version !== town.version) throw new Refused('version.stale');
    const now = this.clock.now();
    const change = await work(manager, town, now);
    if (change) {
      await this.towns.advance(manager, town.id, now);
      const { type, before, after, subjectId = town.id } = change;
      const event = { at: now, actorAccountId: visit.staff.accountId, municipalityId: town.id };
      await this.log.append(manager, { ...event, type, subjectId, changes: { before, after } });
    }
    return town.id;
  }
}

/**
 * Makes sure that somebody may look after a municipality.
 * @throws Refused `not.found`, also for a draft in which the person has no part; `role.insufficient`
 */
export function demandAccess(
  town: LockedTown | null,
  staff: StaffMember,
  roles: readonly Role[],
): asserts town is LockedTown {
  if (!town || (!town.openedAt && !mayActIn(staff, town.id, ROLES))) throw new Refused('not.found');
  if (!mayActIn(staff, town.id, roles)) throw new Refused('role.insufficient');
}
