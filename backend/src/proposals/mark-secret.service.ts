import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalRepository } from './proposal.repository.js';

/** Takes a proposal out of the public, and for a narrower circle. */
@Injectable()
export class MarkSecretService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * Marks a proposal as secret, or takes the mark away. The public view follows at once.
   * @param organisationId whose own people alone open it; null for none
   */
  async mark(manager: EntityManager, proposalId: string, organisationId: string | null): Promise<void> {
    await this.proposals.lock(manager, [proposalId]);
    await this.proposals.saveSecrecy(manager, proposalId, organisationId);
    await this.projection.project(manager, proposalId, this.clock.now());
  }
}
