import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ChangeActivity, StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { canonicalJson } from '../platform/idempotency/canonical-json.js';
import { Refused } from '../platform/problem/refused.js';
import { CompleteByActivityService } from '../proposals/complete-by-activity.service.js';
import type { ProposalWish } from '../proposals/proposal-wishes.service.js';
import { mayOpenSecret } from '../proposals/secrecy.rules.js';
import {
  ActivitiesRepository,
  type ActivityContent,
  type StoredActivity,
  type StoredLink,
} from './activities.repository.js';
import { ActivityAccess } from './activity-access.service.js';
import { ActivityChecks, refuseFaults } from './activity-checks.service.js';
import { dateFault, endedAtFault, type Fault, reportedFault, unlinkFault } from './activity.rules.js';
import type { CommitmentRow } from './commitments.repository.js';
import { PublishActivityService } from './publish-activity.service.js';
import { ReleaseActivityService } from './release-activity.service.js';
import { StaffActivities } from './staff-activities.service.js';
import type { ActivityViewer } from './staff-activity.view.js';

type Link = Pick<StoredLink, 'id' | 'reference'>;

/** An activity after its change, not yet stored. */
interface Changed {
  readonly content: ActivityContent;
  /** The linked proposals, or null when the links stay as they are. */
  readonly links: readonly Link[] | null;
}

