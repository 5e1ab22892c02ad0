import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { MailOutbox } from '../platform/mail/mail-outbox.js';
import { NewsRepository } from './news.repository.js';
import { allowanceSince, mailAllowance } from './news.rules.js';

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

  /** Asks whether an address is theirs, once for each time that it was given; more than the allowance are asked later. */
  async confirm(contactId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const contact = await this.news.contact(manager, contactId);
      if (contact?.state !== 'unconfirmed') return;
      const { addressHash, askedAt } = contact;
      const cause = `confirm:${contactId}:${askedAt.getTime()}`;
      await this.outbox.writeSpaced(manager, this.allowance('confirm'), {
        kind: 'confirm',
        cause,
        contactId,
        addressHash,
      });
    });
  }

  /** Sends a link to whoever is known as a confirmed sender; nobody else learns of it. */
  async ownProposals(linkId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const sender = await this.news.senderOfLink(manager, linkId);
      if (!sender) return;
      await this.outbox.writeWithin(manager, this.allowance('own-proposals'), {
        kind: 'own-proposals',
        cause: `own:${linkId}`,
        linkId,
        ...sender,
      });
    });
  }

  /** Nobody can have an address flooded. */
  private allowance(kind: keyof typeof mailAllowance): { mails: number; since: Date } {
    return { mails: mailAllowance[kind].mails, since: allowanceSince(kind, this.clock.now()) };
  }
}
