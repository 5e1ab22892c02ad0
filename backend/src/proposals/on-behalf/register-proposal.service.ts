import type { ProposalReceipt, SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import type {
  BehalfContact,
  RegisterProposal,
  RegisterSupport,
} from '@lofteskartan/shared/contracts/registrations';
import type { ProposalSource } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { Devices } from '../devices.js';
import { KeepContact } from '../keep-contact.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { SubmitProposalService } from '../submit-proposal.service.js';
import { SupportProposalService } from '../support-proposal.service.js';
import { handlesProposalsIn, organisationIn } from '../viewer.rules.js';
import { RegisteredSupportRepository } from './registered-support.repository.js';
import { behalfContactFault } from './behalf.rules.js';
import { SenderPhones } from './sender-phones.service.js';

/** Mails to people whom staff registered are in Swedish, in which they spoke. */
const language = 'sv';

/** What staff register for residents who call, write or come by. */
@Injectable()
export class RegisterProposalService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly devices: Devices,
    private readonly submissions: SubmitProposalService,
    private readonly supports: SupportProposalService,
    private readonly contacts: KeepContact,
    private readonly phones: SenderPhones,
    private readonly registered: RegisteredSupportRepository,
    private readonly proposals: ProposalRepository,
    private readonly events: ProposalEventRepository,
  ) {}

  /**
   * Takes in a proposal as if the resident had sent it, and keeps how it came and how they are reached.
   * @throws Refused `input.invalid`, `position.outside`, `registration.otherMunicipality`, `idempotency.reused`
   */
  register(body: RegisterProposal, staff: StaffMember, key: string): Promise<Reply<ProposalReceipt>> {
    this.check(body.contact);
    return this.idempotency.run({
      key,
      route: 'POST /registrations',
      caller: staff.accountId,
      body,
      work: async (manager) => new Reply(201, await this.take(manager, body, staff)),
    });
  }

  /**
   * Adds a resident's support to what a neighbour asked for. Who gives a number counts once, however often they call.
   * @throws Refused `not.found`, `input.invalid`, `idempotency.reused`
   */
  support(
    proposal: ProposalRecord,
    body: RegisterSupport,
    staff: StaffMember,
    key: string,
  ): Promise<Reply<SupportReceipt>> {
    const { contact, source } = body;
    this.check(contact);
    return this.idempotency.run({
      key,
      route: `POST /triage/proposals/${proposal.reference}/supports`,
      caller: staff.accountId,
      body,
      work: async (manager) => {
        const device = this.deviceOf(contact);
        const receipt = await this.supports.add(manager, proposal.reference, {
          device,
          contact: mailOf(contact),
          language,
        });
        await this.noteSupport(manager, receipt.reference, device, source);
        await this.tell(manager, proposal, staff, 'supported', source);
        return new Reply(201, receipt);
      },
    });
  }

  private async take(
    manager: EntityManager,
    body: RegisterProposal,
    staff: StaffMember,
  ): Promise<ProposalReceipt> {
    const { contact, source } = body;
    const receipt = await this.submissions.take(manager, body, language, {
      device: this.deviceOf(contact),
      contact: mailOf(contact),
      source,
    });
    const proposal = await this.proposals.byReference(manager, receipt.reference);
    if (!proposal) throw new Error('A proposal vanished while it was registered');
    if (!handlesProposalsIn(staff, proposal.municipalityId))
      throw new Refused('registration.otherMunicipality');
    if (contact?.phone) await this.phones.keep(manager, proposal.id, contact.phone, contact.name);
    await this.tell(manager, proposal, staff, 'registered', source);
    return receipt;
  }

  /** Says which support it was, so that whoever gave it can be asked how it is once something was done. */
  private async noteSupport(
    manager: EntityManager,
    reference: string,
    device: string,
    source: ProposalSource,
  ): Promise<void> {
    const leader = await this.proposals.byReference(manager, reference);
    if (!leader) throw new Error('A proposal vanished while it was supported');
    const deviceHash = this.devices.hash(device);
    await this.registered.keep(manager, { proposalId: leader.id, deviceHash, source, at: this.clock.now() });
  }

  private check(contact: BehalfContact | undefined): void {
    const fault = behalfContactFault(contact);
    if (fault) throw new Refused('input.invalid', { errors: [fault] });
    this.contacts.refuseWithoutMail(mailOf(contact), 'contact.email');
  }

  private deviceOf(contact: BehalfContact | undefined): string {
    return contact?.phone ? this.phones.deviceOf(contact.phone) : this.devices.unknown();
  }

  private async tell(
    manager: EntityManager,
    { id, municipalityId }: ProposalRecord,
    staff: StaffMember,
    type: 'registered' | 'supported',
    source: ProposalSource,
  ): Promise<void> {
    await this.events.append(manager, {
      proposalId: id,
      at: this.clock.now(),
      type,
      audience: 'staff',
      actorAccountId: staff.accountId,
      organisationId: organisationIn(staff, municipalityId),
      changes: { source },
    });
  }
}

/** The part of a contact that mail goes to. */
function mailOf(contact: BehalfContact | undefined): { email: string; name?: string } | undefined {
  return contact?.email === undefined ? undefined : { email: contact.email, name: contact.name };
}
