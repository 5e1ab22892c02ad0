import type { OpenedContact } from '@lofteskartan/shared/contracts/contacts';
import type { ContactAccess } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { ContactRepository } from './contact.repository.js';
import { mayOpenContact } from './contact.rules.js';
import { ContactSecrets } from './contact-secrets.js';
import { SenderPhones } from './on-behalf/sender-phones.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { organisationIn } from './viewer.rules.js';

/** Opens the sender's contact to the responsible organisation alone, and writes down each time. */
@Injectable()
export class OpenContactService {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: ContactSecrets,
    private readonly contacts: ContactRepository,
    private readonly phones: SenderPhones,
    private readonly events: ProposalEventRepository,
  ) {}

  /** Whether there is a contact, and whether this person may open it. */
  async access(manager: EntityManager, proposal: ProposalRecord, staff: StaffMember): Promise<ContactAccess> {
    const left =
      (await this.contacts.ofSender(manager, proposal.id)) ?? (await this.phones.of(manager, proposal.id));
    if (!left) return 'none';
    return (await this.may(manager, proposal, staff)) ? 'allowed' : 'refused';
  }

  /**
   * Opens the contact with an event for staff, in the caller's transaction.
   * @throws Refused `contact.otherOrganisation`, `contact.none`
   */
  async open(manager: EntityManager, proposal: ProposalRecord, staff: StaffMember): Promise<OpenedContact> {
    if (!(await this.may(manager, proposal, staff))) throw new Refused('contact.otherOrganisation');
    const contact = await this.contacts.ofSender(manager, proposal.id);
    const mail = contact && this.secrets.open(contact);
    const phone = await this.phones.of(manager, proposal.id);
    if (!mail && !phone) throw new Refused('contact.none');
    await this.events.append(manager, {
      proposalId: proposal.id,
      at: this.clock.now(),
      type: 'contact-opened',
      audience: 'staff',
      actorAccountId: staff.accountId,
      organisationId: organisationIn(staff, proposal.municipalityId),
    });
    return {
      email: mail?.email ?? null,
      phone: phone?.phone ?? null,
      name: mail?.name ?? phone?.name ?? null,
    };
  }

  /** Whether a person works for the organisation that is responsible for the sender's contact. */
  async may(
    manager: EntityManager,
    { municipalityId, kind, commitmentId }: ProposalRecord,
    { memberships }: StaffMember,
  ): Promise<boolean> {
    const owners = await this.contacts.owners(manager, commitmentId);
    return mayOpenContact({ municipalityId, kind, owners }, memberships);
  }
}
