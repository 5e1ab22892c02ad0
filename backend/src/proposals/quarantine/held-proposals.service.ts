import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { DisposeProposalsService } from '../disposal/dispose-proposals.service.js';
import { KeepContact } from '../keep-contact.service.js';
import { ProjectProposal } from '../project-proposal.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { organisationIn } from '../viewer.rules.js';
import type { HeldProposal } from './held-proposal.js';
import { HeldProposalRepository } from './held-proposal.repository.js';

/** Proposals in quarantine: real ones that nobody but their sender sees until a human has found that a person sent them. */
@Injectable()
export class HeldProposals {
  constructor(
    private readonly clock: Clock,
    private readonly held: HeldProposalRepository,
    private readonly contacts: KeepContact,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
    private readonly disposing: DisposeProposalsService,
  ) {}

  /** Those of some municipalities, the latest first, and how many there are. */
  async list(
    manager: EntityManager,
    municipalityIds: readonly string[],
    limit: number,
  ): Promise<{ items: HeldProposal[]; total: number }> {
    const items = await this.held.ofMunicipalities(manager, municipalityIds, limit);
    return { items, total: await this.held.count(manager, municipalityIds) };
  }

  /** One of them, locked until the transaction ends, or null. */
  find(manager: EntityManager, id: string): Promise<HeldProposal | null> {
    return this.held.byId(manager, id);
  }

  /** Lets a proposal be what it would have been: in the queue and in public at its own moment; its contact is asked by mail now. */
  async restore(
    manager: EntityManager,
    { id, municipalityId }: HeldProposal,
    actor: StaffMember,
  ): Promise<void> {
    const at = this.clock.now();
    await this.held.release(manager, id);
    await this.events.append(manager, {
      proposalId: id,
      at,
      type: 'restored',
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, municipalityId),
    });
    await this.contacts.askHeld(manager, id);
    await this.projection.project(manager, id, at);
  }

  /** Ids of those that came in up to a moment. */
  async upTo(manager: EntityManager, moment: Date, limit: number): Promise<string[]> {
    return (await this.held.upTo(manager, moment, limit)).map(({ id }) => id);
  }

  /** Empties a proposal; it stays held, and is counted nowhere. @returns the keys of files to remove after the commit */
  dispose(manager: EntityManager, { id }: HeldProposal, decision: string): Promise<string[]> {
    return this.disposing.dispose(manager, [id], new Map([[id, decision]]), this.clock.now());
  }
}
