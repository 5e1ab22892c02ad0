import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayOpenSecret } from '../proposals/secrecy.rules.js';
import { mayActIn } from '../staff/access.rules.js';
import { loggingRoles } from './activity.rules.js';
import { type ActivityRecordFacts, ActivityRecordsRepository } from './activity-records.repository.js';
import { PublishActivityService } from './publish-activity.service.js';

/** Activities as far as records are kept of them: secrecy and disposal. */
@Injectable()
export class ActivityRecords {
  constructor(
    private readonly records: ActivityRecordsRepository,
    private readonly publish: PublishActivityService,
  ) {}

  /**
   * The facts of one's own municipality's activity, locked until the transaction ends.
   * @throws Refused `not.found`, also for a secret one of another organisation
   */
  async own(manager: EntityManager, id: string, staff: StaffMember): Promise<ActivityRecordFacts> {
    const [facts] = await this.records.lock(manager, [id]);
    if (!facts || !mayActIn(staff, facts.municipalityId, loggingRoles)) throw new Refused('not.found');
    if (!mayOpenSecret(facts, staff.memberships)) throw new Refused('not.found');
    return facts;
  }

  /** The facts of some activities, locked until the transaction ends. */
  lock(manager: EntityManager, ids: readonly string[]): Promise<ActivityRecordFacts[]> {
    return this.records.lock(manager, ids);
  }

  /** Marks an activity as secret for an organisation, or takes the mark away. It goes on to count. */
  markSecret(manager: EntityManager, id: string, organisationId: string | null): Promise<void> {
    return this.records.saveSecrecy(manager, id, organisationId);
  }

  /** Disposes of public activities: their words go, their count stays. */
  async dispose(manager: EntityManager, ids: readonly string[], now: Date): Promise<void> {
    await this.records.empty(manager, ids, now);
    for (const id of ids) await this.publish.publish(manager, id, now);
  }
}
