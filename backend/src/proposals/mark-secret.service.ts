import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { CaseRepository } from './case.repository.js';
import { letGoBecause, mayLieUnder } from './cases/case.rules.js';
import { MoveProposalService } from './move-proposal.service.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalCases } from './proposal-cases.service.js';
import { ProposalRepository } from './proposal.repository.js';

/** Takes a proposal out of the public, and for a narrower circle. */
@Injectable()
export class MarkSecretService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly locks: ProposalCases,
    private readonly moves: MoveProposalService,
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * Marks a proposal as secret, or takes the mark away. The public view follows at once. Nothing that is for more eyes stays under one that
   * is secret: it is taken up again by itself, or moves up to the proposal that leads.
   * @param organisationId whose own people alone open it; null for none
   */
  async mark(manager: EntityManager, proposalId: string, organisationId: string | null): Promise<void> {
    const before = await this.locks.lock(manager, proposalId, { target: null, caseChanges: true });
    if (!before) throw new Error('A proposal vanished while it was marked');
    await this.proposals.saveSecrecy(manager, proposalId, organisationId);
    const marked = { ...before, secretFor: organisationId };
    const above = before.duplicateOfId && (await this.proposals.byId(manager, before.duplicateOfId));
    if (above && !mayLieUnder(above, marked)) await this.takeUp(manager, proposalId);
    else if (above && organisationId !== null) await this.cases.regather(manager, proposalId, above.id);
    for (const { id } of await this.cases.gathered(manager, proposalId)) {
      const member = await this.proposals.byId(manager, id);
      if (member && !mayLieUnder(marked, member)) await this.takeUp(manager, id);
    }
    await this.projection.project(manager, proposalId, this.clock.now());
  }

  /** In the words for what is hidden: what is secret is not told to those who read the reason. */
  private async takeUp(manager: EntityManager, proposalId: string): Promise<void> {
    const reason = letGoBecause('hidden');
    await this.moves.move(manager, { proposalId, to: 'under-review', actor: null, reason });
  }
}
