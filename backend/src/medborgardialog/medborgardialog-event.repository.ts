import type { DialogueEventType } from '@lofteskartan/shared/medborgardialog';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Something that happened to a medborgardialog. */
export interface NewDialogueEvent {
  readonly dialogueId: string;
  readonly municipalityId: string;
  readonly at: Date;
  readonly type: DialogueEventType;
  /** Null for what the house did itself, or a resident. */
  readonly actorAccountId: string | null;
  readonly reason?: string | null;
  readonly changes?: object | null;
}

/** A line of the history. */
export interface DialogueEventRecord {
  readonly at: Date;
  readonly type: DialogueEventType;
  /** The name of who did it. */
  readonly actor: string | null;
  readonly reason: string | null;
  readonly changes: object | null;
}

/** The history of medborgardialoger: appended, never rewritten. */
@Injectable()
export class MedborgardialogEventRepository {
  async append(manager: EntityManager, event: NewDialogueEvent): Promise<void> {
    await manager.query(
      `INSERT INTO medborgardialog_events (dialogue_id, municipality_id, at, type, actor_account_id, reason, changes)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        event.dialogueId,
        event.municipalityId,
        event.at,
        event.type,
        event.actorAccountId,
        event.reason ?? null,
        event.changes ? JSON.stringify(event.changes) : null,
      ],
    );
  }

  /** The history of a medborgardialog, oldest first. */
  async ofDialogue(manager: EntityManager, dialogueId: string): Promise<DialogueEventRecord[]> {
    return manager.query<DialogueEventRecord[]>(
      `SELECT e.at, e.type, a.name AS actor, e.reason, e.changes
       FROM medborgardialog_events e LEFT JOIN accounts a ON a.id = e.actor_account_id WHERE e.dialogue_id = $1 ORDER BY e.id`,
      [dialogueId],
    );
  }
}
