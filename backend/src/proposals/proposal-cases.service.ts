import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseRepository } from './case.repository.js';
import { mayLieUnder } from './cases/case.rules.js';
import { duplicateFault, type MoveFault } from './proposal-moves.rules.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';

/** What a move does to cases: whom it locks, whether it may, and whose public view it changes. */
@Injectable()
export class ProposalCases {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
  ) {}

  /**
   * The proposal of an id, locked; null when there is none. Where its case may change, first the cases of the municipality,
   * then the whole case and the one that it joins are locked, all rows in one order, so that no two moves wait for each other.
   * @param target the proposal that it is to lead to
   */
  async lock(
    manager: EntityManager,
    proposalId: string,
    { target, caseChanges }: { readonly target: ProposalRecord | null; readonly caseChanges: boolean },
  ): Promise<ProposalRecord | null> {
    const seen = await this.proposals.byId(manager, proposalId);
    if (!seen) return null;
    if (caseChanges || seen.duplicateOfId) {
      await this.cases.lockCases(manager, seen.municipalityId);
      await this.proposals.lock(manager, [
        ...(await this.cases.leaders(manager, proposalId)),
        ...(await this.followers(manager, proposalId)),
        ...(target ? await this.cases.leaders(manager, target.id) : []),
      ]);
    } else {
      await this.proposals.lock(manager, [proposalId]);
    }
    return this.proposals.byId(manager, proposalId);
  }

  /**
   * Locks several proposals of a municipality at once with all that their cases hold, before one act changes them one after the other:
   * first the cases, then all rows in one order.
   */
  async lockWhole(manager: EntityManager, municipalityId: string, ids: readonly string[]): Promise<void> {
    await this.cases.lockCases(manager, municipalityId);
    const whole = new Set<string>();
    for (const id of ids)
      for (const each of [...(await this.cases.leaders(manager, id)), ...(await this.followers(manager, id))])
        whole.add(each);
    await this.proposals.lock(manager, [...whole]);
  }

  /**
   * Locks proposals of one municipality with all that their cases hold.
   * @returns them, each once, and after them the proposals that lead their cases
   */
  async lockWithLeaders(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
    const [first] = ids;
    const found = first ? await this.proposals.byId(manager, first) : null;
    if (!found) return [];
    await this.lockWhole(manager, found.municipalityId, ids);
    const leaders: string[] = [];
    for (const id of ids) leaders.push(...(await this.cases.leaders(manager, id)).slice(-1));
    return [...new Set([...ids, ...leaders])];
  }

  /** The proposals that lead directly to one, oldest first. */
  gathered(manager: EntityManager, proposalId: string): Promise<{ id: string; reference: string }[]> {
    return this.cases.gathered(manager, proposalId);
  }

  /** Why a proposal may not be gathered under the target, or null. */
  async fault(
    manager: EntityManager,
    proposal: ProposalRecord,
    target: ProposalRecord | null,
  ): Promise<MoveFault | null> {
    const leaders = target ? await this.cases.leaders(manager, target.id) : [];
    const fault = duplicateFault(proposal, target, leaders);
    if (fault) return fault;
    for (const id of leaders) {
      const above = await this.proposals.byId(manager, id);
      if (above && !mayLieUnder(above, proposal)) return { field: 'duplicateOf', code: 'secretLeader' };
    }
    return null;
  }

  /** After a move: the other proposals whose public view it changes, those that follow and the leaders that were left and joined. */
  async affected(
    manager: EntityManager,
    { id, duplicateOfId }: ProposalRecord,
    target: ProposalRecord | null,
  ): Promise<string[]> {
    const linked = [target?.id, duplicateOfId].filter((each) => each !== undefined && each !== null);
    if (linked.length === 0) return [];
    const others = new Set(await this.followers(manager, id));
    for (const each of linked) {
      const leader = (await this.cases.leaders(manager, each)).at(-1);
      if (leader && leader !== id) others.add(leader);
    }
    return [...others];
  }

  private async followers(manager: EntityManager, proposalId: string): Promise<string[]> {
    return (await this.cases.followers(manager, proposalId)).map(({ id }) => id);
  }
}
