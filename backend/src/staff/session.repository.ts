import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Membership, StaffMember } from '../platform/staff-member.js';
import type { Device } from './device.rules.js';

/** A session that runs, and whose it is. */
export interface RunningSession {
  readonly staff: StaffMember;
  readonly seenAt: Date;
  readonly hasSecondFactor: boolean;
  /** The sign-in service that opened it, or null for a password. */
  readonly issuerId: string | null;
}

interface RunningRow {
  account_id: string;
  name: string;
  email: string;
  seen_at: Date;
  installation_admin: boolean;
  issuer_id: string | null;
  second_factor: boolean;
  memberships: Membership[];
}

/** A session to start. */
export interface NewSession {
  readonly tokenHash: Buffer;
  readonly accountId: string;
  /** The hash that the password was checked against; null when no password was asked for. */
  readonly passwordHash: string | null;
  readonly device: Device;
  readonly issuerId: string | null;
  readonly idTokenSealed: Buffer | null;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** A session as a list of them tells it. */
export interface ListedSession extends Device {
  readonly id: string;
  readonly current: boolean;
  readonly issuerId: string | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
}

/** What a sign-in service gave counts only in sessions `s` that it opened: it alone can say that somebody no longer works there. */
export const countsInSession = '(m.issuer_id IS NULL OR m.issuer_id = s.issuer_id)';

/** The table `sessions`. */
@Injectable()
export class SessionRepository {
  /** A session that is neither too old nor idle, of an active account, with the memberships that count in it, in one statement. */
  async running(
    manager: EntityManager,
    tokenHash: Buffer,
    now: Date,
    idleSince: Date,
  ): Promise<RunningSession | null> {
    const [row] = await manager.query<RunningRow[]>(
      `SELECT a.id AS account_id, a.name, a.email, a.installation_admin, s.seen_at, s.issuer_id, f.confirmed_at IS NOT NULL AS second_factor,
         coalesce((
         SELECT json_agg(json_build_object('organisationId', m.organisation_id, 'organisationType', o.type,
           'municipalityId', m.municipality_id, 'role', m.role) ORDER BY m.id)
         FROM memberships m JOIN organisations o ON o.id = m.organisation_id
         WHERE m.account_id = a.id AND ${countsInSession}), '[]') AS memberships
       FROM sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN second_factors f ON f.account_id = a.id
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND a.active`,
      [tokenHash, now, idleSince],
    );
    if (!row) return null;
    const { account_id: accountId, name, email, memberships, installation_admin: isInstallationAdmin } = row;
    return {
      staff: { accountId, name, email, memberships, isInstallationAdmin },
      seenAt: row.seen_at,
      hasSecondFactor: row.second_factor,
      issuerId: row.issuer_id,
    };
  }

  /** Notes that a session was used. */
  async touch(manager: EntityManager, tokenHash: Buffer, now: Date): Promise<void> {
    await manager.query('UPDATE sessions SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2', [
      tokenHash,
      now,
    ]);
  }

  /**
   * Starts a session, unless the account was closed or its password changed since it was checked. The lock makes a change
   * that is under way wait, or be waited for.
   * @returns whether it was started
   */
  async start(manager: EntityManager, session: NewSession): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO sessions (token_hash, account_id, created_at, seen_at, expires_at, browser, system, issuer_id, id_token_sealed)
       SELECT $1, id, $4::timestamptz, $4::timestamptz, $5::timestamptz, $6, $7, $8, $9 FROM (
         SELECT id FROM accounts WHERE id = $2 AND active AND ($3::text IS NULL OR password_hash = $3) FOR SHARE) unchanged
       RETURNING account_id`,
      [
        session.tokenHash,
        session.accountId,
        session.passwordHash,
        session.now,
        session.expiresAt,
        session.device.browser,
        session.device.system,
        session.issuerId,
        session.idTokenSealed,
      ],
    );
    return rows.length > 0;
  }

  /** Gives a session another token; it goes on as what it was. @returns whether it is there */
  async rotate(manager: EntityManager, tokenHash: Buffer, newHash: Buffer): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      'UPDATE sessions SET token_hash = $2 WHERE token_hash = $1',
      [tokenHash, newHash],
    );
    return count > 0;
  }

  /** Notes when somebody last signed in. */
  async noteSignIn(manager: EntityManager, accountId: string, now: Date): Promise<void> {
    await manager.query('UPDATE accounts SET last_sign_in_at = $2 WHERE id = $1', [accountId, now]);
  }

  /** The sessions of an account that run, the one last used first. */
  list(
    manager: EntityManager,
    accountId: string,
    { now, idleSince, currentHash }: { now: Date; idleSince: Date; currentHash: Buffer | null },
  ): Promise<ListedSession[]> {
    return manager.query(
      `SELECT id, coalesce(token_hash = $4::bytea, false) AS current, browser, system, issuer_id AS "issuerId", created_at AS "createdAt",
         seen_at AS "seenAt", expires_at AS "expiresAt"
       FROM sessions WHERE account_id = $1 AND expires_at > $2 AND seen_at > $3 ORDER BY seen_at DESC, id LIMIT 200`,
      [accountId, now, idleSince, currentHash],
    );
  }

  /** Ends one session. @returns the service that opened it and what that service needs to hear, or null when it was not there */
  async end(
    manager: EntityManager,
    tokenHash: Buffer,
  ): Promise<{ issuerId: string | null; idTokenSealed: Buffer | null } | null> {
    const [rows] = await manager.query<[{ issuerId: string | null; idTokenSealed: Buffer | null }[], number]>(
      `DELETE FROM sessions WHERE token_hash = $1 RETURNING issuer_id AS "issuerId", id_token_sealed AS "idTokenSealed"`,
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  /** Ends one session of an account by its id. @returns whether it was there */
  async endOne(manager: EntityManager, accountId: string, sessionId: string): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      'DELETE FROM sessions WHERE account_id = $1 AND id = $2',
      [accountId, sessionId],
    );
    return count > 0;
  }

  /** Ends every session of an account but one. @returns how many */
  async endOthers(manager: EntityManager, accountId: string, keptHash: Buffer): Promise<number> {
    const [, count] = await manager.query<[unknown, number]>(
      'DELETE FROM sessions WHERE account_id = $1 AND token_hash <> $2',
      [accountId, keptHash],
    );
    return count;
  }

  /** Ends every session of an account. */
  async endAllOf(manager: EntityManager, accountId: string): Promise<void> {
    await manager.query('DELETE FROM sessions WHERE account_id = $1', [accountId]);
  }

  /** Removes sessions that are too old or idle; returns how many. */
  async forgetEnded(manager: EntityManager, now: Date, idleSince: Date): Promise<number> {
    const [, removed] = await manager.query<[unknown, number]>(
      'DELETE FROM sessions WHERE expires_at <= $1 OR seen_at <= $2',
      [now, idleSince],
    );
    return removed;
  }
}
