import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { type DraftRow, PromiseDraftsRepository } from './promise-drafts.repository.js';

/** Coordinators write a municipality's promise; its admins read what is written. */
export const writingRoles = ['coordinator'] as const;
export const readingRoles = ['coordinator', 'admin'] as const;

/** Opens drafts and municipalities for those who may read or write a promise there. */
@Injectable()
export class PromiseDraftAccess {
  constructor(
    private readonly municipalities: MunicipalityLookup,
    private readonly drafts: PromiseDraftsRepository,
  ) {}

  /**
   * The id of a municipality in which the person has one of the roles.
   * @throws Refused `not.found`
   */
  async municipalityId(
    manager: EntityManager,
    slug: string,
    staff: StaffMember,
    roles: typeof writingRoles | typeof readingRoles,
  ): Promise<string> {
    const municipality = await this.municipalities.bySlugForStaff(manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, roles)) throw new Refused('not.found');
    return municipality.id;
  }

  /**
   * A draft to read.
   * @throws Refused `not.found`
   */
  async read(manager: EntityManager, id: string, staff: StaffMember): Promise<DraftRow> {
    return this.permitted(await this.drafts.byId(manager, id), staff, readingRoles);
  }

  /**
   * A draft to write, locked until the transaction ends.
   * @throws Refused `not.found`
   */
  async lock(manager: EntityManager, id: string, staff: StaffMember): Promise<DraftRow> {
    return this.permitted(await this.drafts.lock(manager, id), staff, writingRoles);
  }

  private permitted(
    row: DraftRow | null,
    staff: StaffMember,
    roles: typeof writingRoles | typeof readingRoles,
  ): DraftRow {
    if (!row || !mayActIn(staff, row.municipalityId, roles)) throw new Refused('not.found');
    return row;
  }
}
