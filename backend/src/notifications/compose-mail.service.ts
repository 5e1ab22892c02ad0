import type { Language, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { ContactSecrets } from '../proposals/contact-secrets.js';
import { MailContacts, type MailContact } from '../proposals/mail-contacts.service.js';
import { htmlText, plainText } from '../platform/mail/mail-text.js';
import { speak } from './mail-words.js';
import { MailOutbox, type ClaimedMail } from '../platform/mail/mail-outbox.js';
import type { OutgoingMail } from '../platform/mail/mailer.js';
import { confirmLetter, newsLetter, ownProposalsLetter, type Letter, type LetterFacts } from './letters.js';
import { stockholmDate } from '../platform/dates.js';
import { confirmUntil } from '../proposals/contact.rules.js';
import { NewsRepository } from './news.repository.js';
import { stillTold } from './news.rules.js';

/** What a mail about a proposal is for. */
type MailKind = 'confirm' | 'news' | 'own-proposals';

/** Puts the mails about proposals together when they are sent: nothing of them is stored. */
@Injectable()
export class ComposeMail implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly contacts: MailContacts,
    private readonly secrets: ContactSecrets,
    private readonly news: NewsRepository,
    private readonly outbox: MailOutbox,
  ) {}

  onModuleInit(): void {
    for (const kind of ['confirm', 'news', 'own-proposals'] as const)
      this.outbox.composeWith(kind, (claimed, now) => this.compose(kind, claimed, now));
  }

  /** The mail, or null when it is not to be sent any more: stopped, confirmed in the meantime, or the proposal is gone. */
  private compose(kindOfMail: MailKind, claimed: ClaimedMail, now: Date): Promise<OutgoingMail | null> {
    return this.dataSource.transaction(async (manager) => {
      const contact = claimed.contactId && (await this.contacts.open(manager, claimed.contactId));
      const proposal = contact && (await this.news.proposal(manager, contact.proposalId));
      if (!contact || !proposal) return null;
      const { kind, status } = proposal;
      const facts = { contact, kind, page: `${this.config.publicUrl}/${contact.municipality}` };
      switch (kindOfMail) {
        case 'confirm':
          return contact.state === 'unconfirmed' ? this.confirmMail(manager, claimed, facts) : null;
        case 'own-proposals':
          return this.ownProposals(manager, claimed, facts, now);
        case 'news':
          return contact.state === 'confirmed' ? this.newsMail(manager, claimed, facts, status) : null;
      }
    });
  }

  private async confirmMail(
    manager: EntityManager,
    claimed: ClaimedMail,
    facts: LetterFacts,
  ): Promise<OutgoingMail | null> {
    const { contact } = facts;
    const standing = await this.news.contact(manager, contact.id);
    if (!standing) return null;
    const letter = confirmLetter(facts, stockholmDate(confirmUntil(standing)));
    return this.post(claimed, contact, contact.language, letter);
  }

  private async ownProposals(
    manager: EntityManager,
    claimed: ClaimedMail,
    facts: LetterFacts,
    now: Date,
  ): Promise<OutgoingMail | null> {
    const { linkId } = claimed;
    const language = linkId && (await this.news.linkLanguage(manager, linkId, now));
    if (!linkId || !language) return null;
    const letter = ownProposalsLetter(facts, this.secrets.ownProposalsToken(linkId), language);
    return this.post(claimed, facts.contact, language, letter);
  }

  private async newsMail(
    manager: EntityManager,
    claimed: ClaimedMail,
    facts: LetterFacts,
    status: ProposalStatus,
  ): Promise<OutgoingMail | null> {
    const { contact } = facts;
    const all = await this.news.news(manager, claimed.id, contact.language);
    const items = stillTold(all, status, contact.role);
    if (items.length === 0) return null;
    const followToken = contact.role === 'sender' ? await this.contacts.followToken(manager, contact) : null;
    const outcomeToken = await this.contacts.outcomeToken(manager, contact);
    const letter = newsLetter(facts, items, { followToken, outcomeToken });
    return this.post(claimed, contact, contact.language, letter);
  }

  private post(
    { id, kind }: ClaimedMail,
    contact: MailContact,
    language: Language,
    { subject, blocks }: Letter,
  ): OutgoingMail {
    const stop = `${this.config.publicUrl}/api/v1/contact-stops/${contact.stopToken}`;
    return {
      id,
      to: contact.email,
      fromName: speak(language)('sender'),
      subject,
      text: plainText(blocks),
      html: htmlText(language, subject, blocks),
      oneClickStop: kind === 'own-proposals' ? null : stop,
    };
  }
}
