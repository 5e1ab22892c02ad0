import type { Session } from '@lofteskartan/shared/contracts/staff';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { Refused } from '../platform/problem/refused.js';
import { hashToken } from '../platform/security/tokens.js';
import type { StaffMember } from '../platform/staff-member.js';
import { AccountViewRepository } from './account-view.repository.js';
import { SessionRepository, type RunningSession } from './session.repository.js';
import { idleSince, mustSetUpSecondFactor, secondsLeft } from './session.rules.js';

/** A session's `seen_at` is written at most this often, so that a read does not become a write. */
const touchEveryMs = 60_000;

/** Sessions that run. */
@Injectable()
export class Sessions implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: SessionRepository,
    private readonly accounts: AccountViewRepository,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-ended-sessions', '41 * * * *', async () => {
      await this.forgetEnded();
    });
  }

  /**
   * Who holds the token of a running session of an active account, and whether a second factor has to be set up before anything else;
   * or null. Notes that the session is in use, unless the call comes from a page that nobody is at.
   */
  async holderOf(
    token: string,
    { inUse }: { readonly inUse: boolean },
  ): Promise<{ staff: StaffMember; mustSetUp: boolean } | null> {
    const now = this.clock.now();
    const { manager } = this.dataSource;
    const tokenHash = hashToken(token);
    const found = await this.repository.running(manager, tokenHash, now, idleSince(this.config, now));
    if (!found) return null;
    if (inUse && now.getTime() - found.seenAt.getTime() >= touchEveryMs) {
      await this.repository.touch(manager, tokenHash, now);
    }
    return { staff: found.staff, mustSetUp: this.mustSetUp(found) };
  }

  /**
   * Who is signed in, and as what.
   * @throws Refused `session.required` when the session has just ended
   */
  async current(token: string): Promise<Session> {
    const found = await this.accounts.session(this.dataSource.manager, hashToken(token));
    if (!found) throw new Refused('session.required');
    const { accountId, name, email, installationAdmin, memberships, expiresAt } = found;
    return {
      accountId,
      name,
      email,
      installationAdmin,
      memberships,
      expiresAt: expiresAt.toISOString(),
      idleMinutes: this.config.sessionIdleMinutes,
      secondsLeft: secondsLeft(this.config, found, this.clock.now()),
      mustSetUpSecondFactor: this.mustSetUp({
        ...found,
        staff: { memberships, isInstallationAdmin: installationAdmin },
      }),
    };
  }

  /** Removes sessions that are over; returns how many. */
  forgetEnded(): Promise<number> {
    const now = this.clock.now();
    return this.repository.forgetEnded(this.dataSource.manager, now, idleSince(this.config, now));
  }

  private mustSetUp({
    staff,
    hasSecondFactor,
    issuerId,
  }: Pick<RunningSession, 'hasSecondFactor' | 'issuerId'> & {
    readonly staff: {
      readonly memberships: readonly { readonly role: Role }[];
      readonly isInstallationAdmin?: boolean;
    };
  }): boolean {
    return mustSetUpSecondFactor({
      roles: staff.memberships.map(({ role }) => role),
      isInstallationAdmin: staff.isInstallationAdmin,
      hasSecondFactor,
      throughService: issuerId !== null,
      demo: this.config.demo,
    });
  }
}
