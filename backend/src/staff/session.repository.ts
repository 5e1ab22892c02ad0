import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Membership, StaffMember } from '../platform/staff-member.js';

interface RunningRow {
  account_id: string;
  name: string;
  email: string;
  seen_at: Date;
  memberships: Membership[];
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
      `SELECT a.id AS account_id, a.name, a.email, s.seen_at, coalesce((
         SELECT json_agg(json_build_object('organisationId', m.organisation_id, 'organisationType', o.type,
           'municipalityId', m.municipality_id, 'role', m.role) ORDER BY m.id)
         FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE m.account_id = a.id), '[]') AS memberships
       FROM sessions s JOIN accounts a ON a.id = s.account_id
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND a.active`,
      [tokenHash, now, idleSince],
    );
    if (!row) return null;
    const staff = {
      accountId: row.account_id,
      name: row.name,
      email: row.email,
      memberships: row.memberships,
    };
    return { staff, seenAt: row.seen_at };
  }

  /** Notes that a session was used. */
  async touch(manager: EntityManager, tokenHash: Buffer, now: Date): Promise<void> {
    await manager.query('UPDATE sessions SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2', [
      tokenHash,
      now,
    ]);
  }
}
