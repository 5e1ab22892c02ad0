import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { ComposeMail } from './compose-mail.service.js';
import { Mailer, MailNotSent } from './mailer.js';
import { MailsRepository } from './mails.repository.js';
import { sweepMoments } from './news.rules.js';

const task = 'send-mail';

/** Has a mail sent when it is due, in the caller's transaction. */
export async function sendJob(
  jobs: JobRunner,
  manager: EntityManager,
  mailId: string,
  runAt: Date,
): Promise<void> {
  await jobs.enqueue(manager, task, { mailId }, { runAt, jobKey: `mail:${mailId}` });
}

/**
 * Sends what is written down: takes a mail, hands it to the server, and notes that it was taken. While one process has a mail no other
 * takes it. When a process dies in between, the mail is taken again after ten minutes.
 */
@Injectable()
export class SendMail implements OnModuleInit {
  private readonly logger = new Logger('Notifications');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly mails: MailsRepository,
    private readonly compose: ComposeMail,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.jobs.register(task, ({ mailId }) => this.send(String(mailId)));
    this.jobs.cron('look-after-mails', '*/5 * * * *', () => this.lookAfter());
  }

  /**
   * Sends a mail that waits; one that was sent, or is being sent, is left alone.
   * @throws MailNotSent to be tried again later
   */
  async send(mailId: string): Promise<void> {
    const { manager } = this.dataSource;
    const now = this.clock.now();
    const claimed = await this.mails.claim(manager, mailId, now, sweepMoments(now).lostSince);
    if (!claimed) return;
    try {
      const mail = await this.compose.compose(claimed, now);
      if (!mail) {
        await this.mails.end(manager, mailId, 'dropped', now);
        return;
      }
      await this.mailer.send(mail);
    } catch (error) {
      if (!(error instanceof MailNotSent) || error.next === 'retry') {
        await this.mails.giveBack(manager, mailId);
        throw error;
      }
      this.logger.warn({ mailId, message: error.message });
      return this.mails.end(manager, mailId, 'failed', now);
    }
    await this.mails.end(manager, mailId, 'sent', this.clock.now());
  }

  /** Takes up mails whose process died, and gives up those that are no news any more. */
  async lookAfter(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      const moments = sweepMoments(now);
      const givenUp = await this.mails.giveUpStale(manager, moments, now);
      if (givenUp > 0) this.logger.error({ givenUp, message: 'Mails were not taken for 14 days' });
      for (const mailId of await this.mails.lost(manager, moments)) {
        await sendJob(this.jobs, manager, mailId, now);
      }
    });
  }
}
