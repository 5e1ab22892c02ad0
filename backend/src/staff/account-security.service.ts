import type { IssuedLink } from '@lofteskartan/shared/contracts/account-links';
import type { AccountSessions } from '@lofteskartan/shared/contracts/own-account';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { StaffMember } from '../platform/staff-member.js';
import { municipalitiesWith } from './access.rules.js';
import { AccountLinks } from './account-links.service.js';
import { AccountSessionList } from './account-session-list.js';
import { AccountRepository, type LockedAccount } from './account.repository.js';
import { AdminLogRepository, type AdminEvent } from './admin-log.repository.js';
import { accountRefusal } from './grant.rules.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SessionRepository } from './session.repository.js';
import { StaffMails } from './staff-mails.service.js';

/** What administrators do about how somebody gets in: invitations, resets and sessions. */
@Injectable()
export class AccountSecurity {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly accounts: AccountRepository,
    private readonly links: AccountLinks,
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionRepository,
    private readonly list: AccountSessionList,
    private readonly log: AdminLogRepository,
    private readonly mails: StaffMails,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Invites somebody again; the earlier link holds no longer.
   * @throws Refused `account.canSignIn` when there is no need to
   */
  async invite(staff: StaffMember, accountId: string, key: string): Promise<Reply<IssuedLink>> {
    return this.once(`POST /accounts/${accountId}/invitations`, staff, key, async (manager) => {
      const { email, hasPassword, hasIdentity } = await this.theirs(manager, staff, accountId);
      if (hasPassword || hasIdentity) throw new Refused('account.canSignIn');
      await this.note(manager, staff, accountId, 'account.invited');
      return this.links.issue(manager, { accountId, email }, 'invitation', 'sv');
    });
  }

  /** Takes an invitation back. @throws Refused `not.found` when there is none */
  async revokeInvitation(staff: StaffMember, accountId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.theirs(manager, staff, accountId);
      if (!(await this.links.revoke(manager, accountId, 'invitation'))) throw new Refused('not.found');
      await this.note(manager, staff, accountId, 'account.invitation-revoked');
    });
  }

  /**
   * Sends somebody a link to choose a new password, or hands it over.
   * @throws Refused `password.none` when the person has none here, `passwords.off`
   */
  async resetPassword(staff: StaffMember, accountId: string, key: string): Promise<Reply<IssuedLink>> {
    if (!this.config.localPasswords) throw new Refused('passwords.off');
    return this.once(`POST /accounts/${accountId}/password-resets`, staff, key, async (manager) => {
      const { email, hasPassword } = await this.theirs(manager, staff, accountId);
      if (!hasPassword) throw new Refused('password.none');
      await this.note(manager, staff, accountId, 'password.reset-issued');
      return this.links.issue(manager, { accountId, email }, 'password-reset', 'sv');
    });
  }

  /**
   * Takes somebody's second factor away, for whoever has lost the phone and the codes; ends every session and tells the person.
   * @throws Refused `secondFactor.off` when there is none
   */
  async resetSecondFactor(staff: StaffMember, accountId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { email } = await this.theirs(manager, staff, accountId);
      if (accountId === staff.accountId) throw new Refused('account.own');
      if (!(await this.factors.remove(manager, accountId))) throw new Refused('secondFactor.off');
      await this.sessions.endAllOf(manager, accountId);
      const at = await this.note(manager, staff, accountId, 'second-factor.reset');
      await this.mails.tell(manager, 'secondFactorReset', { accountId, email, at });
    });
  }

  /** Somebody's sessions that run. */
  async sessionsOf(staff: StaffMember, accountId: string): Promise<AccountSessions> {
    return this.dataSource.transaction(async (manager) => {
      await this.theirs(manager, staff, accountId);
      return this.list.of(manager, accountId, null);
    });
  }

  /** Ends one of somebody's sessions. */
  async endSession(staff: StaffMember, accountId: string, sessionId: string): Promise<void> {
    await this.dataSource.transaction((manager) => this.theirs(manager, staff, accountId));
    await this.list.endOne(accountId, sessionId, staff.accountId);
  }

  /** Ends all of somebody's sessions. */
  async endSessions(staff: StaffMember, accountId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.theirs(manager, staff, accountId);
      await this.sessions.endAllOf(manager, accountId);
      await this.note(manager, staff, accountId, 'sessions.ended');
    });
  }

  /**
   * An account that the administrator looks after alone, locked.
   * @throws Refused `not.found` for accounts of other municipalities, `account.shared` for those that work elsewhere as well
   */
  private async theirs(
    manager: EntityManager,
    staff: StaffMember,
    accountId: string,
  ): Promise<LockedAccount> {
    const account = await this.accounts.lock(manager, accountId);
    const refusal = accountRefusal({
      isOwn: accountId === staff.accountId,
      changesAccount: true,
      deactivates: false,
      changesMemberships: false,
      ofInstallation: account?.isInstallationAdmin ?? false,
      byInstallation: staff.isInstallationAdmin === true,
      municipalityIds: account?.municipalityIds ?? [],
      administered: municipalitiesWith(staff, ['admin']),
    });
    if (refusal || !account) throw new Refused(refusal ?? 'not.found');
    return account;
  }

  private once(
    route: string,
    staff: StaffMember,
    key: string,
    work: (manager: EntityManager) => Promise<IssuedLink>,
  ): Promise<Reply<IssuedLink>> {
    return this.idempotency.run({
      key,
      route,
      caller: staff.accountId,
      body: null,
      work: async (manager) => new Reply(201, await work(manager)),
    });
  }

  private async note(
    manager: EntityManager,
    { accountId: actorAccountId }: StaffMember,
    subjectId: string,
    type: AdminEvent['type'],
  ): Promise<Date> {
    const at = this.clock.now();
    await this.log.append(manager, { at, actorAccountId, type, subjectId, changes: {} });
    return at;
  }
}
