import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayOpenSecret } from '../proposals/secrecy.rules.js';
import { mayActIn } from '../staff/access.rules.js';
import { ActivitiesRepository, type StoredActivity } from './activities.repository.js';
import { type ActivityAct, loggingRoles, mayDo } from './activity.rules.js';
import { type CommitmentRow, CommitmentsRepository } from './commitments.repository.js';

/** Opens activities for those who may do something with them. */
@Injectable()
export class ActivityAccess {
  constructor(
    private readonly activities: ActivitiesRepository,
    private readonly commitments: CommitmentsRepository,
  ) {}

  /**
   * The activity, locked until the transaction ends, and its commitment.
   * @throws Refused `not.found` (also for an activity of a municipality in which the person does not work),
   *   `role.insufficient`
   */
  async open(
    manager: EntityManager,
    id: string,
    staff: StaffMember,
    act: ActivityAct,
  ): Promise<{ activity: StoredActivity; commitment: CommitmentRow }> {
    const activity = await this.activities.lock(manager, id);
    if (!activity || !mayActIn(staff, activity.municipalityId, loggingRoles)) throw new Refused('not.found');
    if (!mayOpenSecret(activity, staff.memberships)) throw new Refused('not.found');
    if (!mayDo(act, staff.memberships, activity)) throw new Refused('role.insufficient');
    const commitment = await this.commitments.byId(manager, activity.commitmentId);
    if (!commitment) throw new Error('An activity without a commitment');
    return { activity, commitment };
  }
}
