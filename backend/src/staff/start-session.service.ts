import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import { Secrets } from '../platform/security/secrets.js';
import { hashToken, newToken } from '../platform/security/tokens.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { deviceOf } from './device.rules.js';
import { SessionRepository } from './session.repository.js';
import { endOfSession } from './session.rules.js';

/** With what a browser comes to sign in. */
export interface SignInCaller {
  /** The session cookie that came along; the session that it had ends. */
  readonly earlierToken: string | null;
  readonly userAgent: string | undefined;
}

/** Starts sessions, and gives running ones a new token. */
@Injectable()
export class StartSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly log: AdminLogRepository,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a session with a token that nobody has seen, so that none can be slipped to somebody, and ends the one that the browser had.
   * @returns the token for the cookie, or null when the account was closed or its password changed in the meantime
   */
  async start(
    manager: EntityManager,
    { earlierToken, userAgent }: SignInCaller,
    who: {
      readonly accountId: string;
      readonly passwordHash: string | null;
      readonly service?: { readonly id: string; readonly idToken: string | null };
    },
  ): Promise<string | null> {
    if (earlierToken) await this.sessions.end(manager, hashToken(earlierToken));
    const now = this.clock.now();
    const token = newToken();
    const idToken = who.service?.idToken ?? null;
    const started = await this.sessions.start(manager, {
      tokenHash: hashToken(token),
      accountId: who.accountId,
      passwordHash: who.passwordHash,
      device: deviceOf(userAgent),
      issuerId: who.service?.id ?? null,
      idTokenSealed: idToken === null ? null : this.secrets.seal('id-token', idToken),
      now,
      expiresAt: endOfSession(this.config, now),
    });
    if (!started) return null;
    await this.sessions.noteSignIn(manager, who.accountId, now);
    await this.log.append(manager, {
      at: now,
      actorAccountId: who.accountId,
      type: 'session.started',
      subjectId: who.accountId,
      changes: { with: who.service?.id ?? 'password' },
    });
    return token;
  }

  /**
   * Gives the session of a token another one, since what it may do has changed.
   * @throws Refused `session.required` when it has ended
   */
  async rotate(manager: EntityManager, token: string): Promise<string> {
    const next = newToken();
    if (!(await this.sessions.rotate(manager, hashToken(token), hashToken(next)))) {
      throw new Refused('session.required');
    }
    return next;
  }
}
