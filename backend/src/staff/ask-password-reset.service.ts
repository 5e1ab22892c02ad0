import type { AskPasswordReset } from '@lofteskartan/shared/contracts/account-links';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { Refused } from '../platform/problem/refused.js';
import { Secrets } from '../platform/security/secrets.js';
import { AccountLinks } from './account-links.service.js';
import { AccountViewRepository } from './account-view.repository.js';

/** How often one address is sent a link within an hour, whoever asks. */
const resetsAnHour = 3;
const hourMs = 3_600_000;
const task = 'ask-password-reset';

/** Sends whoever has forgotten the password a link to choose a new one. */
@Injectable()
export class AskPasswordResetService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: AccountLinks,
    private readonly views: AccountViewRepository,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.register(task, ({ sealed, language }) =>
      this.send(String(sealed), language === 'en' ? 'en' : 'sv'),
    );
  }

  /**
   * Has a link sent to an address if it is somebody's. A job looks whose it is, so that the answer, and the time that it takes, are the
   * same whoever it is.
   * @throws Refused `passwords.off`
   */
  async ask({ email, language }: AskPasswordReset): Promise<void> {
    if (!this.config.localPasswords) throw new Refused('passwords.off');
    if (this.config.smtpUrl === null) return;
    const sealed = this.secrets.seal('account-link', email.trim()).toString('base64url');
    await this.dataSource.transaction((manager) => this.jobs.enqueue(manager, task, { sealed, language }));
  }

  private async send(sealed: string, language: Language): Promise<void> {
    const email = this.secrets.open('account-link', Buffer.from(sealed, 'base64url'));
    if (email === null) return;
    await this.dataSource.transaction(async (manager) => {
      const account = await this.views.credentials(manager, email);
      // Who has never chosen a password has an invitation, or signs in with a service.
      if (!account?.active || account.passwordHash === null) return;
      const hourAgo = new Date(this.clock.now().getTime() - hourMs);
      if ((await this.links.issuedSince(manager, account.id, hourAgo)) >= resetsAnHour) return;
      const to = { accountId: account.id, email: account.email };
      await this.links.issue(manager, to, 'password-reset', language);
    });
  }
}
