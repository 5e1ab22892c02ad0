import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { MailOutbox } from '../platform/mail/mail-outbox.js';
import { NewsRepository } from './news.repository.js';
import { allowanceSince, mailAllowance } from './news.rules.js';

/** A mail that somebody asked for. */
interface AskedMail {
  readonly kind: keyof typeof mailAllowance;
  readonly cause: string;
  readonly contactId: string;
  readonly linkId?: string;
  readonly addressHash: string;
}

/** Writes the mails that somebody asked for: to confirm an address, and with a link to one's own proposals. */
@Injectable()
export class AskByMail implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly news: NewsRepository,
    private readonly outbox: MailOutbox,
  ) {}

  onModuleInit(): void {
    this.jobs.register('confirm-contact', ({ contactId }) => this.confirm(String(contactId)));
    this.jobs.register('own-proposal-link', ({ linkId }) => this.ownProposals(String(linkId)));
  }

  /** Asks whether an address is theirs, once for each time that it was given. */
  async confirm(contactId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const contact = await this.news.contact(manager, contactId);
      if (contact?.state !== 'unconfirmed') return;
      const { addressHash, askedAt } = contact;
      const cause = `confirm:${contactId}:${askedAt.getTime()}`;
      await this.write(manager, { kind: 'confirm', cause, contactId, addressHash });
    });
  }

  /** Sends a link to whoever is known as a confirmed sender; nobody else learns of it. */
  async ownProposals(linkId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const sender = await this.news.senderOfLink(manager, linkId);
      if (!sender) return;
      await this.write(manager, { kind: 'own-proposals', cause: `own:${linkId}`, linkId, ...sender });
    });
  }

  /** Nobody can have an address flooded: what is more than the allowance is not written. */
  private write(manager: EntityManager, mail: AskedMail): Promise<void> {
    const { mails } = mailAllowance[mail.kind];
    const since = allowanceSince(mail.kind, this.clock.now());
    return this.outbox.writeWithin(manager, { mails, since }, mail);
  }
}
