import type { StatementSource, StatementStatus } from '@lofteskartan/shared/medborgardialog-live';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A statement's row. */
export interface StatementRecord {
  readonly id: string;
  /** Its number within the dialogue: the same on paper, whatever comes later. */
  readonly number: number;
  readonly text: string;
  readonly status: StatementStatus;
  readonly source: StatementSource;
  readonly version: number;
}

const columns = `s.id, s.ordinal AS number, s.text, s.status, s.source, s.version`;

/** The statements of medborgardialoger. */
@Injectable()
export class StatementRepository {
  /** All of a dialogue, in their order. */
  ofDialogue(manager: EntityManager, dialogueId: string): Promise<StatementRecord[]> {
    return manager.query<StatementRecord[]>(
      `SELECT ${columns} FROM medborgardialog_statements s WHERE s.dialogue_id = $1 ORDER BY s.ordinal, s.id`,
      [dialogueId],
    );
  }

  /** One of a dialogue, locked until the transaction ends; null when it has no such. */
  async locked(manager: EntityManager, dialogueId: string, id: string): Promise<StatementRecord | null> {
    const [row] = await manager.query<StatementRecord[]>(
      `SELECT ${columns} FROM medborgardialog_statements s WHERE s.dialogue_id = $1 AND s.id::text = $2 FOR UPDATE OF s`,
      [dialogueId, id],
    );
    return row ?? null;
  }

  /** Adds one at the end. The dialogue is locked by the caller. */
  async insert(
    manager: EntityManager,
    dialogueId: string,
    { text, source }: { readonly text: string; readonly source: StatementSource },
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO medborgardialog_statements (dialogue_id, text, source, ordinal)
       SELECT $1, $2, $3, COALESCE(max(ordinal), 0) + 1 FROM medborgardialog_statements WHERE dialogue_id = $1 RETURNING id`,
      [dialogueId, text, source],
    );
    if (!row) throw new Error('A statement was not kept');
    return row.id;
  }

  async update(
    manager: EntityManager,
    id: string,
    { text, status }: { readonly text: string; readonly status: StatementStatus },
  ): Promise<void> {
    await manager.query(
      'UPDATE medborgardialog_statements SET text = $2, status = $3, version = version + 1 WHERE id = $1',
      [id, text, status],
    );
  }
}
