import type { CloseOutcome, StaffOutcome } from '@lofteskartan/shared/contracts/outcomes';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { MoveProposalService } from '../move-proposal.service.js';
import { isStale } from '../proposal-moves.rules.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { organisationIn } from '../viewer.rules.js';
import { OutcomeRepository } from './outcome.repository.js';

/** What staff see of the sender's answer and do about it. The caller checks that the person works in the municipality. */
@Injectable()
export class CloseOutcomeService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly outcomes: OutcomeRepository,
    private readonly events: ProposalEventRepository,
    private readonly moving: MoveProposalService,
  ) {}

  /** The answer about a proposal, or null. */
  ofProposal(manager: EntityManager, proposalId: string): Promise<StaffOutcome | null> {
    return this.outcomes.of(manager, proposalId);
  }

  /**
   * Marks the answer that was read as seen, or opens the proposal again, which does so by itself.
   * @returns the proposal as it is afterwards
   * @throws Refused `version.stale`; `outcome.changed` when it is not the answer that was read, or somebody has seen
   *   to it; `move.notAllowed` when the proposal cannot be opened again
   */
  async close(
    manager: EntityManager,
    { id, municipalityId }: ProposalRecord,
    { decision, note, toldAt, version }: CloseOutcome,
    actor: StaffMember,
  ): Promise<ProposalRecord> {
    if (decision === 'seen') await this.proposals.lock(manager, [id]);
    const proposal = await this.proposals.byId(manager, id);
    if (!proposal || isStale(version, proposal)) throw new Refused('version.stale');
    const outcome = await this.outcomes.of(manager, id);
    if (!outcome?.waits || Date.parse(outcome.toldAt) !== Date.parse(toldAt))
      throw new Refused('outcome.changed');
    if (decision === 'reopened')
      return this.moving.move(manager, { proposalId: id, to: 'under-review', version, actor, reason: note });
    const at = this.clock.now();
    await this.outcomes.close(manager, id, { decision, note, accountId: actor.accountId, at });
    await this.events.append(manager, {
      proposalId: id,
      at,
      type: 'outcome-closed',
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, municipalityId),
      reason: note,
    });
    return proposal;
  }
}
