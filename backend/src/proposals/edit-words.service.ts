import type { EditWords } from '@lofteskartan/shared/contracts/edited-words';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { editOf } from './edit.rules.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import { organisationIn } from './viewer.rules.js';

/** Edits what everyone reads of a resident's words. What was sent is never rewritten. */
@Injectable()
export class EditWordsService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * Stores the edited words with an event that keeps what was shown before and what is shown now. Whether they are shown at all is
   * another decision, which stands.
   * @returns the proposal afterwards
   * @throws Refused `not.found`, `input.invalid` (nothing was written, or nothing changes), `version.stale`
   */
  async edit(
    manager: EntityManager,
    proposalId: string,
    given: EditWords,
    actor: StaffMember,
  ): Promise<ProposalRecord> {
    await this.proposals.lock(manager, [proposalId]);
    const before = await this.proposals.byId(manager, proposalId);
    if (!before) throw new Refused('not.found');
    const edit = editOf(before, given.description);
    if (edit === 'nothing-sent') throw invalidField('description', 'noWords');
    if (edit === 'unchanged') throw invalidField('description', 'unchanged');
    if (given.version !== before.version) throw new Refused('version.stale');
    const now = this.clock.now();
    const reason = given.reason.trim();
    await this.proposals.saveEdit(
      manager,
      proposalId,
      edit.description === null
        ? null
        : { description: edit.description, reason, accountId: actor.accountId },
      now,
    );
    await this.events.append(manager, {
      proposalId,
      at: now,
      type: 'words-edited',
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, before.municipalityId),
      reason,
      changes: { description: { before: edit.shownBefore, after: edit.description ?? before.description } },
    });
    await this.projection.project(manager, proposalId, now);
    const after = await this.proposals.byId(manager, proposalId);
    if (!after) throw new Error('A proposal vanished while its words were edited');
    return after;
  }
}
