import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';
import { completedFields, releasedFields } from './completion.rules.js';
import { CompletionRepository } from './completion.repository.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalCases } from './proposal-cases.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import { ProposalRepository } from './proposal.repository.js';

/** A confirmed activity and the proposals that it served. */
export interface ConfirmedActivity {
  readonly activityId: string;
  readonly proposalIds: readonly string[];
  /** `YYYY-MM-DD` */
  readonly occurredOn: string;
  /** True when nothing may be public until the activity is released. */
  readonly embargoed: boolean;
  readonly actor: StaffMember;
  /** The organisation that did it. */
  readonly organisationId: string;
  readonly publicText: string;
  readonly now: Date;
}

/**
 * Moves proposals to `done` when an activity that served them is confirmed, and makes it public when it is released. One that is gathered
 * stands for its case: the proposal that leads it is done as well, and with it what everybody in the case reads.
 */
@Injectable()
export class CompleteByActivityService {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly completions: CompletionRepository,
    private readonly cases: ProposalCases,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * Moves the open ones among the proposals to `done`. Public at once unless embargoed; with an embargo only staff see it
   * until `released`. Calling it again for the same activity changes nothing but for proposals that are new.
   */
  async confirmed(manager: EntityManager, activity: ConfirmedActivity): Promise<void> {
    const { activityId, embargoed, now } = activity;
    const served = await this.cases.lockWithLeaders(manager, activity.proposalIds);
    const knowing = await this.completions.knowing(manager, activityId, served);
    for (const id of served) {
      const before = knowing.has(id) ? null : await this.proposals.byId(manager, id);
      if (!before) continue;
      const fields = completedFields(before, activity);
      if (fields) await this.proposals.saveMove(manager, { ...before, ...fields }, now);
      await this.events.append(manager, {
        proposalId: id,
        at: now,
        type: 'activity',
        audience: embargoed ? 'staff' : 'public',
        actorAccountId: activity.actor.accountId,
        organisationId: activity.organisationId,
        fromStatus: before.status,
        toStatus: fields?.status ?? before.status,
        publicText: activity.publicText,
        activityId,
      });
      if (!embargoed) await this.projection.project(manager, id, now);
    }
  }

  /** Makes public what `confirmed` kept back. Words and date are read from the activity as it is then; a repeat changes nothing. */
  async released(
    manager: EntityManager,
    { activityId, now }: { activityId: string; now: Date },
  ): Promise<void> {
    const activity = await this.completions.activity(manager, activityId);
    const ids = await this.completions.awaitingRelease(manager, activityId);
    if (!activity || ids.length === 0) return;
    await this.proposals.lock(manager, ids);
    for (const id of ids) {
      const before = await this.proposals.byId(manager, id);
      if (!before) continue;
      const { publicStatus, publicDoneOn } = releasedFields(before, activity.occurredOn);
      await this.completions.saveRelease(manager, id, publicStatus, publicDoneOn);
      await this.events.append(manager, {
        proposalId: id,
        at: now,
        type: 'released',
        audience: 'public',
        organisationId: activity.organisationId,
        fromStatus: before.publicStatus,
        toStatus: publicStatus,
        publicText: activity.publicText,
        activityId,
      });
      await this.projection.project(manager, id, now);
    }
  }
}
