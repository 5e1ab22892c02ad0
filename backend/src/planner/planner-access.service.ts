import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import type { MunicipalityRecord } from '../municipalities/municipality-record.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { isPoliceIn } from '../proposals/viewer.rules.js';

/** Opens the planner to the police of a municipality, and to nobody else. */
@Injectable()
export class PlannerAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
  ) {}

  /**
   * The municipality of a slug.
   * @throws Refused `not.found` when there is none, or when the person is not police there
   */
  open(staff: StaffMember, slug: string): Promise<MunicipalityRecord> {
    return this.openIn(this.dataSource.manager, staff, slug);
  }

  /** The same in the caller's transaction. */
  async openIn(manager: EntityManager, staff: StaffMember, slug: string): Promise<MunicipalityRecord> {
    const found = await this.municipalities.bySlugForStaff(manager, slug);
    if (!found || !isPoliceIn(staff, found.id)) throw new Refused('not.found');
    return found;
  }
}
