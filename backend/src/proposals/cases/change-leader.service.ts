import type { ReadProposal } from '@lofteskartan/shared/contracts/cases';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { CaseRepository } from '../case.repository.js';
import { MoveEffects } from '../move-effects.service.js';
import { ProjectProposal } from '../project-proposal.service.js';
import { ProposalCases } from '../proposal-cases.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { isStale } from '../proposal-moves.rules.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { secretsOf } from '../secrecy.rules.js';
import { organisationIn } from '../viewer.rules.js';
import { leadRefusal, statusInLead } from './case.rules.js';

/** Lets another proposal of a case lead it, without taking the case apart. */
@Injectable()
export class ChangeLeaderService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly locks: ProposalCases,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
    private readonly effects: MoveEffects,
  ) {}

  /**
   * The member takes over the standing of the one that led: its status, its commitment and the answer that was given. The latter is
   * gathered under it like the others. Nobody is mailed: the case has not been told anything new.
   * @throws Refused `input.invalid` when the number is not in the case; `version.stale`; `case.ended` when the leader could not
   *   be gathered; `case.otherKind` when the member is of a kind that the commitment may not take;
   *   `case.secret` when one of the two is secret for others than the other
   */
  async change(
    manager: EntityManager,
    former: ProposalRecord,
    given: { readonly version: number; readonly leader: ReadProposal },
    actor: StaffMember,
  ): Promise<ProposalRecord> {
    const reference = given.leader.reference.toUpperCase();
    const secrets = secretsOf(actor.memberships);
    const [chosen] = await this.proposals.byReferences(manager, former.municipalityId, [reference], secrets);
    await this.locks.lockWhole(manager, former.municipalityId, [former.id, ...(chosen ? [chosen.id] : [])]);
    const before = await this.proposals.byId(manager, former.id);
    const members = await this.cases.followers(manager, former.id);
    const next = chosen && (await this.proposals.byId(manager, chosen.id));
    if (!before || !next || !members.some(({ id }) => id === next.id))
      throw invalidField('leader.reference', 'notInTheCase');
    if (isStale(given.version, before) || isStale(given.leader.version, next))
      throw new Refused('version.stale');
    const refusal = before.duplicateOfId ? 'case.notLeading' : leadRefusal(before, next);
    if (refusal) throw new Refused(refusal);
    await this.swap(manager, before, next, actor);
    const now = this.clock.now();
    for (const { id } of [before, ...members]) await this.projection.project(manager, id, now);
    return (await this.proposals.byId(manager, next.id)) ?? next;
  }

  private async swap(
    manager: EntityManager,
    before: ProposalRecord,
    next: ProposalRecord,
    actor: StaffMember,
  ): Promise<void> {
    const now = this.clock.now();
    const answer = await this.events.standingAnswer(manager, before.id, before.publicStatus);
    const taken = { ...statusInLead(before.status), duplicateOfId: null };
    await this.effects.of(manager, before, { proposalId: before.id, to: 'duplicate', actor }, now);
    await this.proposals.saveMove(manager, { ...before, ...taken, id: next.id }, now);
    if (before.policePlannedAt) await this.proposals.savePolicePlan(manager, next.id, before.policePlannedAt);
    await this.cases.regather(manager, before.id, next.id);
    const gathered = { status: 'duplicate', publicStatus: 'duplicate', duplicateOfId: next.id } as const;
    const nothing = { commitmentId: null, responsible: null, declineReason: null };
    await this.proposals.saveMove(manager, { ...before, ...gathered, ...nothing }, now);
    const same = { at: now, audience: 'public', actorAccountId: actor.accountId } as const;
    const organisationId = organisationIn(actor, before.municipalityId);
    await this.events.append(manager, {
      ...same,
      proposalId: before.id,
      type: 'lead-given',
      organisationId,
      fromStatus: before.status,
      toStatus: 'duplicate',
      changes: { duplicateOf: next.reference },
    });
    await this.events.append(manager, {
      ...same,
      proposalId: next.id,
      type: 'lead-taken',
      organisationId: answer?.organisationId ?? organisationId,
      fromStatus: 'duplicate',
      toStatus: taken.publicStatus,
      publicText: answer?.publicText,
      changes: { leads: before.reference },
    });
  }
}
