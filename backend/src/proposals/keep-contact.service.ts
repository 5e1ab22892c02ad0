import { randomUUID } from 'node:crypto';
import type { ContactInput, ContactRole, OwnContact } from '@lofteskartan/shared/contracts/contacts';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { invalidField } from '../platform/problem/refused.js';
import { hashToken } from '../platform/security/tokens.js';
import { HoldTexts } from './block-list/hold-texts.service.js';
import { CaseRepository } from './case.repository.js';
import { ContactRepository, type ContactRecord } from './contact.repository.js';
import { asksAgain } from './contact.rules.js';
import { ContactSecrets } from './contact-secrets.js';
import { cleanText } from './details.rules.js';
import { FollowTokenRepository } from './follow-token.repository.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalRepository } from './proposal.repository.js';
import { SenderAccess } from './sender-access.js';
import { SupportRepository } from './support.repository.js';

/** A contact that somebody gives. */
export interface GivenContact {
  readonly proposalId: string;
  readonly role: ContactRole;
  readonly contact: ContactInput;
  readonly language: Language;
}

/** Keeps who may be written to about a proposal. Nobody is, before they have confirmed the address. */
@Injectable()
export class KeepContact {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly secrets: ContactSecrets,
    private readonly contacts: ContactRepository,
    private readonly followTokens: FollowTokenRepository,
    private readonly supports: SupportRepository,
    private readonly sender: SenderAccess,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly projection: ProjectProposal,
    private readonly held: HoldTexts,
  ) {}

  /**
   * An address cannot be taken where no mail is sent.
   * @throws Refused `input.invalid` (`notWanted`)
   */
  refuseWithoutMail(contact: ContactInput | undefined, field = 'contact'): void {
    if (contact && !this.secrets.mailIsSent) throw invalidField(field, 'notWanted');
  }

  /**
   * Stores a contact and has the person asked whether the address is theirs, in the caller's transaction. An address that is
   * there already is asked again unless it was confirmed; the answer tells nobody which. Whoever supports is asked anew as a sender.
   * @returns the contact's id
   */
  async add(manager: EntityManager, { proposalId, role, contact, language }: GivenContact): Promise<string> {
    const at = this.clock.now();
    const id = randomUUID();
    const address = contact.email.trim();
    const addressHash = this.secrets.hash(address);
    await this.held.look(manager, proposalId, 'contact-name', contact.name);
    const isNew = await this.contacts.insert(manager, {
      id,
      proposalId,
      role,
      addressHash,
      addressSealed: this.secrets.seal(id, address),
      nameSealed: this.sealedName(id, contact.name),
      language,
      at,
    });
    if (isNew) {
      await this.ask(manager, id);
      return id;
    }
    const known = await this.contacts.byAddress(manager, { proposalId, addressHash, role });
    if (!known) throw new Error('A contact vanished while it was added');
    await this.askAgain(manager, known, at);
    return known.id;
  }

  /** Has everybody asked who gave an address while the proposal was held. */
  async askHeld(manager: EntityManager, proposalId: string): Promise<void> {
    for (const id of await this.contacts.askAllAgain(manager, proposalId, this.clock.now()))
      await this.ask(manager, id);
  }

  /** The sender's own contact, as the sender sees it, or null. */
  async own(manager: EntityManager, proposalId: string): Promise<OwnContact | null> {
    const contact = await this.contacts.ofSender(manager, proposalId);
    return contact && this.view(contact);
  }

  /**
   * Changes the sender's address, which is asked anew, or the name alone.
   * @throws Refused `followToken.required`, `followToken.wrong`, `input.invalid` (`notWanted`)
   */
  async change(followToken: string | null, contact: ContactInput, language: Language): Promise<OwnContact> {
    this.refuseWithoutMail(contact, 'email');
    return this.dataSource.transaction(async (manager) => {
      const proposalId = await this.lockedCase(manager, followToken);
      const before = await this.contacts.ofSender(manager, proposalId);
      if (before && before.addressHash === this.secrets.hash(contact.email)) {
        await this.contacts.saveName(manager, before.id, this.sealedName(before.id, contact.name));
        await this.held.look(manager, proposalId, 'contact-name', contact.name);
        await this.askAgain(manager, before, this.clock.now());
      } else {
        if (before) await this.forget(manager, before, followToken);
        const id = await this.add(manager, { proposalId, role: 'sender', contact, language });
        await this.supports.linkSender(manager, proposalId, id);
      }
      const after = await this.own(manager, proposalId);
      if (!after) throw new Error('A contact vanished while it was changed');
      return after;
    });
  }

  /**
   * Removes the sender's address; without one nothing changes.
   * @throws Refused `followToken.required`, `followToken.wrong`
   */
  async remove(followToken: string | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const proposalId = await this.lockedCase(manager, followToken);
      const before = await this.contacts.ofSender(manager, proposalId);
      if (before) await this.forget(manager, before, followToken);
    });
  }

  /** The sender's proposal, its case's leader locked: its supporters may be counted anew. */
  private async lockedCase(manager: EntityManager, followToken: string | null): Promise<string> {
    const { id } = await this.sender.proposal(manager, followToken);
    await this.proposals.lock(manager, await this.cases.leaders(manager, id));
    return id;
  }

  /** The token by which the sender came stays good: it opened the page that is being used. */
  private async forget(
    manager: EntityManager,
    contact: ContactRecord,
    followToken: string | null,
  ): Promise<void> {
    if (followToken) await this.followTokens.keep(manager, hashToken(followToken));
    await this.contacts.remove(manager, contact.id);
    const leader = (await this.cases.leaders(manager, contact.proposalId)).at(-1) ?? contact.proposalId;
    await this.projection.recountSupport(manager, leader);
  }

  private async askAgain(manager: EntityManager, { id, state }: ContactRecord, at: Date): Promise<void> {
    if (!asksAgain(state)) return;
    await this.contacts.askAgain(manager, id, at);
    await this.ask(manager, id);
  }

  /** The room `notifications` does this job; only the contact's id is in it. */
  private async ask(manager: EntityManager, contactId: string): Promise<void> {
    await this.jobs.enqueue(manager, 'confirm-contact', { contactId });
  }

  private sealedName(contactId: string, name: string | undefined): Buffer | null {
    const clean = cleanText(name);
    return clean ? this.secrets.seal(contactId, clean) : null;
  }

  private view(contact: ContactRecord): OwnContact | null {
    const opened = this.secrets.open(contact);
    return opened && { ...opened, state: contact.state };
  }
}
