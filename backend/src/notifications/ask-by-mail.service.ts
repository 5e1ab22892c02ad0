import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { MailsRepository, type NewMail } from './mails.repository.js';
import { NewsRepository } from './news.repository.js';
import { allowanceSince, mailAllowance } from './news.rules.js';
import { sendJob } from './send-mail.service.js';

/** Writes the mails that somebody asked for: to confirm an address, and with a link to one's own proposals. */
@Injectable()
export class AskByMail implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly news: NewsRepository,
    private readonly mails: MailsRepository,
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
  private async write(
    manager: EntityManager,
    mail: Omit<NewMail, 'dueAt' | 'createdAt'> & { readonly kind: keyof typeof mailAllowance },
  ): Promise<void> {
    const now = this.clock.now();
    const { kind, addressHash } = mail;
    await this.mails.lockAddress(manager, addressHash);
    const written = await this.mails.count(manager, addressHash, kind, allowanceSince(kind, now));
    if (written >= mailAllowance[kind].mails) return;
    const id = await this.mails.insert(manager, { ...mail, dueAt: now, createdAt: now });
    if (id) await sendJob(this.jobs, manager, id, now);
  }
}
