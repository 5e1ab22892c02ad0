import type { ChangeSupportAddress, ContactReceipt } from '@lofteskartan/shared/contracts/contacts';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import { CaseRepository } from './case.repository.js';
import { ContactRepository, type ContactRecord } from './contact.repository.js';
import { ContactSecrets } from './contact-secrets.js';
import { KeepContact } from './keep-contact.service.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalRepository } from './proposal.repository.js';
import { SupportRepository } from './support.repository.js';

/** What supporters do about their address, by the link to all that is theirs: change it or take it away. They stay counted. */
@Injectable()
export class OwnSupportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: ContactSecrets,
    private readonly contacts: ContactRepository,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly supports: SupportRepository,
    private readonly keeping: KeepContact,
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * Writes to another address from now on, once it is confirmed.
   * @throws Refused `mailLink.wrong`, `input.invalid` (`notWanted`) where no mail is sent
   */
  change({ token, email }: ChangeSupportAddress, language: Language): Promise<ContactReceipt> {
    this.keeping.refuseWithoutMail({ email }, 'email');
    return this.dataSource.transaction(async (manager) => {
      const { before, leader } = await this.locked(manager, token);
      if (!before) throw new Refused('mailLink.wrong');
      const { proposalId } = before;
      const contact = { proposalId, role: 'supporter', contact: { email }, language } as const;
      const id = await this.keeping.add(manager, contact);
      if (id !== before.id) {
        await this.supports.moveTo(manager, before.id, id);
        await this.contacts.remove(manager, before.id);
      }
      await this.projection.recountSupport(manager, leader);
      const after = await this.contacts.byId(manager, id);
      if (!after) throw new Error('A contact vanished while it was changed');
      const { reference, municipality, role, state } = after;
      return { reference, municipality, role, state };
    });
  }

  /**
   * Forgets the address; a repeat changes nothing more.
   * @throws Refused `mailLink.wrong`
   */
  async remove(token: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { before, leader } = await this.locked(manager, token);
      if (!before) return;
      await this.contacts.remove(manager, before.id);
      await this.projection.recountSupport(manager, leader);
    });
  }

  /** The supporter's contact, null when it is gone, and the proposal that leads its case, locked before it as everyone locks them. */
  private async locked(
    manager: EntityManager,
    token: string,
  ): Promise<{ before: ContactRecord | null; leader: string }> {
    const contactId = this.secrets.contactOf('contact-own', token);
    if (!contactId) throw new Refused('mailLink.wrong');
    const proposalId = await this.contacts.proposalOf(manager, contactId);
    if (!proposalId) return { before: null, leader: '' };
    const leaders = await this.cases.leaders(manager, proposalId);
    await this.proposals.lock(manager, leaders);
    const before = await this.contacts.byId(manager, contactId);
    // Who became the sender meanwhile has a page of their own for it.
    if (before?.role === 'sender') throw new Refused('mailLink.wrong');
    return { before, leader: leaders.at(-1) ?? proposalId };
  }
}
