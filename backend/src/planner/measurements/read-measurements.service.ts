import type { StretchMeasurements } from '@lofteskartan/shared/contracts/speed-measurements';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { PlannerAccess } from '../planner-access.service.js';
import { StretchDetailRepository } from '../stretch-detail.repository.js';
import { StretchRepository } from '../stretch.repository.js';
import { compareAround, occasionsOf } from './before-after.rules.js';
import { MeasurementRepository } from './measurement.repository.js';
import { measurementView } from './measurement.view.js';

/** Tells what was measured on a stretch, and what it was like before and after something was done. */
@Injectable()
export class ReadMeasurements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: PlannerAccess,
    private readonly stretches: StretchRepository,
    private readonly details: StretchDetailRepository,
    private readonly measurements: MeasurementRepository,
  ) {}

  /** @throws Refused `not.found` */
  async of(staff: StaffMember, slug: string, stretchId: string): Promise<StretchMeasurements> {
    const { id: municipalityId } = await this.access.open(staff, slug);
    return this.within(this.dataSource.manager, municipalityId, stretchId);
  }

  /** The same for one who may read it, in the caller's transaction. @throws Refused `not.found` */
  async within(
    manager: EntityManager,
    municipalityId: string,
    stretchId: string,
  ): Promise<StretchMeasurements> {
    const stretch = await this.stretches.find(manager, municipalityId, stretchId);
    if (!stretch || stretch.mergedIntoId !== null) throw new Refused('not.found');
    const rows = await this.measurements.ofStretch(manager, municipalityId, stretchId);
    const checks = await this.details.checks(manager, municipalityId, stretchId);
    const alternatives = await this.details.alternatives(manager, municipalityId, stretchId);
    const occasions = occasionsOf(
      checks,
      alternatives.map((each) => ({ ...each, endedOn: each.endedAt && stockholmDate(each.endedAt) })),
    );
    const comparable = rows.map((row) => ({
      ...row,
      fromOn: stockholmDate(row.fromAt),
      toOn: stockholmDate(row.toAt),
    }));
    return { items: rows.map(measurementView), comparisons: compareAround(occasions, comparable) };
  }
}
