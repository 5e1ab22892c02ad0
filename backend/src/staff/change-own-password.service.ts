import type { ChangeOwnPassword } from '@lofteskartan/shared/contracts/own-account';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { RateLimits } from '../platform/rate-limits/rate-limits.js';
import { hashToken } from '../platform/security/tokens.js';
import type { StaffMember } from '../platform/staff-member.js';
import { AccountViewRepository } from './account-view.repository.js';
import { AccountRepository } from './account.repository.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { Passwords } from './passwords.service.js';
import { SessionRepository } from './session.repository.js';
import { StaffMails } from './staff-mails.service.js';
import { StartSession } from './start-session.service.js';

/** Changes one's own password. */
@Injectable()
export class ChangeOwnPasswordService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountRepository,
    private readonly views: AccountViewRepository,
    private readonly sessions: SessionRepository,
    private readonly starting: StartSession,
    private readonly log: AdminLogRepository,
    private readonly mails: StaffMails,
    private readonly passwords: Passwords,
    private readonly rateLimits: RateLimits,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes the password, ends all other sessions and gives this one a new token.
   * @returns the token for the cookie
   * @throws Refused `password.none`, `passwords.off`, or `input.invalid` when the current one is wrong or the new one is not taken
   */
  async change(staff: StaffMember, token: string, given: ChangeOwnPassword): Promise<string> {
    if (!this.config.localPasswords) throw new Refused('passwords.off');
    await this.demandCurrent(staff.accountId, given.current);
    this.passwords.demandGood(given.password, staff);
    const passwordHash = await this.passwords.hash(given.password);
    const { accountId, email } = staff;
    return this.dataSource.transaction(async (manager) => {
      const at = this.clock.now();
      await this.accounts.change(manager, accountId, { passwordHash }, at);
      await this.sessions.endOthers(manager, accountId, hashToken(token));
      await this.log.append(manager, {
        at,
        actorAccountId: accountId,
        type: 'password.changed',
        subjectId: accountId,
        changes: {},
      });
      await this.mails.tell(manager, 'passwordChanged', { accountId, email, at });
      return this.starting.rotate(manager, token);
    });
  }

  private async demandCurrent(accountId: string, current: string): Promise<void> {
    const found = await this.views.credentialsOf(this.dataSource.manager, accountId);
    if (!found?.passwordHash) throw new Refused('password.none');
    await this.rateLimits.consume('own-password', accountId);
    if (!(await this.passwords.matches(found.passwordHash, current))) {
      throw invalidField('current', 'passwordWrong');
    }
    await this.rateLimits.forgive('own-password', accountId);
  }
}
