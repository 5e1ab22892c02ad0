import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config/config.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import {
  QuestionContactRepository,
  type QuestionContactRecord,
  type QuestionRecipient,
} from './question-contact.repository.js';
import { audienceOf, isNews, type QuestionNews } from './question.rules.js';

/** Something that people are told of a question. */
interface News {
  readonly eventId: string;
  readonly questionId: string;
  readonly type: QuestionNews;
  /** Whether it comes with an answer that was given before. */
  readonly isAnswered?: boolean;
}

/** Writes to those who asked and those who support, in the transaction in which something happened: each address once of each thing. */
@Injectable()
export class TellQuestionNews {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: MailOutbox,
    private readonly contacts: QuestionContactRepository,
  ) {}

  /** Tells those whom it concerns; the mail leaves a while later, so that staff can take back what was a mistake. */
  async tell(manager: EntityManager, news: News): Promise<void> {
    const audience = audienceOf(news.type, news.isAnswered);
    const recipients = await this.contacts.recipients(manager, news.questionId, audience);
    for (const recipient of recipients) await this.write(manager, news.eventId, recipient);
  }

  /** Tells somebody who has just confirmed an address what happened since it was left. */
  async tellMissed(
    manager: EntityManager,
    { id: contactId, addressHash, role, createdAt }: QuestionContactRecord,
    leaders: readonly string[],
  ): Promise<void> {
    for (const { id, type } of await this.contacts.eventsSince(manager, leaders, createdAt))
      if (isNews(type) && (role === 'sender' || audienceOf(type) !== 'sender'))
        await this.write(manager, id, { contactId, addressHash });
  }

  private async write(
    manager: EntityManager,
    eventId: string,
    { contactId, addressHash }: QuestionRecipient,
  ): Promise<void> {
    const id = randomUUID();
    if (!(await this.contacts.tell(manager, { id, eventId, contactId, addressHash }))) return;
    const dueAt = new Date(this.clock.now().getTime() + this.config.mailDigestMinutes * 60_000);
    const kind = 'question-news';
    await this.outbox.write(manager, { kind, cause: `${kind}:${id}`, subjectId: id, addressHash, dueAt });
  }
}
