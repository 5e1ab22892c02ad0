import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { letGoBecause } from './cases/case.rules.js';
import { MoveEffects } from './move-effects.service.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalCases } from './proposal-cases.service.js';
import { ProposalEventRepository, type NewEvent } from './proposal-event.repository.js';
import {
  commitmentFault,
  isPolicePlan,
  isStale,
  mayMove,
  moveConflict,
  moveFaults,
  movedFields,
  moveEvent,
  newLinks,
  type MoveFault,
  type Mover,
  type NamedCommitment,
} from './proposal-moves.rules.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import type { ReferralInput } from './referrals/referrals.service.js';
import { mayOpenSecret } from './secrecy.rules.js';
import { organisationIn, statusFor } from './viewer.rules.js';

/** A move of one proposal. */
export interface ProposalMove {
  readonly proposalId: string;
  readonly to: ProposalStatus;
  /** The version that the mover read; not checked when left out. */
  readonly version?: number;
  /** Null for the sender (who may only withdraw) and for the house itself (which only reopens). */
  readonly actor: StaffMember | null;
  /** The organisation that acts; by default the actor's first in the municipality. */
  readonly organisationId?: string | null;
  readonly publicText?: string | null;
  readonly reason?: string | null;
  /** What `commitmentId` named: null when there is no such commitment, undefined when none was named. */
  readonly commitment?: NamedCommitment;
  readonly responsible?: string | null;
  readonly duplicateOfReference?: string | null;
  /** What goes to the body that it is referred to. */
  readonly referral?: ReferralInput;
  /** Whether it is answered because the body that has it did not answer. */
  readonly unanswered?: boolean;
  /** An internal note; with a planned speed check it stays among the police. */
  readonly note?: string | null;
}

/** The only place that changes a proposal's status by a move. */
@Injectable()
export class MoveProposalService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly cases: ProposalCases,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
    private readonly effects: MoveEffects,
  ) {}

  /**
   * Moves a proposal, writes the event, and brings the public view up to date, all in the caller's transaction. What was gathered
   * under one that nobody is shown any more is taken up again by itself.
   * @returns the proposal after the move
   * @throws Refused, in this order: `input.invalid` (a field lacks or is wrong), `version.stale`, `move.notAllowed`;
   *   `not.found` when there is no such proposal
   */
  async move(manager: EntityManager, move: ProposalMove): Promise<ProposalRecord> {
    const target = await this.target(manager, move);
    const letGo = letGoBecause(move.to);
    const caseChanges = move.to === 'duplicate' || letGo !== null;
    const before = await this.cases.lock(manager, move.proposalId, { target, caseChanges });
    if (!before) throw new Refused('not.found');
    const from = statusFor(before, move.actor);
    const stale = isStale(move.version, before);
    const errors = [
      ...moveFaults(from, move.to, inputOf(move), stale),
      ...(await this.linkFaults(manager, move, before, target)),
    ];
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    const conflict = moveConflict(stale, mayMove(before, move.to, moverOf(move), move.actor));
    if (conflict) throw new Refused(conflict);
    if (isPolicePlan(before.kind, move.to) || (isPolicePlan(before.kind, from) && move.to === 'committed')) {
      return this.plan(manager, before, move);
    }
    const gathered = letGo === null ? [] : await this.cases.gathered(manager, before.id);
    const after = await this.carryOut(manager, before, move, target);
    for (const { id: proposalId } of gathered)
      await this.move(manager, { proposalId, to: 'under-review', actor: null, reason: letGo });
    return after;
  }

  /** The proposal that a duplicate is to lead to; none that is secret for others than who moves. */
  private async target(
    manager: EntityManager,
    { to, duplicateOfReference, actor }: ProposalMove,
  ): Promise<ProposalRecord | null> {
    if (to !== 'duplicate' || !duplicateOfReference) return null;
    const found = await this.proposals.byReference(manager, duplicateOfReference);
    return found && (!actor || mayOpenSecret(found, actor.memberships)) ? found : null;
  }

  private async linkFaults(
    manager: EntityManager,
    { to, commitment, duplicateOfReference }: ProposalMove,
    before: ProposalRecord,
    target: ProposalRecord | null,
  ): Promise<MoveFault[]> {
    const fault =
      to === 'committed' && commitment !== undefined
        ? commitmentFault(before, commitment)
        : to === 'duplicate' && duplicateOfReference
          ? await this.cases.fault(manager, before, target)
          : null;
    return fault ? [fault] : [];
  }

  /** Plans a speed check, or takes the plan back: an event for the police, and nothing that anyone else could notice. */
  private async plan(
    manager: EntityManager,
    before: ProposalRecord,
    move: ProposalMove,
  ): Promise<ProposalRecord> {
    const now = this.clock.now();
    const planned = move.to === 'planned';
    await this.proposals.savePolicePlan(manager, before.id, planned ? now : null);
    await this.events.append(manager, {
      ...this.eventOf(before, move, now),
      type: planned ? 'planned' : 'unplanned',
      audience: 'police',
      fromStatus: planned ? 'committed' : 'planned',
      reason: move.note ?? move.reason,
    });
    return { ...before, policePlannedAt: planned ? now : null };
  }

  private async carryOut(
    manager: EntityManager,
    before: ProposalRecord,
    move: ProposalMove,
    target: ProposalRecord | null,
  ): Promise<ProposalRecord> {
    const now = this.clock.now();
    const { to } = move;
    const fields = movedFields(before, {
      to,
      commitmentId: move.commitment?.id,
      responsible: move.responsible,
      reason: move.reason,
      duplicateOfId: target?.id,
    });
    await this.proposals.saveMove(manager, { id: before.id, ...fields }, now);
    await this.events.append(manager, {
      ...this.eventOf(before, move, now),
      ...moveEvent(before.status, move, moverOf(move)),
      changes: newLinks(before, { ...fields, duplicateOf: target?.reference }),
    });
    await this.effects.of(manager, before, move, now);
    for (const id of [before.id, ...(await this.cases.affected(manager, before, target))]) {
      await this.projection.project(manager, id, now);
    }
    const after = await this.proposals.byId(manager, before.id);
    if (!after) throw new Error('A proposal vanished while it was moved');
    return after;
  }

  private eventOf(before: ProposalRecord, move: ProposalMove, at: Date): Omit<NewEvent, 'type' | 'audience'> {
    return {
      proposalId: before.id,
      at,
      actorAccountId: move.actor?.accountId,
      organisationId: move.organisationId ?? organisationIn(move.actor, before.municipalityId),
      fromStatus: before.status,
      toStatus: move.to,
      publicText: move.publicText,
    };
  }
}

const moverOf = ({ actor, to }: ProposalMove): Mover =>
  actor ? 'staff' : to === 'withdrawn' ? 'sender' : 'house';

const inputOf = (move: ProposalMove) => ({
  publicText: move.publicText,
  reason: move.reason,
  responsible: move.responsible,
  duplicateOf: move.duplicateOfReference,
  commitmentGiven: move.commitment !== undefined,
});
