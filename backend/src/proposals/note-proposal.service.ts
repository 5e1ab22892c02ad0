import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { NoteRepository } from './note.repository.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { organisationIn } from './viewer.rules.js';

/** An internal note to write. */
export interface NewNote {
  readonly proposalId: string;
  readonly text: string;
  readonly actor: StaffMember;
  readonly organisationId?: string | null;
}

/** Internal notes on proposals. */
@Injectable()
export class NoteProposalService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly notes: NoteRepository,
    private readonly events: ProposalEventRepository,
  ) {}

  /**
   * Adds a note and an event for staff; neither version nor public view change.
   * @throws Refused `not.found`
   */
  async write(manager: EntityManager, { proposalId, text, actor, organisationId }: NewNote): Promise<void> {
    const proposal = await this.proposals.byId(manager, proposalId);
    if (!proposal) throw new Refused('not.found');
    const at = this.clock.now();
    await this.notes.insert(manager, { proposalId, authorAccountId: actor.accountId, text, createdAt: at });
    await this.events.append(manager, {
      proposalId,
      at,
      type: 'noted',
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationId ?? organisationIn(actor, proposal.municipalityId),
    });
  }
}
