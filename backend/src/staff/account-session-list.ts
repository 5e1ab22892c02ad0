import type { AccountSessions } from '@lofteskartan/shared/contracts/own-account';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { SessionRepository } from './session.repository.js';
import { idleSince } from './session.rules.js';

/** The sessions of an account, in words by which its person knows them. */
@Injectable()
export class AccountSessionList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionRepository,
    private readonly log: AdminLogRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @param currentHash the session that asks, when it is one of them */
  async of(manager: EntityManager, accountId: string, currentHash: Buffer | null): Promise<AccountSessions> {
    const now = this.clock.now();
    const found = await this.sessions.list(manager, accountId, {
      now,
      idleSince: idleSince(this.config, now),
      currentHash,
    });
    return {
      items: found.map(({ id, current, browser, system, issuerId, createdAt, seenAt, expiresAt }) => ({
        id,
        current,
        browser,
        system,
        issuerName: issuerId === null ? null : (this.serviceName(issuerId) ?? issuerId),
        startedAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }

  /**
   * Ends one of an account's sessions.
   * @throws Refused `not.found` when the account has none like it
   */
  async endOne(accountId: string, sessionId: string, actorAccountId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.sessions.endOne(manager, accountId, sessionId))) throw new Refused('not.found');
      await this.log.append(manager, {
        at: this.clock.now(),
        actorAccountId,
        type: 'sessions.ended',
        subjectId: accountId,
        changes: { ended: 1 },
      });
    });
  }

  /** The name of a sign-in service that is set up; null when it no longer is. */
  serviceName(id: string): string | null {
    return this.config.oidcIssuers.find((issuer) => issuer.id === id)?.name ?? null;
  }
}
