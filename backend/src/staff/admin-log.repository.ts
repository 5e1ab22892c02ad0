import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Something that was changed in how the house is run: who, where, what. Never a password, token or code. */
export interface AdminEvent {
  readonly at: Date;
  /** Null for the command line. */
  readonly actorAccountId: string | null;
  readonly municipalityId?: string;
  /** `account.created`: a noun and what became of it. */
  readonly type: `${string}.${string}`;
  /** What was changed, such as an account or a municipality. */
  readonly subjectId: string;
  readonly changes: object;
}

/** The append-only table `admin_events`. */
@Injectable()
export class AdminLogRepository {
  async append(manager: EntityManager, event: AdminEvent): Promise<void> {
    await manager.query(
      `INSERT INTO admin_events (at, actor_account_id, municipality_id, type, subject_id, changes)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        event.at,
        event.actorAccountId,
        event.municipalityId ?? null,
        event.type,
        event.subjectId,
        JSON.stringify(event.changes),
      ],
    );
  }
}
