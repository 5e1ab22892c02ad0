import type { DialogueBand } from '@lofteskartan/shared/medborgardialog-outcomes';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Counts of people by group. */
export type Bands = { readonly [Band in DialogueBand]?: number | null };

/** How many came from a locality. */
export interface AttendanceRecord {
  readonly localityId: string | null;
  /** The locality's slug. */
  readonly locality: string | null;
  /** The locality's name. */
  readonly name: string | null;
  readonly people: number;
  readonly bands: Bands | null;
}

/** How many came to medborgardialoger: counts, never people. */
@Injectable()
export class AttendanceRepository {
  /** The counts of a dialogue, in the order in which they were written. */
  ofDialogue(manager: EntityManager, dialogueId: string): Promise<AttendanceRecord[]> {
    return manager.query(
      `SELECT a.locality_id AS "localityId", l.slug AS locality, l.name, a.people, a.bands
       FROM medborgardialog_attendance a LEFT JOIN localities l ON l.id = a.locality_id WHERE a.dialogue_id = $1 ORDER BY a.ordinal`,
      [dialogueId],
    );
  }

  /** Which version of the counts there is; 0 before the first. */
  async version(manager: EntityManager, dialogueId: string): Promise<number> {
    const [row] = await manager.query<{ version: number }[]>(
      'SELECT attendance_version AS version FROM medborgardialoger WHERE id = $1',
      [dialogueId],
    );
    return row?.version ?? 0;
  }

  /** Keeps other counts. */
  async replace(
    manager: EntityManager,
    dialogueId: string,
    rows: readonly Pick<AttendanceRecord, 'localityId' | 'people' | 'bands'>[],
  ): Promise<void> {
    await manager.query('DELETE FROM medborgardialog_attendance WHERE dialogue_id = $1', [dialogueId]);
    for (const [ordinal, { localityId, people, bands }] of rows.entries())
      await manager.query(
        'INSERT INTO medborgardialog_attendance (dialogue_id, locality_id, ordinal, people, bands) VALUES ($1, $2, $3, $4, $5)',
        [dialogueId, localityId, ordinal, people, bands && JSON.stringify(bands)],
      );
    await manager.query(
      'UPDATE medborgardialoger SET attendance_version = attendance_version + 1 WHERE id = $1',
      [dialogueId],
    );
  }
}
