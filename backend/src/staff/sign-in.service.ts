import type { SignIn } from '@lofteskartan/shared/contracts/staff';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import { RateLimits } from '../platform/rate-limits/rate-limits.js';
import { AccountViewRepository, type Credentials } from './account-view.repository.js';
import { Passwords } from './passwords.service.js';
import { SecondFactors } from './second-factors.service.js';
import { StartSession, type SignInCaller } from './start-session.service.js';

/** Signs in with a password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountViewRepository,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly sessions: StartSession,
    private readonly rateLimits: RateLimits,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a session and ends the one that the browser came with.
   * @param caller its address is whom the network address stands for: attempts are counted by account and address, so that nobody locks
   *   another person out from elsewhere; by the account alone only far beyond that
   * @returns the token for the cookie
   * @throws Refused `passwords.off` where passwords are not used
   * @throws Refused `session.wrong` for every pair that fails, whatever the reason, after the same work
   * @throws Refused `secondFactor.needed` or `secondFactor.wrong`, to whoever knows the password
   * @throws Refused `rate.limited` after too many attempts on one account
   */
  async signIn(given: SignIn, caller: SignInCaller & { readonly address: string }): Promise<string> {
    if (!this.config.localPasswords) throw new Refused('passwords.off');
    const email = given.email.trim();
    const subject = email.toLowerCase();
    const here = `${subject} ${caller.address}`;
    await this.rateLimits.consume('sign-in-account', here);
    await this.rateLimits.consume('sign-in-account-anywhere', subject);
    const account = await this.accounts.credentials(this.dataSource.manager, email);
    const matches = await this.passwords.matches(account?.passwordHash ?? null, given.password);
    if (!account || !matches || !account.active) throw new Refused('session.wrong');
    const token = await this.withSecondFactor(account, given.code?.trim() ?? '', caller);
    await this.rateLimits.forgive('sign-in-account', here);
    await this.rateLimits.forgive('sign-in-account-anywhere', subject);
    return token;
  }

  private async withSecondFactor(
    { id, passwordHash }: Credentials,
    code: string,
    caller: SignInCaller,
  ): Promise<string> {
    const isAsked = await this.factors.isOn(this.dataSource.manager, id);
    if (isAsked && code === '') throw new Refused('secondFactor.needed');
    // Six figures are soon tried out: far fewer attempts than on a password, from wherever.
    if (isAsked) await this.rateLimits.consume('second-factor', id);
    const token = await this.dataSource.transaction(async (manager) => {
      if (isAsked && !(await this.factors.accepts(manager, id, code, this.clock.now()))) {
        throw new Refused('secondFactor.wrong');
      }
      return this.sessions.start(manager, caller, { accountId: id, passwordHash });
    });
    if (token === null) throw new Refused('session.wrong');
    if (isAsked) await this.rateLimits.forgive('second-factor', id);
    return token;
  }
}
