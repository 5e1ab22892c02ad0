import type { AccountSessions, OwnAccount } from '@lofteskartan/shared/contracts/own-account';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import { hashToken } from '../platform/security/tokens.js';
import type { StaffMember } from '../platform/staff-member.js';
import { AccountSessionList } from './account-session-list.js';
import { AccountViewRepository } from './account-view.repository.js';
import { AccountRepository } from './account.repository.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { IdentityRepository } from './identity.repository.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SessionRepository } from './session.repository.js';
import { needsSecondFactor } from './session.rules.js';

/** One's own account: what it is, its name and its sessions. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountRepository,
    private readonly views: AccountViewRepository,
    private readonly factors: SecondFactorRepository,
    private readonly identities: IdentityRepository,
    private readonly sessions: SessionRepository,
    private readonly list: AccountSessionList,
    private readonly log: AdminLogRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async read({ accountId, memberships, isInstallationAdmin }: StaffMember): Promise<OwnAccount> {
    const { manager } = this.dataSource;
    const account = await this.views.credentialsOf(manager, accountId);
    if (!account) throw new Refused('session.required');
    const { since, recoveryCodesLeft } = await this.factors.state(manager, accountId);
    const identities = await this.identities.ofAccount(manager, accountId);
    const roles = memberships.map(({ role }) => role);
    return {
      name: account.name,
      email: account.email,
      hasPassword: this.config.localPasswords && account.passwordHash !== null,
      secondFactor: {
        since: since?.toISOString() ?? null,
        required: needsSecondFactor({ roles, isInstallationAdmin, demo: this.config.demo }),
        recoveryCodesLeft,
      },
      identities: identities.map(({ issuerId, linkedAt }) => ({
        issuer: issuerId,
        name: this.list.serviceName(issuerId) ?? issuerId,
        linkedAt: linkedAt.toISOString(),
      })),
    };
  }

  async rename(staff: StaffMember, name: string): Promise<OwnAccount> {
    await this.dataSource.transaction(async (manager) => {
      const at = this.clock.now();
      await this.accounts.change(manager, staff.accountId, { name }, at);
      await this.log.append(manager, {
        at,
        actorAccountId: staff.accountId,
        type: 'account.changed',
        subjectId: staff.accountId,
        changes: { before: { name: staff.name }, after: { name } },
      });
    });
    return this.read(staff);
  }

  /** One's own sessions that run. */
  sessionsOf({ accountId }: StaffMember, token: string): Promise<AccountSessions> {
    return this.list.of(this.dataSource.manager, accountId, hashToken(token));
  }

  /**
   * Ends one of one's own sessions.
   * @throws Refused `not.found` when it is somebody else's, or has ended
   */
  async endSession({ accountId }: StaffMember, sessionId: string): Promise<void> {
    await this.list.endOne(accountId, sessionId, accountId);
  }

  /** Ends all of one's own sessions but the one that asks. */
  async endOtherSessions({ accountId }: StaffMember, token: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const ended = await this.sessions.endOthers(manager, accountId, hashToken(token));
      await this.log.append(manager, {
        at: this.clock.now(),
        actorAccountId: accountId,
        type: 'sessions.ended',
        subjectId: accountId,
        changes: { ended },
      });
    });
  }
}
