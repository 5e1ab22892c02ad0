import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What the keeping of records asks of an activity. */
export interface ActivityRecordFacts {
  readonly id: string;
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly secretFor: string | null;
  readonly disposedAt: Date | null;
  /** `YYYY-MM-DD`, once it is public: the day on which it was done. */
  readonly endedOn: string | null;
  readonly released: boolean;
}

/** What is stored instead of the words of an activity that was disposed of. */
export const disposedText = 'Texten är gallrad.';

/** Activities as far as records are kept of them. */
@Injectable()
export class ActivityRecordsRepository {
  /** The facts of some activities, locked until the transaction ends. */
  lock(manager: EntityManager, ids: readonly string[]): Promise<ActivityRecordFacts[]> {
    return manager.query<ActivityRecordFacts[]>(
      `SELECT id, municipality_id AS "municipalityId", organisation_id AS "organisationId", secret_for AS "secretFor",
         disposed_at AS "disposedAt", released_at IS NOT NULL AS released,
         CASE WHEN released_at IS NOT NULL THEN to_char(occurred_on, 'YYYY-MM-DD') END AS "endedOn"
       FROM activities WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [ids],
    );
  }

  /** Stores for whom an activity is secret; what is public of it goes or comes back at once. */
  async saveSecrecy(manager: EntityManager, id: string, organisationId: string | null): Promise<void> {
    await manager.query('UPDATE activities SET secret_for = $2 WHERE id = $1', [id, organisationId]);
    await manager.query('UPDATE public_activities SET secret = $2 WHERE activity_id = $1', [
      id,
      organisationId !== null,
    ]);
  }

  /** Takes away what was written. Date, place, figures and whether it counts stay: progress is counted from them. */
  async empty(manager: EntityManager, ids: readonly string[], now: Date): Promise<void> {
    await manager.query(
      `UPDATE activities SET public_text = $2, source_note = NULL, disposed_at = $3, version = version + 1 WHERE id = ANY ($1::uuid[])`,
      [ids, disposedText, now],
    );
    await manager.query(
      'UPDATE activity_events SET reason = NULL, changes = NULL WHERE activity_id = ANY ($1::uuid[])',
      [ids],
    );
  }
}
