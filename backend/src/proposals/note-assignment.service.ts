import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import { organisationIn } from './viewer.rules.js';

/** What the history keeps of an assignment: names as they were then. */
interface Named {
  readonly name: string | null;
  readonly organisationName: string;
}

/** The history's side of an assignment: for staff alone, and nothing that the public sees is touched. */
@Injectable()
export class NoteAssignment {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly events: ProposalEventRepository,
  ) {}

  /**
   * Locks a proposal that somebody is about to assign.
   * @throws Refused `not.found`, `version.stale`
   */
  async lock(manager: EntityManager, proposalId: string, version: number): Promise<ProposalRecord> {
    await this.proposals.lock(manager, [proposalId]);
    const record = await this.proposals.byId(manager, proposalId);
    if (!record) throw new Refused('not.found');
    if (record.version !== version) throw new Refused('version.stale');
    return record;
  }

  /** Writes who had it, who has it, and who decided that. */
  async append(
    manager: EntityManager,
    { id, municipalityId }: ProposalRecord,
    { actor, before, after, at }: { actor: StaffMember; before: Named | null; after: Named | null; at: Date },
  ): Promise<void> {
    const named = (hands: Named | null) =>
      hands && { name: hands.name, organisationName: hands.organisationName };
    await this.events.append(manager, {
      proposalId: id,
      at,
      type: 'assigned',
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, municipalityId),
      changes: { before: named(before), after: named(after) },
    });
  }
}
