import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { hashToken } from '../platform/security/tokens.js';
import type { StaffMember } from '../platform/staff-member.js';
import { sessionIdleMs } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';

/** A session's `seen_at` is written at most this often, so that a read does not become a write. */
const touchEveryMs = 5 * 60_000;

/** Sessions that run. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** Who holds the token of a running session of an active account, or null. Notes that the session is in use. */
  async staffOf(token: string): Promise<StaffMember | null> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - sessionIdleMs);
    const { manager } = this.dataSource;
    const found = await this.repository.running(manager, hashToken(token), now, idleSince);
    if (!found) return null;
    if (now.getTime() - found.seenAt.getTime() >= touchEveryMs) {
      await this.repository.touch(manager, hashToken(token), now);
    }
    return found.staff;
  }
}
