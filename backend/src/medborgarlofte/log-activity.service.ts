import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LogActivity, StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { Refused } from '../platform/problem/refused.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityChecks, refuseFaults } from './activity-checks.service.js';
import { ActivityListeners } from './activity-listeners.service.js';
import {
  dateFault,
  endedAtFault,
  type Fault,
  loggingOrganisation,
  putRight,
  reportedFault,
} from './activity.rules.js';
import { CommitmentsRepository } from './commitments.repository.js';
import { StaffActivities } from './staff-activities.service.js';
import type { ActivityViewer } from './staff-activity.view.js';

/** Logs what was done. It counts once a coordinator has confirmed it and it is released. */
@Injectable()
export class LogActivityService {
  constructor(
    private readonly clock: Clock,
    private readonly commitments: CommitmentsRepository,
    private readonly activities: ActivitiesRepository,
    private readonly checks: ActivityChecks,
    private readonly listeners: ActivityListeners,
    private readonly staffActivities: StaffActivities,
  ) {}

  /**
   * Stores an activity with its links and says whether it will count.
   * @throws Refused `not.found` for a commitment of another municipality, `role.insufficient`, `input.invalid`
   */
  async log(manager: EntityManager, told: LogActivity, viewer: ActivityViewer): Promise<StaffActivity> {
    const now = this.clock.now();
    const input = putRight(told, now);
    const commitment = await this.commitments.byId(manager, input.commitmentId);
    if (!commitment) throw new Refused('not.found');
    const { memberships, accountId } = viewer.staff;
    const decision = loggingOrganisation(memberships, commitment, input.onBehalfOf, input.sourceNote);
    if ('refusal' in decision) throw new Refused(decision.refusal);

    const faults: (Fault | null)[] = 'fault' in decision ? [decision.fault] : [];
    const result = input.result ?? {};
    const wrongDate = dateFault(input.occurredOn, commitment, stockholmDate(now));
    faults.push(wrongDate ?? endedAtFault(result.endedAt, input.occurredOn, now), reportedFault(result));
    const found: Fault[] = [];
    await this.checks.position(manager, commitment, input.position, found);
    const references = input.proposalReferences ?? [];
    const linked = await this.checks.linked(manager, commitment, references, viewer.staff, found);
    const position = input.position ?? linked[0]?.position ?? null;
    const localityId = await this.checks.localityId(manager, commitment, input.locality, position, found);
    const milestoneId = await this.checks.milestoneId(manager, commitment, result, found);
    refuseFaults([...faults, ...found]);
    if (!('organisationId' in decision)) throw new Error('A decision without an organisation passed');

    const proposalIds = linked.map(({ id }) => id);
    const { occurredOn } = input;
    const id = await this.activities.insert(manager, {
      commitmentId: commitment.id,
      municipalityId: commitment.municipalityId,
      organisationId: decision.organisationId,
      loggedBy: accountId,
      sourceNote: input.sourceNote ?? null,
      createdAt: now,
      occurredOn,
      publicText: input.publicText,
      position,
      localityId,
      result,
      milestoneId,
      whyNot: await this.checks.whyNot(manager, commitment, { occurredOn, position, proposalIds }),
      releaseAt: await this.checks.releaseAt(manager, commitment, { occurredOn, result }),
    });
    await this.activities.replaceLinks(manager, id, proposalIds);
    await this.activities.addEvent(manager, {
      activityId: id,
      at: now,
      actorAccountId: accountId,
      type: 'logged',
    });
    const { municipalityId, acceptsKinds, requiresWish } = commitment;
    const done = { id, municipalityId, acceptsKinds, requiresWish, occurredOn, position, proposalIds };
    await this.listeners.logged(manager, { ...done, loggedBy: accountId, loggedAt: now });
    return this.staffActivities.one(manager, id, viewer);
  }
}
