import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { MailOutbox } from '../platform/mail/mail-outbox.js';
import { NewsMailsRepository } from './news-mails.repository.js';
import { type EventRow, NewsRepository, type Recipient } from './news.repository.js';
import { digestDue, reachOf, subjectOf, topicOf } from './news.rules.js';

/** Turns what happened to a proposal into mails to everybody who is to be told. */
@Injectable()
export class TellNews implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly news: NewsRepository,
    private readonly outbox: MailOutbox,
    private readonly mails: NewsMailsRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.register('proposal-news', ({ eventId }) => this.tell(String(eventId)));
    this.jobs.register('contact-confirmed', ({ contactId }) => this.catchUp(String(contactId)));
  }

  /**
   * Tells the confirmed contacts of the case, senders and supporters, once each; of a question its sender, of a withdrawal those who support
   * what was withdrawn. A repeat tells nobody twice.
   */
  async tell(eventId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const event = await this.news.event(manager, eventId);
      if (!event || !topicOf(event)) return;
      const root = await this.news.root(manager, event.proposalId);
      const recipients = await this.recipients(manager, event, root);
      for (const recipient of recipients) await this.add(manager, recipient, event, root);
      if (event.toStatus === 'duplicate') await this.tellStanding(manager, recipients, root);
    });
  }

  /** Tells somebody who has just confirmed what happened since they left the address. */
  async catchUp(contactId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const contact = await this.news.contact(manager, contactId);
      if (contact?.state !== 'confirmed') return;
      const root = await this.news.root(manager, contact.proposalId);
      for (const event of await this.news.eventsSince(manager, contact)) {
        const isOwn = reachOf(event.type) === 'supporters' && contact.role === 'sender';
        if (topicOf(event) && !isOwn) await this.add(manager, contact, event, root);
      }
      if (root !== contact.proposalId) await this.tellStanding(manager, [contact], root);
    });
  }

  private recipients(
    manager: EntityManager,
    { type, proposalId }: EventRow,
    root: string,
  ): Promise<Recipient[]> {
    switch (reachOf(type)) {
      case 'sender':
        return this.news.sender(manager, proposalId);
      case 'supporters':
        return this.news.supporters(manager, proposalId);
      case 'case':
        return this.news.recipients(manager, root, proposalId);
      case 'proposal':
        return this.news.recipients(manager, proposalId, proposalId);
    }
  }

  /** Tells those who were gathered the answer that their case has already; who knows it hears it no second time. */
  private async tellStanding(
    manager: EntityManager,
    recipients: readonly Recipient[],
    root: string,
  ): Promise<void> {
    const answer = await this.news.standingAnswer(manager, root);
    if (!answer || !topicOf(answer)) return;
    for (const recipient of recipients) await this.add(manager, recipient, answer, root);
  }

  private async add(
    manager: EntityManager,
    { contactId, addressHash }: Recipient,
    event: EventRow,
    root: string,
  ): Promise<void> {
    await this.outbox.lockAddress(manager, addressHash);
    const subject = subjectOf(event, root);
    if (await this.mails.knows(manager, addressHash, subject)) return;
    const mailId =
      (await this.mails.digest(manager, contactId)) ??
      (await this.begin(manager, contactId, addressHash, event.id));
    if (mailId) await this.mails.addNews(manager, { mailId, eventId: event.id, addressHash, subject });
  }

  /** Begins a mail that gathers the news of the next minutes. */
  private begin(
    manager: EntityManager,
    contactId: string,
    addressHash: string,
    eventId: string,
  ): Promise<string | null> {
    const dueAt = digestDue(this.clock.now(), this.config.mailDigestMinutes);
    const cause = `news:${contactId}:${eventId}`;
    return this.outbox.write(manager, { kind: 'news', cause, contactId, addressHash, dueAt });
  }
}
