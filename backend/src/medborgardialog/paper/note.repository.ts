import type { NoteState } from '@lofteskartan/shared/medborgardialog-outcomes';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A note's row. */
export interface NoteRecord {
  readonly id: string;
  readonly table: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly state: NoteState;
  readonly version: number;
  /** The numbers of the points that were made of it. */
  readonly points: number[];
  /** Whether a published report tells it. */
  readonly isTold: boolean;
}

const columns = `n.id, n.table_label AS "table", n.body AS text, n.written_at AS "writtenAt", n.state, n.version,
  ARRAY(SELECT p.number FROM medborgardialog_points p WHERE p.note_id = n.id AND p.withdrawn_at IS NULL ORDER BY p.number) AS points,
  EXISTS(SELECT FROM medborgardialog_reports r WHERE r.dialogue_id = n.dialogue_id
    AND r.view -> 'tableNotes' @> jsonb_build_array(jsonb_build_object('id', n.id))) AS "isTold"`;

/** What was said at the tables of medborgardialoger. */
@Injectable()
export class NoteRepository {
  /** The notes of a dialogue by table, then by time. */
  ofDialogue(manager: EntityManager, dialogueId: string): Promise<NoteRecord[]> {
    return manager.query(
      `SELECT ${columns} FROM medborgardialog_notes n WHERE n.dialogue_id = $1 ORDER BY n.table_label, n.written_at, n.id`,
      [dialogueId],
    );
  }

  /** A note of a dialogue, or null. */
  async one(manager: EntityManager, dialogueId: string, id: string): Promise<NoteRecord | null> {
    const [row] = await manager.query<NoteRecord[]>(
      `SELECT ${columns} FROM medborgardialog_notes n WHERE n.dialogue_id = $1 AND n.id = $2`,
      [dialogueId, id],
    );
    return row ?? null;
  }

  /** Adds a note. @returns false when one of that id is there */
  async insert(
    manager: EntityManager,
    dialogueId: string,
    note: Pick<NoteRecord, 'id' | 'table' | 'text' | 'writtenAt'>,
    now: Date,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO medborgardialog_notes (id, dialogue_id, table_label, body, written_at, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [note.id, dialogueId, note.table, note.text, note.writtenAt, now],
    );
    return rows.length > 0;
  }

  async update(
    manager: EntityManager,
    id: string,
    { table, text, state }: Pick<NoteRecord, 'table' | 'text' | 'state'>,
  ): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_notes SET table_label = $2, body = $3, state = $4, version = version + 1 WHERE id = $1`,
      [id, table, text, state],
    );
  }

  /** Removes a note, row and all: what names somebody is not kept. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM medborgardialog_notes WHERE id = $1', [id]);
  }
}
