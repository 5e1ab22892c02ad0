import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { describeError } from '../platform/logging/describe-error.js';
import { Refused } from '../platform/problem/refused.js';
import { CompleteByActivityService } from '../proposals/complete-by-activity.service.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityAccess } from './activity-access.service.js';
import { whyNotRelease } from './activity.rules.js';
import { PublishActivityService } from './publish-activity.service.js';
import { StaffActivities } from './staff-activities.service.js';
import type { ActivityViewer } from './staff-activity.view.js';

const task = 'release-activity';
/** So many lost ones are released in one sweep; the next takes the rest. */
const sweepLimit = 200;

const keyOf = (activityId: string): string => `${task}:${activityId}`;

/** Makes confirmed activities public: at once, by their owner's hand, or by a job when their delay has passed. */
@Injectable()
export class ReleaseActivityService implements OnModuleInit {
  private readonly logger = new Logger('Releases');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly access: ActivityAccess,
    private readonly activities: ActivitiesRepository,
    private readonly publish: PublishActivityService,
    private readonly complete: CompleteByActivityService,
    private readonly staffActivities: StaffActivities,
  ) {}

  onModuleInit(): void {
    this.jobs.register(task, ({ activityId }) => this.whenDue(String(activityId)));
    this.jobs.cron('release-overdue-activities', '*/5 * * * *', () => this.sweep());
  }

  /** Has a confirmed activity released at a moment, in place of an earlier plan for it. */
  async schedule(manager: EntityManager, activityId: string, releaseAt: Date): Promise<void> {
    await this.jobs.enqueue(manager, task, { activityId }, { runAt: releaseAt, jobKey: keyOf(activityId) });
  }

  /** Makes a confirmed activity public now. The caller holds the lock on its row. */
  async now(
    manager: EntityManager,
    activityId: string,
    now: Date,
    actorAccountId: string | null = null,
  ): Promise<void> {
    await this.activities.markReleased(manager, activityId, now);
    await this.activities.addEvent(manager, { activityId, at: now, actorAccountId, type: 'released' });
    await this.complete.released(manager, { activityId, now });
    await this.publish.publish(manager, activityId, now);
  }

  /**
   * The owner's officer releases a speed check before its delay has passed.
   * @throws Refused `not.found`, `role.insufficient`, `activity.notConfirmed`, `activity.alreadyReleased`
   */
  async early(id: string, viewer: ActivityViewer): Promise<StaffActivity> {
    return this.dataSource.transaction(async (manager) => {
      const { activity } = await this.access.open(manager, id, viewer.staff, 'release');
      const refusal = whyNotRelease(activity);
      if (refusal) throw new Refused(refusal);
      await this.now(manager, id, this.clock.now(), viewer.staff.accountId);
      await this.jobs.cancel(manager, keyOf(id));
      return this.staffActivities.one(manager, id, viewer);
    });
  }

  /** What the job does. It may come late, twice, or after the activity was changed: then it does what is right by now. */
  private async whenDue(activityId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const now = this.clock.now();
      const activity = await this.activities.lock(manager, activityId);
      if (!activity?.releaseAt || whyNotRelease(activity)) return;
      if (activity.releaseAt > now) await this.schedule(manager, activityId, activity.releaseAt);
      else await this.now(manager, activityId, now);
    });
  }

  /** Releases what is overdue because its job was lost. One that fails does not hold up the others. */
  private async sweep(): Promise<void> {
    const overdue = await this.activities.overdue(this.dataSource.manager, this.clock.now(), sweepLimit);
    for (const activityId of overdue) {
      try {
        await this.whenDue(activityId);
      } catch (error) {
        this.logger.error({ activityId, error: describeError(error) });
      }
    }
  }
}
