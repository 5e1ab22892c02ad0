import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Secrets } from '../../platform/security/secrets.js';
import { CaseRepository } from '../case.repository.js';
import { cleanText } from '../details.rules.js';
import { ProjectProposal } from '../project-proposal.service.js';
import { ProposalRepository } from '../proposal.repository.js';
import { SenderAccess } from '../sender-access.js';
import { normalPhone } from './behalf.rules.js';
import { CallRepository } from './call.repository.js';

/** A sender's number, opened. */
export interface OpenedPhone {
  readonly phone: string;
  readonly name: string | null;
  readonly toCall: boolean;
}

/** The telephone numbers of senders who reached staff: sealed like addresses, each for its own proposal. */
@Injectable()
export class SenderPhones {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly calls: CallRepository,
    private readonly sender: SenderAccess,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly projection: ProjectProposal,
  ) {}

  /** What tells a person with a number apart from others, as a device does: it cannot be turned back into the number. */
  deviceOf(phone: string): string {
    return this.secrets.pseudonym('phone', normalPhone(phone));
  }

  /** Keeps a sender's number. */
  async keep(
    manager: EntityManager,
    proposalId: string,
    phone: string,
    name: string | undefined,
  ): Promise<void> {
    const clean = cleanText(name);
    await this.calls.keep(manager, {
      proposalId,
      phoneSealed: this.secrets.seal('phone', phone.trim(), proposalId),
      nameSealed: clean ? this.secrets.seal('phone', clean, proposalId) : null,
      at: this.clock.now(),
    });
  }

  /** The number of a proposal's sender; null without one, or when it was sealed with another `SECRET_KEY`. */
  async of(manager: EntityManager, proposalId: string): Promise<OpenedPhone | null> {
    const kept = await this.calls.ofProposal(manager, proposalId);
    const phone = kept && this.secrets.open('phone', kept.phoneSealed, proposalId);
    if (!phone) return null;
    const name = kept.nameSealed && this.secrets.open('phone', kept.nameSealed, proposalId);
    return { phone, name, toCall: kept.toCallSince !== null };
  }

  /**
   * The sender removes the number; nobody is to be called any more.
   * @throws Refused `followToken.required`, `followToken.wrong`
   */
  async remove(followToken: string | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { id } = await this.sender.proposal(manager, followToken);
      await this.proposals.lock(manager, await this.cases.leaders(manager, id));
      await this.calls.forget(manager, id);
      await this.projection.projectCase(manager, id, this.clock.now());
    });
  }
}
