import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newToken } from '../../platform/security/tokens.js';
import { CaseRepository } from '../case.repository.js';
import { ProjectProposal } from '../project-proposal.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { ProposalRepository } from '../proposal.repository.js';
import { DisposalRepository } from './disposal.repository.js';

/** Disposes of cases. That they may be is for the caller to know. */
@Injectable()
export class DisposeProposalsService {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly disposal: DisposalRepository,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
  ) {}

  /** The proposals of a case, its leader first, locked until the transaction ends. */
  async lockCase(manager: EntityManager, leaderId: string): Promise<string[]> {
    const ids = [leaderId, ...(await this.cases.followers(manager, leaderId)).map(({ id }) => id)];
    await this.proposals.lock(manager, ids);
    return ids;
  }

  /**
   * Empties the proposals of one case and brings the public view up to date; what is counted of them stays as it was.
   * @param decisions under which each goes, in the order of the ids
   * @returns the keys of files to remove after the commit
   */
  async dispose(
    manager: EntityManager,
    ids: readonly string[],
    decisions: ReadonlyMap<string, string>,
    now: Date,
  ): Promise<string[]> {
    const files = await this.disposal.files(manager, ids);
    await this.disposal.forgetPeople(manager, ids, newToken());
    await this.disposal.emptyWords(manager, ids);
    await this.disposal.emptyRows(manager, ids, now);
    for (const proposalId of ids) {
      const reason = decisions.get(proposalId) ?? null;
      await this.events.append(manager, { proposalId, at: now, type: 'disposed', audience: 'staff', reason });
      await this.projection.project(manager, proposalId, now);
    }
    return files;
  }
}
