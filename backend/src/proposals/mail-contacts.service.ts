import type { ContactRole, ContactState } from '@lofteskartan/shared/contracts/contacts';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { hashToken } from '../platform/security/tokens.js';
import { ContactRepository } from './contact.repository.js';
import { ContactSecrets } from './contact-secrets.js';
import { FollowTokenRepository } from './follow-token.repository.js';
import { SupporterOutcomeRepository } from './outcomes/supporter-outcome.repository.js';

/** What a mail to a contact is made of. Nothing of it may be logged or stored. */
export interface MailContact {
  readonly id: string;
  readonly proposalId: string;
  readonly reference: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly role: ContactRole;
  readonly state: ContactState;
  readonly language: Language;
  readonly email: string;
  readonly name: string | null;
  /** For the links in the mail's fragments. */
  readonly confirmToken: string;
  readonly stopToken: string;
}

/** Contacts for the room that writes to them. */
@Injectable()
export class MailContacts {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: ContactSecrets,
    private readonly contacts: ContactRepository,
    private readonly followTokens: FollowTokenRepository,
    private readonly outcomes: SupporterOutcomeRepository,
  ) {}

  /** A contact, opened; null when it is no longer there, or was sealed with another key. */
  async open(manager: EntityManager, id: string): Promise<MailContact | null> {
    const contact = await this.contacts.byId(manager, id);
    const opened = contact && this.secrets.open(contact);
    if (!opened) return null;
    const { proposalId, reference, municipality, role, state, language } = contact;
    return {
      id,
      proposalId,
      reference,
      municipality,
      role,
      state,
      language,
      ...opened,
      confirmToken: this.secrets.linkToken('contact-confirm', id),
      stopToken: this.secrets.linkToken('contact-stop', id),
    };
  }

  /** The token by which a supporter says how it is now; null for a sender, and once the support is counted for another address. */
  async outcomeToken(manager: EntityManager, { id, role }: MailContact): Promise<string | null> {
    if (role !== 'supporter' || !(await this.outcomes.supportOfContact(manager, id))) return null;
    return this.secrets.linkToken('contact-outcome', id);
  }

  /** The follow token that stands in the mails to a sender; from now on it opens the sender's page. */
  async followToken(manager: EntityManager, { id, proposalId }: MailContact): Promise<string> {
    const token = this.secrets.followToken(id);
    await this.followTokens.add(manager, {
      hash: hashToken(token),
      proposalId,
      contactId: id,
      at: this.clock.now(),
    });
    return token;
  }
}
