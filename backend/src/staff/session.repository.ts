import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Membership, StaffMember } from '../platform/staff-member.js';

interface RunningRow {
  account_id: string;
  name: string;
  email: string;
  seen_at: Date;
  installation_admin: boolean;
  memberships: Membership[];
}

interface NewSession {
  tokenHash: Buffer;
  accountId: string;
  /** The hash that the password was checked against. */
  passwordHash: string;
  now: Date;
  expiresAt: Date;
}

/** The table `sessions`. */
@Injectable()
export class SessionRepository {
  /** The person of a session that is neither too old nor idle, with memberships, in one statement. */
  async running(
    manager: EntityManager,
    tokenHash: Buffer,
    now: Date,
    idleSince: Date,
  ): Promise<{ staff: StaffMember; seenAt: Date } | null> {
    const [row] = await manager.query<RunningRow[]>(
      `SELECT a.id AS account_id, a.name, a.email, a.installation_admin, s.seen_at, coalesce((
         SELECT json_agg(json_build_object('organisationId', m.organisation_id, 'organisationType', o.type,
           'municipalityId', m.municipality_id, 'role', m.role) ORDER BY m.id)
         FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE m.account_id = a.id), '[]') AS memberships
       FROM sessions s JOIN accounts a ON a.id = s.account_id
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND a.active`,
      [tokenHash, now, idleSince],
    );
    if (!row) return null;
    const { account_id: accountId, name, email, memberships, installation_admin: isInstallationAdmin } = row;
    return { staff: { accountId, name, email, memberships, isInstallationAdmin }, seenAt: row.seen_at };
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
      `INSERT INTO sessions (token_hash, account_id, created_at, seen_at, expires_at)
       SELECT $1, id, $4::timestamptz, $4::timestamptz, $5::timestamptz FROM (
         SELECT id FROM accounts WHERE id = $2 AND active AND password_hash = $3 FOR SHARE) unchanged
       RETURNING account_id`,
      [session.tokenHash, session.accountId, session.passwordHash, session.now, session.expiresAt],
    );
    return rows.length > 0;
  }

  /** Notes when somebody last signed in. */
  async noteSignIn(manager: EntityManager, accountId: string, now: Date): Promise<void> {
    await manager.query('UPDATE accounts SET last_sign_in_at = $2 WHERE id = $1', [accountId, now]);
  }

  /** Ends one session. */
  async end(manager: EntityManager, tokenHash: Buffer): Promise<void> {
    await manager.query('DELETE FROM sessions WHERE token_hash = $1', [tokenHash]);
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
