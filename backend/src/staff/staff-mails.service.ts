import type { AccountLinkPurpose } from '@lofteskartan/shared/contracts/account-links';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { MailOutbox, type ClaimedMail } from '../platform/mail/mail-outbox.js';
import { htmlText, plainText } from '../platform/mail/mail-text.js';
import type { OutgoingMail } from '../platform/mail/mailer.js';
import { Secrets } from '../platform/security/secrets.js';
import { AccountLinkRepository } from './account-link.repository.js';
import { AccountViewRepository } from './account-view.repository.js';
import { LinkAddresses } from './link-addresses.js';
import { linkLetter, noticeLetter, type Notice, type StaffLetter } from './staff-letters.js';

/** A mail about a link: its kind names what it is for. */
const linkKinds = { invitation: 'staff-invitation', 'password-reset': 'staff-password-reset' } as const;

const noticeKinds = ['staff-second-factor-reset', 'staff-password-changed'] as const;

/** Mails to staff about their own accounts. Nothing of them is stored; each is put together when it is sent. */
@Injectable()
export class StaffMails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: AccountLinkRepository,
    private readonly accounts: AccountViewRepository,
    private readonly addresses: LinkAddresses,
    private readonly outbox: MailOutbox,
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    for (const kind of Object.values(linkKinds))
      this.outbox.composeWith(kind, (claimed, now) => this.linkMail(claimed, now));
    for (const kind of noticeKinds)
      this.outbox.composeWith(kind, (claimed) =>
        this.noticeMail(claimed, kind === 'staff-password-changed' ? 'passwordChanged' : 'secondFactorReset'),
      );
  }

  /** Writes the mail with a link. @returns whether this installation sends mail */
  async sendLink(
    manager: EntityManager,
    { id, purpose }: { readonly id: string; readonly purpose: AccountLinkPurpose },
    email: string,
  ): Promise<boolean> {
    return this.write(manager, linkKinds[purpose], `account-link:${id}`, id, email);
  }

  /** Tells somebody what has happened to their account, in case it was not they who did it. */
  async tell(
    manager: EntityManager,
    notice: Notice,
    { accountId, email, at }: { readonly accountId: string; readonly email: string; readonly at: Date },
  ): Promise<void> {
    const kind = notice === 'passwordChanged' ? 'staff-password-changed' : 'staff-second-factor-reset';
    await this.write(manager, kind, `${kind}:${accountId}:${at.getTime()}`, accountId, email);
  }

  private async write(
    manager: EntityManager,
    kind: string,
    cause: string,
    subjectId: string,
    email: string,
  ): Promise<boolean> {
    if (this.config.smtpUrl === null) return false;
    const addressHash = this.secrets.pseudonym('contact', email.trim().toLowerCase());
    await this.outbox.write(manager, { kind, cause, subjectId, addressHash });
    return true;
  }

  private async linkMail(claimed: ClaimedMail, now: Date): Promise<OutgoingMail | null> {
    const { manager } = this.dataSource;
    const link = claimed.subjectId && (await this.links.find(manager, claimed.subjectId));
    if (!link || link.endedAt || link.expiresAt <= now || !link.active) return null;
    return this.post(claimed, link.email, link.language, linkLetter(link, this.addresses.addressOf(link)));
  }

  private async noticeMail(claimed: ClaimedMail, notice: Notice): Promise<OutgoingMail | null> {
    const { manager } = this.dataSource;
    const account = claimed.subjectId && (await this.accounts.credentialsOf(manager, claimed.subjectId));
    if (!account) return null;
    const letter = noticeLetter(notice, account.name, `${this.config.publicUrl}/arbete/mitt-konto`);
    return this.post(claimed, account.email, 'sv', letter);
  }

  private post(
    { id }: ClaimedMail,
    to: string,
    language: string,
    { fromName, subject, blocks }: StaffLetter,
  ): OutgoingMail {
    const [text, html] = [plainText(blocks), htmlText(language, subject, blocks)];
    return { id, to, fromName, subject, text, html, oneClickStop: null };
  }
}
