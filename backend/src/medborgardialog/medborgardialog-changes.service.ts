import type { DialogueEventType } from '@lofteskartan/shared/medborgardialog';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import type { StaffMember } from '../platform/staff-member.js';
import { LiveChanges } from './live/live-changes.service.js';
import { MedborgardialogEventRepository } from './medborgardialog-event.repository.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from './medborgardialog.repository.js';

/** What happened to a medborgardialog, for its history. */
export interface DialogueChange {
  readonly type: DialogueEventType;
  readonly reason?: string | null;
  readonly changes?: object | null;
}

/** Notes what happened to a medborgardialog, in the transaction in which it did. */
@Injectable()
export class MedborgardialogChanges {
  constructor(
    private readonly clock: Clock,
    private readonly dialogues: MedborgardialogRepository,
    private readonly events: MedborgardialogEventRepository,
    private readonly live: LiveChanges,
  ) {}

  /** Something was changed that others may have read: a line of history, a new version, and news for those who follow it live. */
  async changed(
    manager: EntityManager,
    dialogue: Pick<MedborgardialogRecord, 'id' | 'municipalityId'>,
    staff: StaffMember | null,
    change: DialogueChange,
  ): Promise<void> {
    await this.dialogues.advance(manager, dialogue.id, this.clock.now());
    await this.added(manager, dialogue, staff, change);
    await this.live.changed(manager, dialogue.id);
  }

  /** Something came beside what others have read: a line of history. */
  async added(
    manager: EntityManager,
    { id, municipalityId }: Pick<MedborgardialogRecord, 'id' | 'municipalityId'>,
    staff: StaffMember | null,
    change: DialogueChange,
  ): Promise<void> {
    await this.events.append(manager, {
      ...change,
      dialogueId: id,
      municipalityId,
      at: this.clock.now(),
      actorAccountId: staff?.accountId ?? null,
    });
  }
}
