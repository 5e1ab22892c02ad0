import type { RecoveryCodes, SecondFactorSecret } from '@lofteskartan/shared/contracts/own-account';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import { RateLimits } from '../platform/rate-limits/rate-limits.js';
import { Secrets } from '../platform/security/secrets.js';
import { hashToken } from '../platform/security/tokens.js';
import type { StaffMember } from '../platform/staff-member.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecondFactors } from './second-factors.service.js';
import { SessionRepository } from './session.repository.js';
import { needsSecondFactor } from './session.rules.js';
import { StartSession } from './start-session.service.js';
import { newTotpSecret, totpUri } from './totp.js';

/** One's own second factor: set up, renewed, switched off. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly factors: SecondFactorRepository,
    private readonly codes: SecondFactors,
    private readonly sessions: SessionRepository,
    private readonly starting: StartSession,
    private readonly log: AdminLogRepository,
    private readonly rateLimits: RateLimits,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a secret that waits for its first code.
   * @throws Refused `secondFactor.on` when there is one that is confirmed
   */
  async begin({ accountId, email }: StaffMember): Promise<SecondFactorSecret> {
    const secret = newTotpSecret();
    await this.dataSource.transaction(async (manager) => {
      const before = await this.factors.lock(manager, accountId);
      if (before?.confirmedAt) throw new Refused('secondFactor.on');
      const sealed = this.secrets.seal('second-factor', secret, accountId);
      await this.factors.begin(manager, accountId, sealed, this.clock.now());
    });
    return { secret, uri: totpUri(secret, email) };
  }

  /**
   * Switches the second factor on with a first code, ends all other sessions and gives this one a new token.
   * @throws Refused `secondFactor.off` when none was begun, `secondFactor.on`, `secondFactor.wrong`
   */
  async confirm(
    { accountId }: StaffMember,
    token: string,
    code: string,
  ): Promise<{ token: string; codes: RecoveryCodes }> {
    return this.counted(accountId, async (manager) => {
      const begun = await this.factors.lock(manager, accountId);
      if (!begun) throw new Refused('secondFactor.off');
      if (begun.confirmedAt) throw new Refused('secondFactor.on');
      const now = this.clock.now();
      if (!(await this.codes.acceptsStep(manager, accountId, code, now))) {
        throw new Refused('secondFactor.wrong');
      }
      await this.factors.confirm(manager, accountId, now);
      const codes = await this.codes.newRecoveryCodes(manager, accountId);
      await this.sessions.endOthers(manager, accountId, hashToken(token));
      await this.note(manager, accountId, 'second-factor.on', now);
      return { token: await this.starting.rotate(manager, token), codes: { codes } };
    });
  }

  /**
   * Makes new recovery codes; older ones hold no longer.
   * @throws Refused `secondFactor.off`, `secondFactor.wrong`
   */
  async renewCodes({ accountId }: StaffMember, code: string): Promise<RecoveryCodes> {
    return this.counted(accountId, async (manager) => {
      const now = this.clock.now();
      await this.demand(manager, accountId, code, now);
      await this.note(manager, accountId, 'recovery-codes.renewed', now);
      return { codes: await this.codes.newRecoveryCodes(manager, accountId) };
    });
  }

  /**
   * Switches the second factor off, ends all other sessions and gives this one a new token.
   * @throws Refused `secondFactor.mandatory` for administrators, `secondFactor.off`, `secondFactor.wrong`
   */
  async switchOff(staff: StaffMember, token: string, code: string): Promise<string> {
    const { accountId, memberships, isInstallationAdmin } = staff;
    const roles = memberships.map(({ role }) => role);
    if (needsSecondFactor({ roles, isInstallationAdmin, demo: this.config.demo }))
      throw new Refused('secondFactor.mandatory');
    return this.counted(accountId, async (manager) => {
      const now = this.clock.now();
      await this.demand(manager, accountId, code, now);
      await this.factors.remove(manager, accountId);
      await this.sessions.endOthers(manager, accountId, hashToken(token));
      await this.note(manager, accountId, 'second-factor.off', now);
      return this.starting.rotate(manager, token);
    });
  }

  private async demand(manager: EntityManager, accountId: string, code: string, now: Date): Promise<void> {
    const factor = await this.factors.lock(manager, accountId);
    if (!factor?.confirmedAt) throw new Refused('secondFactor.off');
    if (!(await this.codes.accepts(manager, accountId, code, now))) throw new Refused('secondFactor.wrong');
  }

  /** Somebody at a computer that was left open must not try out codes. */
  private async counted<Result>(
    accountId: string,
    work: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    await this.rateLimits.consume('second-factor', accountId);
    const result = await this.dataSource.transaction(work);
    await this.rateLimits.forgive('second-factor', accountId);
    return result;
  }

  private note(
    manager: EntityManager,
    accountId: string,
    type: 'second-factor.on' | 'second-factor.off' | 'recovery-codes.renewed',
    at: Date,
  ): Promise<void> {
    return this.log.append(manager, {
      at,
      actorAccountId: accountId,
      type,
      subjectId: accountId,
      changes: {},
    });
  }
}
