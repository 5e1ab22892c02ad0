import type { ReadProposal } from '@lofteskartan/shared/contracts/cases';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { CaseRepository } from '../case.repository.js';
import { MoveProposalService } from '../move-proposal.service.js';
import { NoteProposalService } from '../note-proposal.service.js';
import { ProposalCases } from '../proposal-cases.service.js';
import { isStale, mayMove } from '../proposal-moves.rules.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { secretsOf } from '../secrecy.rules.js';
import { mayLieUnder } from './case.rules.js';

/** Gathers proposals about one spot, or takes them out again: several in one act. Nobody's support is moved. */
@Injectable()
export class ChangeCaseService {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly locks: ProposalCases,
    private readonly moves: MoveProposalService,
    private readonly notes: NoteProposalService,
  ) {}

  /**
   * Gathers proposals under one. What is there already stays; what leads others brings them along.
   * @throws Refused `input.invalid` when a number is unknown here or would lead to itself; `version.stale`; `case.notLeading`
   *   when the leader is itself gathered or not shown; `move.notAllowed` when the handling of one has ended; `case.secret`
   *   when the leader is secret and one is not so for the same organisation
   */
  async gather(
    manager: EntityManager,
    leader: ProposalRecord,
    given: { readonly version: number; readonly members: readonly ReadProposal[]; readonly note?: string },
    actor: StaffMember,
  ): Promise<void> {
    const members = await this.find(manager, leader, given.members, actor);
    const now = await this.locked(manager, leader, members);
    if (isStale(given.version, now)) throw new Refused('version.stale');
    if (now.duplicateOfId || now.status === 'hidden' || now.status === 'withdrawn')
      throw new Refused('case.notLeading');
    for (const { id: proposalId, version } of members) {
      const member = await this.proposals.byId(manager, proposalId);
      if (member?.duplicateOfId === leader.id) continue;
      if (!member || isStale(version, member)) throw new Refused('version.stale');
      if (!mayMove(member, 'duplicate', 'staff', actor)) throw new Refused('move.notAllowed');
      if (!mayLieUnder(now, member)) throw new Refused('case.secret');
      await this.moves.move(manager, {
        proposalId,
        to: 'duplicate',
        version,
        actor,
        duplicateOfReference: leader.reference,
      });
    }
    if (given.note) await this.notes.write(manager, { proposalId: leader.id, text: given.note, actor });
  }

  /**
   * Takes members out of a case: each is under review again, with what was gathered under it.
   * @throws Refused `input.invalid` when a number is not in the case, `version.stale`
   */
  async release(
    manager: EntityManager,
    leader: ProposalRecord,
    given: { readonly members: readonly ReadProposal[]; readonly reason: string },
    actor: StaffMember,
  ): Promise<void> {
    const members = await this.find(manager, leader, given.members, actor);
    await this.locked(manager, leader, members);
    const inCase = new Set((await this.cases.followers(manager, leader.id)).map(({ id }) => id));
    for (const [index, { id: proposalId, version }] of members.entries()) {
      if (!inCase.has(proposalId)) throw invalidField(`members[${index}].reference`, 'notInTheCase');
      const { reason } = given;
      await this.moves.move(manager, { proposalId, to: 'under-review', version, actor, reason });
    }
  }

  /** The proposals of numbers, each once, in the order given; what is secret for others is unknown here. */
  private async find(
    manager: EntityManager,
    leader: ProposalRecord,
    given: readonly ReadProposal[],
    { memberships }: StaffMember,
  ): Promise<{ id: string; version: number }[]> {
    const asked = given.map(({ reference, version }) => ({ reference: reference.toUpperCase(), version }));
    const records = await this.proposals.byReferences(
      manager,
      leader.municipalityId,
      asked.map(({ reference }) => reference),
      secretsOf(memberships),
    );
    const ids = new Map(records.map(({ reference, id }) => [reference, id]));
    const found = new Map<string, { id: string; version: number }>();
    for (const [index, { reference, version }] of asked.entries()) {
      const id = ids.get(reference);
      if (!id) throw invalidField(`members[${index}].reference`, 'notFound');
      if (id === leader.id) throw invalidField(`members[${index}].reference`, 'ownNumber');
      found.set(id, { id, version });
    }
    return [...found.values()];
  }

  private async locked(
    manager: EntityManager,
    leader: ProposalRecord,
    members: readonly { readonly id: string }[],
  ): Promise<ProposalRecord> {
    const ids = [leader.id, ...members.map(({ id }) => id)];
    await this.locks.lockWhole(manager, leader.municipalityId, ids);
    const now = await this.proposals.byId(manager, leader.id);
    if (!now) throw new Refused('not.found');
    return now;
  }
}
