import type { ContactReceipt } from '@lofteskartan/shared/contracts/contacts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { Refused } from '../platform/problem/refused.js';
import { CaseRepository } from './case.repository.js';
import { ContactRepository, type ContactRecord } from './contact.repository.js';
import { confirmation } from './contact.rules.js';
import { ContactSecrets, type ContactLink } from './contact-secrets.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalRepository } from './proposal.repository.js';

/** What a person answers by a link that they were sent: yes, the address is mine; no more of this. */
@Injectable()
export class AnswerContact {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly secrets: ContactSecrets,
    private readonly contacts: ContactRepository,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly projection: ProjectProposal,
  ) {}

  /**
   * Confirms an address; a repeat answers the same. From now on a supporter's address and devices count as one person.
   * @throws Refused `mailLink.wrong`, also after 14 days
   */
  confirm(token: string): Promise<ContactReceipt> {
    return this.answer('contact-confirm', token, async (manager, contact) => {
      const now = this.clock.now();
      const outcome = confirmation(contact, now);
      if (outcome === 'late') throw new Refused('mailLink.wrong');
      if (outcome === 'as-before') return contact;
      await this.contacts.saveState(manager, contact.id, 'confirmed', now);
      const leader = (await this.cases.leaders(manager, contact.proposalId)).at(-1) ?? contact.proposalId;
      // Supporters are counted anew, and whoever gets mail is not called any more.
      await this.projection.project(manager, leader, now);
      // What was answered before the address was confirmed is told now; the room `notifications` does this job.
      await this.jobs.enqueue(manager, 'contact-confirmed', { contactId: contact.id });
      return { ...contact, state: 'confirmed' };
    });
  }

  /**
   * Stops all mail about a proposal to an address; a repeat answers the same.
   * @throws Refused `mailLink.wrong`
   */
  stop(token: string): Promise<ContactReceipt> {
    return this.answer('contact-stop', token, async (manager, contact) => {
      await this.contacts.saveState(manager, contact.id, 'stopped', this.clock.now());
      return { ...contact, state: 'stopped' };
    });
  }

  private answer(
    link: ContactLink,
    token: string,
    work: (manager: EntityManager, contact: ContactRecord) => Promise<ContactRecord>,
  ): Promise<ContactReceipt> {
    const contactId = this.secrets.contactOf(link, token);
    if (!contactId) throw new Refused('mailLink.wrong');
    return this.dataSource.transaction(async (manager) => {
      const proposalId = await this.contacts.proposalOf(manager, contactId);
      if (!proposalId) throw new Refused('mailLink.wrong');
      // The proposal before the contact, as everyone locks them.
      await this.proposals.lock(manager, await this.cases.leaders(manager, proposalId));
      const contact = await this.contacts.byId(manager, contactId);
      if (!contact) throw new Refused('mailLink.wrong');
      const { reference, municipality, role, state } = await work(manager, contact);
      return { reference, municipality, role, state };
    });
  }
}
