import type {
  CloseSupporterOutcomes,
  StaffSupporterOutcome,
} from '@lofteskartan/shared/contracts/supporter-outcomes';
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
import { SupporterOutcomeRepository } from './supporter-outcome.repository.js';

/** What staff see of supporters’ answers and do about them. The caller checks that the person works in the municipality. */
@Injectable()
export class CloseSupporterOutcomesService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly outcomes: SupporterOutcomeRepository,
    private readonly events: ProposalEventRepository,
    private readonly moving: MoveProposalService,
  ) {}

  /** The answers about a proposal that stand, the latest first. */
  ofProposal(manager: EntityManager, proposalId: string): Promise<StaffSupporterOutcome[]> {
    return this.outcomes.ofProposal(manager, proposalId);
  }

  /** Those of some numbers about whose proposals an answer waits, by a supporter or the sender. */
  waitingAmong(manager: EntityManager, references: readonly string[]): Promise<string[]> {
    return this.outcomes.waitingAmong(manager, references);
  }

  /**
   * Marks the answers that were read as seen, or opens the proposal again, which does so with all of them.
   * @returns the proposal as it is afterwards
   * @throws Refused `version.stale`; `outcome.changed` when one is not there any more or somebody has seen to it; `move.notAllowed`
   */
  async close(
    manager: EntityManager,
    { id, municipalityId }: ProposalRecord,
    { decision, note, outcomes, version }: CloseSupporterOutcomes,
    actor: StaffMember,
  ): Promise<ProposalRecord> {
    if (decision === 'seen') await this.proposals.lock(manager, [id]);
    const proposal = await this.proposals.byId(manager, id);
    if (!proposal || isStale(version, proposal)) throw new Refused('version.stale');
    const waiting = (await this.outcomes.ofProposal(manager, id)).filter(({ waits }) => waits);
    if (!outcomes.every((each) => waiting.some((one) => one.id === each.toLowerCase())))
      throw new Refused('outcome.changed');
    if (decision === 'reopened')
      return this.moving.move(manager, { proposalId: id, to: 'under-review', version, actor, reason: note });
    const at = this.clock.now();
    await this.outcomes.close(manager, id, outcomes, { decision, note, accountId: actor.accountId, at });
    await this.events.append(manager, {
      proposalId: id,
      at,
      type: 'supporter-outcome-closed',
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, municipalityId),
      reason: note,
      changes: { outcomes: outcomes.length },
    });
    return proposal;
  }
}
