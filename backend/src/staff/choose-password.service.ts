import type { ChoosePassword } from '@lofteskartan/shared/contracts/account-links';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import { AccountLinks } from './account-links.service.js';
import { AccountRepository } from './account.repository.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { Passwords } from './passwords.service.js';
import { SessionRepository } from './session.repository.js';
import { StaffMails } from './staff-mails.service.js';

/** Chooses a password by a link: the first one of an invitation, or a new one for one that was forgotten. */
@Injectable()
export class ChoosePasswordService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: AccountLinks,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly log: AdminLogRepository,
    private readonly mails: StaffMails,
    private readonly passwords: Passwords,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets the password of the account that a link is for, uses the link up and ends every session.
   * @throws Refused `mailLink.wrong`, `mailLink.used`, `passwords.off`, or `input.invalid` when the password is not taken
   */
  async choose({ token, password }: ChoosePassword): Promise<void> {
    if (!this.config.localPasswords) throw new Refused('passwords.off');
    const person = await this.links.holding(this.dataSource.manager, token);
    this.passwords.demandGood(password, person);
    const passwordHash = await this.passwords.hash(password);
    await this.dataSource.transaction(async (manager) => {
      const { accountId, email, purpose } = await this.links.use(manager, token);
      const at = this.clock.now();
      const isInvitation = purpose === 'invitation';
      // Whichever link was not used must not change the password that was just chosen.
      await this.links.revoke(manager, accountId, isInvitation ? 'password-reset' : 'invitation');
      await this.accounts.change(manager, accountId, { passwordHash }, at);
      await this.sessions.endAllOf(manager, accountId);
      await this.log.append(manager, {
        at,
        actorAccountId: accountId,
        type: isInvitation ? 'account.invitation-used' : 'password.reset',
        subjectId: accountId,
        changes: { with: 'password' },
      });
      if (!isInvitation) await this.mails.tell(manager, 'passwordChanged', { accountId, email, at });
    });
  }
}
