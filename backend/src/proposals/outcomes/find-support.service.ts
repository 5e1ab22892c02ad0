import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../../platform/problem/refused.js';
import { CaseRepository } from '../case.repository.js';
import { ContactRepository } from '../contact.repository.js';
import { ContactSecrets } from '../contact-secrets.js';
import { Devices } from '../devices.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { publicShape } from '../publication.rules.js';
import { SupporterOutcomeRepository, type SupportRecord } from './supporter-outcome.repository.js';

/** A support at hand, with the proposal that it is for. */
export interface SupportAtHand {
  readonly support: SupportRecord;
  readonly proposal: ProposalRecord;
  /** The contact through whose link it was found; null for a device. */
  readonly contactId: string | null;
}

/** Finds the support of somebody who comes back: by the link in a mail, or by the device. What reads takes no lock on the proposal; what writes does. */
@Injectable()
export class FindSupport {
  constructor(
    private readonly secrets: ContactSecrets,
    private readonly devices: Devices,
    private readonly contacts: ContactRepository,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly outcomes: SupporterOutcomeRepository,
  ) {}

  /** @throws Refused `mailLink.wrong`, also once the address is gone or has become the sender’s, who has a page of their own for it */
  async byMail(manager: EntityManager, token: string, mode: 'reading' | 'writing'): Promise<SupportAtHand> {
    const contactId = this.secrets.contactOf('contact-outcome', token);
    const proposalId = contactId && (await this.contacts.proposalOf(manager, contactId));
    if (!proposalId) throw new Refused('mailLink.wrong');
    // The proposal before the contact, as everyone locks them.
    if (mode === 'writing') await this.proposals.lock(manager, [proposalId]);
    const contact = await this.contacts.byId(manager, contactId);
    const support = await this.outcomes.supportOfContact(manager, contactId);
    const proposal = support && (await this.proposals.byId(manager, support.proposalId));
    if (contact?.role !== 'supporter' || !proposal) throw new Refused('mailLink.wrong');
    return { support, proposal, contactId };
  }

  /** A proposal that everyone sees. @throws Refused `not.found` */
  async shown(manager: EntityManager, reference: string): Promise<ProposalRecord> {
    const proposal = await this.proposals.byReference(manager, reference);
    if (!proposal || publicShape(proposal) === 'none') throw new Refused('not.found');
    return proposal;
  }

  /** The support of a device in the case of a proposal; null when it has none, or sent one of them. */
  async byDevice(
    manager: EntityManager,
    { id }: ProposalRecord,
    device: string | null,
    mode: 'reading' | 'writing',
  ): Promise<SupportAtHand | null> {
    const known = this.devices.known(device);
    if (!known) return null;
    const root = (await this.cases.leaders(manager, id)).at(-1) ?? id;
    const support = await this.outcomes.supportOfDevice(manager, root, this.devices.hash(known));
    if (!support) return null;
    if (mode === 'writing') await this.proposals.lock(manager, [support.proposalId]);
    const proposal = await this.proposals.byId(manager, support.proposalId);
    return proposal && { support, proposal, contactId: null };
  }
}