/** Changes what was logged; each change is kept in the history with what it replaced. */
@Injectable()
export class ChangeActivityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: ActivityAccess,
    private readonly activities: ActivitiesRepository,
    private readonly checks: ActivityChecks,
    private readonly complete: CompleteByActivityService,
    private readonly release: ReleaseActivityService,
    private readonly publish: PublishActivityService,
    private readonly staffActivities: StaffActivities,
  ) {}

  /**
   * Changes an activity. After confirmation links can only be added, and a reason is needed; after release the public view
   * follows at once.
   * @throws Refused `not.found`, `role.insufficient`, `input.invalid`, `version.stale`
   */
  async change(id: string, input: ChangeActivity, viewer: ActivityViewer): Promise<StaffActivity> {
    return this.dataSource.transaction(async (manager) => {
      const now = this.clock.now();
      const { activity, commitment } = await this.access.open(manager, id, viewer.staff, 'change');
      const changed = await this.checked(manager, activity, commitment, input, viewer, now);
      if (input.version !== undefined && input.version !== activity.version)
        throw new Refused('version.stale');
      await this.activities.update(manager, id, changed.content, now);
      if (changed.links)
        await this.activities.replaceLinks(
          manager,
          id,
          changed.links.map((link) => link.id),
        );
      await this.activities.addEvent(manager, {
        activityId: id,
        at: now,
        actorAccountId: viewer.staff.accountId,
        type: 'changed',
        reason: input.reason ?? null,
        changes: differences(activity, changed),
      });
      if (activity.confirmedAt) await this.follow(manager, activity, changed, viewer, now);
      return this.staffActivities.one(manager, id, viewer);
    });
  }

  private async checked(
    manager: EntityManager,
    activity: StoredActivity,
    commitment: CommitmentRow,
    input: ChangeActivity,
    viewer: ActivityViewer,
    now: Date,
  ): Promise<Changed> {
    const found: Fault[] = [];
    const { proposalReferences } = input;
    const { known, unknown } = linksFor(activity, viewer);
    const before = known.map(({ reference }) => reference);
    const named =
      proposalReferences &&
      (await this.links(manager, { known, commitment, viewer }, proposalReferences, found));
    const links = named && [...named, ...unknown];
    const occurredOn = input.occurredOn ?? activity.occurredOn;
    const result = input.result ?? activity.result;
    const given = input.position === undefined ? activity.position : input.position;
    const position = given ?? (input.position === null ? null : (named?.[0]?.position ?? null));
    await this.checks.position(manager, commitment, input.position, found);
    const slug =
      input.locality === undefined && input.position === undefined ? activity.locality : input.locality;
    const localityId = await this.checks.localityId(manager, commitment, slug, position, found);
    const milestoneId = await this.checks.milestoneId(manager, commitment, result, found);
    const confirmed = activity.confirmedAt !== null;
    refuseFaults([
      confirmed && input.reason === undefined ? { field: 'reason', code: 'required' } : null,
      dateFault(occurredOn, commitment, stockholmDate(now)) ?? endedAtFault(result.endedAt, occurredOn, now),
      reportedFault(result),
      unlinkFault(before, proposalReferences ?? before, confirmed),
      ...found,
    ]);
    const proposalIds = (links ?? activity.links).map((link) => link.id);
    const whyNot = await this.checks.whyNot(manager, commitment, { occurredOn, position, proposalIds });
    const releaseAt = await this.checks.releaseAt(manager, commitment, { occurredOn, result });
    const publicText = input.publicText ?? activity.publicText;
    return {
      content: { occurredOn, publicText, position, localityId, result, milestoneId, whyNot, releaseAt },
      links: links ?? null,
    };
  }

  /** The linked proposals; those that were linked before are not refused for what has happened to them since. */
  private async links(
    manager: EntityManager,
    {
      known,
      commitment,
      viewer,
    }: {
      readonly known: readonly Link[];
      readonly commitment: CommitmentRow;
      readonly viewer: ActivityViewer;
    },
    references: readonly string[],
    faults: Fault[],
  ): Promise<ProposalWish[]> {
    const found: Fault[] = [];
    const linked = await this.checks.linked(manager, commitment, references, viewer.staff, found);
    const before = new Set(known.map(({ reference }) => reference));
    const fresh = (fault: Fault): boolean =>
      !references.some(
        (reference, index) => before.has(reference) && fault.field === `proposalReferences[${index}]`,
      );
    faults.push(...found.filter(fresh));
    return linked;
  }

  /** Brings what a confirmed activity has led to in line with the change. */
  private async follow(
    manager: EntityManager,
    activity: StoredActivity,
    { content, links }: Changed,
    viewer: ActivityViewer,
    now: Date,
  ): Promise<void> {
    const { id, releasedAt } = activity;
    const before = new Set(activity.links.map((link) => link.id));
    const added = (links ?? []).map((link) => link.id).filter((each) => !before.has(each));
    if (added.length > 0)
      await this.complete.confirmed(manager, {
        activityId: id,
        proposalIds: added,
        occurredOn: content.occurredOn,
        embargoed: content.releaseAt !== null,
        actor: viewer.staff,
        organisationId: activity.organisationId,
        publicText: content.publicText,
        now,
      });
    if (releasedAt) {
      await this.complete.released(manager, { activityId: id, now });
      await this.publish.publish(manager, id, now);
    } else if (content.releaseAt && content.releaseAt > now) {
      await this.release.schedule(manager, id, content.releaseAt);
    } else await this.release.now(manager, id, now);
  }
}

/** The links that a person knows, and those to proposals that are secret for others: these stay as they are. */
function linksFor(
  { links, municipalityId }: StoredActivity,
  { staff }: ActivityViewer,
): { known: readonly StoredLink[]; unknown: readonly StoredLink[] } {
  const opens = ({ secretFor }: StoredLink) =>
    mayOpenSecret({ municipalityId, secretFor }, staff.memberships);
  return { known: links.filter(opens), unknown: links.filter((link) => !opens(link)) };
}

/** What was and what is, for each field that differs. */
function differences(before: StoredActivity, { content, links }: Changed): Record<string, unknown> {
  const was: Record<string, unknown> = {
    ...before,
    proposals: before.links.map(({ reference }) => reference),
  };
  const is: Record<string, unknown> = {
    ...content,
    proposals: links ? links.map(({ reference }) => reference) : was.proposals,
  };
  const changed = Object.keys(is).filter((field) => canonicalJson(was[field]) !== canonicalJson(is[field]));
  return Object.fromEntries(changed.map((field) => [field, { from: was[field], to: is[field] }]));
}
