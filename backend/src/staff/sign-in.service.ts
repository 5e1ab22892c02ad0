import type { Session, SignIn } from '@lofteskartan/shared/contracts/staff';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import { RateLimits } from '../platform/rate-limits/rate-limits.js';
import { hashToken, newToken } from '../platform/security/tokens.js';
import { AccountViewRepository } from './account-view.repository.js';
import { Passwords } from './passwords.service.js';
import { sessionLifeMs } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';

/** Signs in and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountViewRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly rateLimits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a session and ends the one that the browser came with.
   * @param earlierToken the session cookie that came along
   * @param address whom the network address stands for: attempts are counted by account and address, so that nobody locks
   *   another person out from elsewhere; by the account alone only far beyond that
   * @returns the token for the cookie, and who is signed in
   * @throws Refused `session.wrong` for every pair that fails, whatever the reason, after the same work
   * @throws Refused `rate.limited` after too many attempts on one account
   */
  async signIn(
    given: SignIn,
    { earlierToken, address }: { readonly earlierToken: string | null; readonly address: string },
  ): Promise<{ token: string; session: Session }> {
    const email = given.email.trim();
    const subject = email.toLowerCase();
    const here = `${subject} ${address}`;
    await this.rateLimits.consume('sign-in-account', here);
    await this.rateLimits.consume('sign-in-account-anywhere', subject);
    const account = await this.accounts.credentials(this.dataSource.manager, email);
    const matches = await this.passwords.matches(account?.passwordHash ?? null, given.password);
    if (!account || !matches || !account.active) throw new Refused('session.wrong');

    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + sessionLifeMs);
    await this.dataSource.transaction(async (manager) => {
      if (earlierToken) await this.sessions.end(manager, hashToken(earlierToken));
      const { id, passwordHash } = account;
      const started = await this.sessions.start(manager, {
        tokenHash: hashToken(token),
        accountId: id,
        passwordHash,
        now,
        expiresAt,
      });
      if (!started) throw new Refused('session.wrong');
      await this.sessions.noteSignIn(manager, id, now);
    });
    await this.rateLimits.forgive('sign-in-account', here);
    await this.rateLimits.forgive('sign-in-account-anywhere', subject);
    return { token, session: await this.current(token) };
  }

  /**
   * Who is signed in, and as what.
   * @throws Refused `session.required` when the session has just ended
   */
  async current(token: string): Promise<Session> {
    const session = await this.accounts.session(this.dataSource.manager, hashToken(token));
    if (!session) throw new Refused('session.required');
    return session;
  }

  /** Ends a session. */
  async signOut(token: string): Promise<void> {
    await this.sessions.end(this.dataSource.manager, hashToken(token));
  }
}
