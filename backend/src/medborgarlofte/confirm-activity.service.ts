import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import { CompleteByActivityService } from '../proposals/complete-by-activity.service.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityAccess } from './activity-access.service.js';
import { ActivityChecks } from './activity-checks.service.js';
import { whyNotConfirm } from './activity.rules.js';
import { ReleaseActivityService } from './release-activity.service.js';
import { StaffActivities } from './staff-activities.service.js';
import type { ActivityViewer } from './staff-activity.view.js';

/** Confirms what was logged: the proposals that it served are done, and it becomes public at once or after its delay. */
@Injectable()
export class ConfirmActivityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: ActivityAccess,
    private readonly activities: ActivitiesRepository,
    private readonly checks: ActivityChecks,
    private readonly complete: CompleteByActivityService,
    private readonly release: ReleaseActivityService,
    private readonly staffActivities: StaffActivities,
  ) {}

  /**
   * Confirms an activity, once. Whether it counts is looked at again, because wishes may have been corrected since.
   * @throws Refused `not.found`, `role.insufficient`, `activity.alreadyConfirmed`
   */
  async confirm(id: string, viewer: ActivityViewer): Promise<StaffActivity> {
    return this.dataSource.transaction((manager) => this.confirmIn(manager, id, viewer));
  }

  /** The same in the caller's transaction. */
  async confirmIn(manager: EntityManager, id: string, viewer: ActivityViewer): Promise<StaffActivity> {
    const now = this.clock.now();
    const { activity, commitment } = await this.access.open(manager, id, viewer.staff, 'confirm');
    const refusal = whyNotConfirm(activity);
    if (refusal) throw new Refused(refusal);
    const proposalIds = activity.links.map((link) => link.id);
    const releaseAt = await this.checks.releaseAt(manager, commitment, activity);
    const by = viewer.staff.accountId;
    const whyNot = await this.checks.whyNot(manager, commitment, { ...activity, proposalIds });
    await this.activities.markConfirmed(manager, id, { at: now, by, releaseAt, whyNot });
    await this.activities.addEvent(manager, {
      activityId: id,
      at: now,
      actorAccountId: by,
      type: 'confirmed',
    });
    await this.complete.confirmed(manager, {
      activityId: id,
      proposalIds,
      occurredOn: activity.occurredOn,
      embargoed: releaseAt !== null,
      actor: viewer.staff,
      organisationId: activity.organisationId,
      publicText: activity.publicText,
      now,
    });
    if (releaseAt && releaseAt > now) await this.release.schedule(manager, id, releaseAt);
    else await this.release.now(manager, id, now);
    return this.staffActivities.one(manager, id, viewer);
  }
}
