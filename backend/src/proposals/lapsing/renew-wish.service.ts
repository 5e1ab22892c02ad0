import type { WishTerm } from '@lofteskartan/shared/contracts/proposals';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { SenderAccess } from '../sender-access.js';
import { wishTerm } from './lapsing.rules.js';
import { WishRepository } from './wish.repository.js';

/** How long a wish for a speed check holds, and its sender's right to renew it. */
@Injectable()
export class RenewWishService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sender: SenderAccess,
    private readonly proposals: ProposalRepository,
    private readonly wishes: WishRepository,
    private readonly events: ProposalEventRepository,
  ) {}

  /** How long a proposal holds as its sender sees it; null where nothing lapses. */
  async term(manager: EntityManager, { id, kind, publicStatus }: ProposalRecord): Promise<WishTerm | null> {
    const { wishedAt } = await this.wishes.facts(manager, id);
    return wishTerm(kind, publicStatus, stockholmDate(wishedAt), stockholmDate(this.clock.now()));
  }

  /**
   * Renews a wish for twelve months. Only the sender and staff can tell.
   * @throws Refused `followToken.required`, `followToken.wrong`, `wish.notYet`
   */
  renew(followToken: string | null): Promise<WishTerm> {
    return this.dataSource.transaction(async (manager) => {
      const { id } = await this.sender.proposal(manager, followToken);
      await this.proposals.lock(manager, [id]);
      const proposal = await this.proposals.byId(manager, id);
      const term = proposal && (await this.term(manager, proposal));
      if (!proposal || !term?.mayRenew) throw new Refused('wish.notYet');
      const at = this.clock.now();
      await this.wishes.wishAgain(manager, id, at);
      await this.events.append(manager, { proposalId: id, at, type: 'renewed', audience: 'staff' });
      return (await this.term(manager, proposal)) ?? term;
    });
  }
}
