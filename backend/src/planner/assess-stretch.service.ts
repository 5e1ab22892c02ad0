import type { ChangedStretch } from '@lofteskartan/shared/contracts/planner';
import type { AssessStretch } from '@lofteskartan/shared/contracts/stretch-alternatives';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PlannerAccess } from './planner-access.service.js';
import { StretchRepository } from './stretch.repository.js';

/** Keeps what the police have found at a stretch; whether a check can be made is a rule’s to say. */
@Injectable()
export class AssessStretchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PlannerAccess,
    private readonly stretches: StretchRepository,
  ) {}

  /** @throws Refused `not.found`, `version.stale` */
  assess(staff: StaffMember, slug: string, id: string, given: AssessStretch): Promise<ChangedStretch> {
    return this.dataSource.transaction(async (manager) => {
      const { id: municipalityId } = await this.access.openIn(manager, staff, slug);
      const before = (await this.stretches.lock(manager, municipalityId, [id])).get(id);
      if (!before || before.mergedIntoId !== null) throw new Refused('not.found');
      if (before.version !== given.version) throw new Refused('version.stale');
      const at = this.clock.now();
      const { safePlace, limitChangeMetres, roadKeeper } = given;
      const found = { safePlace, limitChangeMetres, roadKeeper };
      await this.stretches.assess(manager, id, { ...found, note: given.note?.trim() ?? null }, at);
      await this.stretches.touch(manager, [id], at);
      await this.stretches.append(manager, {
        stretchId: id,
        at,
        by: staff.accountId,
        type: 'assessed',
        changes: {
          from: {
            safePlace: before.safePlace,
            limitChangeMetres: before.limitChangeMetres,
            roadKeeper: before.roadKeeper,
          },
          to: found,
        },
      });
      return { id, version: before.version + 1 };
    });
  }
}
