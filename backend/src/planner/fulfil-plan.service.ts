import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityListeners, type LoggedActivity } from '../medborgarlofte/activity-listeners.service.js';
import { addDays } from '../platform/dates.js';
import { PlanRepository } from './plan.repository.js';
import { mondayOf, promisesChecks } from './plan.rules.js';

/** When a speed check is logged that was planned for its week, the plan is fulfilled: in the same transaction, seen by the police alone. */
@Injectable()
export class FulfilPlan implements OnModuleInit {
  constructor(
    private readonly listeners: ActivityListeners,
    private readonly plan: PlanRepository,
  ) {}

  onModuleInit(): void {
    this.listeners.add((manager, activity) => this.fulfil(manager, activity));
  }

  private async fulfil(manager: EntityManager, activity: LoggedActivity): Promise<void> {
    if (!promisesChecks(activity)) return;
    const from = mondayOf(activity.occurredOn);
    const id = await this.plan.madeBy(manager, activity, { from, to: addDays(from, 6) });
    if (!id) return;
    const at = activity.loggedAt;
    await this.plan.close(manager, id, { activityId: activity.id, at });
    await this.plan.append(manager, id, { type: 'fulfilled', by: activity.loggedBy, at });
  }
}
