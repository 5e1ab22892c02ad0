import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { hashToken } from '../platform/security/tokens.js';
import type { StaffMember } from '../platform/staff-member.js';
import { sessionIdleMs } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';

/** A session's `seen_at` is written at most this often, so that a read does not become a write. */
const touchEveryMs = 5 * 60_000;

/** Sessions that run. */
@Injectable()
export class Sessions implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: SessionRepository,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-ended-sessions', '41 * * * *', async () => {
      await this.forgetEnded();
    });
  }

  /** Who holds the token of a running session of an active account, or null. Notes that the session is in use. */
  async staffOf(token: string): Promise<StaffMember | null> {
    const now = this.clock.now();
    const { manager } = this.dataSource;
    const tokenHash = hashToken(token);
    const found = await this.repository.running(manager, tokenHash, now, idleSince(now));
    if (!found) return null;
    if (now.getTime() - found.seenAt.getTime() >= touchEveryMs) {
      await this.repository.touch(manager, tokenHash, now);
    }
    return found.staff;
  }

  /** Removes sessions that are over; returns how many. */
  forgetEnded(): Promise<number> {
    const now = this.clock.now();
    return this.repository.forgetEnded(this.dataSource.manager, now, idleSince(now));
  }
}

function idleSince(now: Date): Date {
  return new Date(now.getTime() - sessionIdleMs);
}
