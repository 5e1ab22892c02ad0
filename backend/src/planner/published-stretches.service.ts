import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MunicipalityRecord } from '../municipalities/municipality-record.js';
import type { IsoDate } from '../platform/dates.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PlannerAccess } from './planner-access.service.js';
import { PublishedStretchRepository } from './published-stretch.repository.js';
import { StretchRepository } from './stretch.repository.js';

/** What everyone may know of a stretch. */
export interface PublishedStretch {
  readonly municipality: MunicipalityRecord;
  readonly wishes: number;
  readonly people: number;
  readonly road: string | null;
  readonly locality: string | null;
  readonly position: Position | null;
  readonly lastCheckOn: IsoDate | null;
}

/** What of a stretch may be told outside of the police. Which stretches there are stays with them. */
@Injectable()
export class PublishedStretches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: PlannerAccess,
    private readonly stretches: StretchRepository,
    private readonly published: PublishedStretchRepository,
  ) {}

  /** @throws Refused `not.found`, also when the person is not police there */
  async one(staff: StaffMember, slug: string, id: string): Promise<PublishedStretch> {
    const municipality = await this.access.open(staff, slug);
    const { manager } = this.dataSource;
    if (!(await this.stretches.find(manager, municipality.id, id))) throw new Refused('not.found');
    const { lng, lat, ...known } = await this.published.of(manager, municipality.id, id);
    return { municipality, ...known, position: lng === null || lat === null ? null : [lng, lat] };
  }
}
