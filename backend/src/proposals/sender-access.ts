import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import { hashToken } from '../platform/security/tokens.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';

/** What a follow token opens. */
@Injectable()
export class SenderAccess {
  constructor(private readonly proposals: ProposalRepository) {}

  /**
   * The proposal of a follow token.
   * @throws Refused `followToken.required`, `followToken.wrong`
   */
  async proposal(manager: EntityManager, followToken: string | null): Promise<ProposalRecord> {
    if (!followToken) throw new Refused('followToken.required');
    const proposal = await this.proposals.byFollowToken(manager, hashToken(followToken));
    if (!proposal) throw new Refused('followToken.wrong');
    return proposal;
  }
}
