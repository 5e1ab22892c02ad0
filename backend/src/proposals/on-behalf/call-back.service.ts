import type { CalledBack } from '@lofteskartan/shared/contracts/asked-on-behalf';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { CaseRepository } from '../case.repository.js';
import { OutcomesOnBehalf } from '../outcomes/outcomes-on-behalf.service.js';
import { OpenContactService } from '../open-contact.service.js';
import { ProjectProposal } from '../project-proposal.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { organisationIn } from '../viewer.rules.js';
import { CallRepository } from './call.repository.js';

/** Staff call people who left a number alone; only then their answer counts. */
@Injectable()
export class CallBackService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly calls: CallRepository,
    private readonly contacts: OpenContactService,
    private readonly outcomes: OutcomesOnBehalf,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
  ) {}

  /** Whether the sender is to be called. */
  async isAwaited(manager: EntityManager, proposalId: string): Promise<boolean> {
    return Boolean((await this.calls.ofProposal(manager, proposalId))?.toCallSince);
  }

  /**
   * Ticks that the sender was called about the answer that stands, and keeps what they said about how it is now. Only the organisation that may open
   * the number may.
   * @throws Refused `contact.otherOrganisation`, `call.notAwaited`; `outcome.tooEarly`, `input.invalid`
   */
  async tick(
    manager: EntityManager,
    { id }: ProposalRecord,
    { outcome }: CalledBack,
    staff: StaffMember,
  ): Promise<ProposalRecord> {
    await this.proposals.lock(manager, await this.cases.leaders(manager, id));
    const proposal = await this.proposals.byId(manager, id);
    if (!proposal) throw new Refused('not.found');
    if (!(await this.contacts.may(manager, proposal, staff))) throw new Refused('contact.otherOrganisation');
    const phone = await this.calls.ofProposal(manager, id);
    if (!phone?.toCallSince) throw new Refused('call.notAwaited');
    const at = this.clock.now();
    await this.calls.called(manager, id, staff.accountId, at);
    await this.events.append(manager, {
      proposalId: id,
      at,
      type: 'called-back',
      audience: 'staff',
      actorAccountId: staff.accountId,
      organisationId: organisationIn(staff, proposal.municipalityId),
    });
    if (outcome) await this.outcomes.tell(manager, proposal, outcome, staff);
    await this.projection.projectCase(manager, id, at);
    return proposal;
  }
}
