import type { FaultReport, LinkFaultReport } from '@lofteskartan/shared/contracts/fault-reports';
import type { ProposalResponsibility } from '@lofteskartan/shared/contracts/referrals';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { Clock } from '../../platform/clock.js';
import { invalidField } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { roadNameOf } from '../details.rules.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { organisationIn } from '../viewer.rules.js';
import { PlaceResponsibilityRepository } from './place-responsibility.repository.js';
import { Referrals } from './referrals.service.js';

/** Who answers for a proposal's place: what staff set, who has it, and what was reported elsewhere. */
@Injectable()
export class PlaceResponsibility {
  constructor(
    private readonly clock: Clock,
    private readonly bodies: ResponsibleBodies,
    private readonly rows: PlaceResponsibilityRepository,
    private readonly referrals: Referrals,
    private readonly events: ProposalEventRepository,
  ) {}

  /** All of it, for staff. */
  async of(manager: EntityManager, proposal: ProposalRecord): Promise<ProposalResponsibility> {
    const { id, municipalityId, position, kind, details } = proposal;
    return {
      body: await this.rows.body(manager, id),
      choices: await this.bodies.choices(manager, municipalityId, position, roadNameOf(kind, details)),
      referrals: await this.referrals.ofProposal(manager, proposal),
      faultReports: await this.rows.faultReports(manager, id),
    };
  }

  /** The fault reports, as the sender reads them. */
  faultReports(manager: EntityManager, proposalId: string): Promise<FaultReport[]> {
    return this.rows.faultReports(manager, proposalId);
  }

  /**
   * Sets the body that answers for the place, or that it is unknown; the history says so when it is another than before.
   * @throws Refused `input.invalid` when the register of the municipality has no active body of that id
   */
  async setBody(
    manager: EntityManager,
    proposal: ProposalRecord,
    bodyId: string | null,
    staff: StaffMember,
  ): Promise<void> {
    const before = await this.rows.body(manager, proposal.id);
    if ((before?.id ?? null) === bodyId) return;
    const body = bodyId ? await this.bodies.find(manager, proposal.municipalityId, bodyId) : null;
    if (bodyId && !body?.active) throw invalidField('bodyId', 'notFound');
    await this.rows.setBody(manager, proposal.id, bodyId);
    await this.events.append(manager, {
      ...this.by(proposal, staff),
      type: 'body-set',
      audience: 'staff',
      changes: { from: before?.name ?? null, to: body?.name ?? null },
    });
  }

  /** Links a fault report; once more changes nothing. */
  async linkFault(
    manager: EntityManager,
    proposal: ProposalRecord,
    given: LinkFaultReport,
    staff: StaffMember,
  ): Promise<void> {
    const [body, number] = [given.body.trim(), given.number.trim()];
    const { accountId } = staff;
    const at = this.clock.now();
    const isNew = await this.rows.linkFault(manager, {
      proposalId: proposal.id,
      body,
      number,
      accountId,
      at,
    });
    if (!isNew) return;
    await this.events.append(manager, {
      ...this.by(proposal, staff),
      type: 'fault-linked',
      audience: 'staff',
      changes: { body, number },
    });
  }

  private by({ id, municipalityId }: ProposalRecord, staff: StaffMember) {
    return {
      proposalId: id,
      at: this.clock.now(),
      actorAccountId: staff.accountId,
      organisationId: organisationIn(staff, municipalityId),
    };
  }
}
