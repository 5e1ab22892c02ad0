import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { JobRunner } from '../jobs/job-runner.js';
import { MailOutbox, sendMailTask } from './mail-outbox.js';
import { sweepMoments } from './mail-sending.rules.js';
import { Mailer, MailNotSent } from './mailer.js';
import { MailsRepository } from './mails.repository.js';

/**
 * Sends what is written down: takes a mail, hands it to the server, and notes that it was taken. While one process has a mail no other
 * takes it. When a process dies in between, the mail is taken again after ten minutes.
 */
@Injectable()
export class SendMail implements OnModuleInit {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly mails: MailsRepository,
    private readonly outbox: MailOutbox,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.jobs.register(sendMailTask, ({ mailId }) => this.send(String(mailId)));
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
      const mail = await this.outbox.composerOf(claimed)(claimed, now);
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
        await this.outbox.send(manager, mailId, now);
      }
    });
  }
}
