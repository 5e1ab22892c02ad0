import type { CancelDialogue, MoveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-planning';
import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type { DialogueEventType } from '@lofteskartan/shared/medborgardialog';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { PublicNews } from '../platform/mail/public-news.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { OpenLive } from './live/open-live.service.js';
import { MedborgardialogAccess } from './medborgardialog-access.service.js';
import { MedborgardialogChanges } from './medborgardialog-changes.service.js';
import { MedborgardialogPartsRepository } from './medborgardialog-parts.repository.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from './medborgardialog.repository.js';
import {
  dialogueMoves,
  missingToPublish,
  whyNotMove,
  whyNotOpen,
  type DialogueMove,
} from './medborgardialog.rules.js';
import { ReadDialogues } from './read-dialogues.service.js';
import { Seats } from './sign-ups/seats.service.js';

type Move = Extract<DialogueMove, 'publish' | 'open' | 'close' | 'cancel'>;
const told: Readonly<Record<Move, DialogueEventType>> = {
  publish: 'published',
  open: 'opened',
  close: 'closed',
  cancel: 'cancelled',
};

/** Moves medborgardialoger on: published, opened, closed, or called off. */
@Injectable()
export class MoveDialogues {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: MedborgardialogRepository,
    private readonly parts: MedborgardialogPartsRepository,
    private readonly changes: MedborgardialogChanges,
    private readonly seats: Seats,
    private readonly live: OpenLive,
    private readonly news: PublicNews,
    private readonly reading: ReadDialogues,
  ) {}

  /** From now on everyone reads of it. @throws Refused what the state forbids, and what it lacks */
  publish(staff: StaffMember, reference: string, { version }: MoveDialogue): Promise<StaffDialogue> {
    return this.moved(staff, reference, version, async (manager, dialogue) => {
      const agenda = await this.parts.agenda(manager, dialogue.id);
      const refusal = whyNotMove(dialogue.status, 'publish') ?? missingToPublish(dialogue, agenda.length);
      if (refusal) throw new Refused(refusal);
      await this.move(manager, staff, dialogue, 'publish');
      await this.news.announce(manager, 'dialogue', dialogue.id);
    });
  }

  /** It begins: questions and votes come in live. @throws Refused what the state forbids, `dialogue.notYet` before its day */
  open(staff: StaffMember, reference: string, { version }: MoveDialogue): Promise<StaffDialogue> {
    return this.moved(staff, reference, version, async (manager, dialogue) => {
      const today = stockholmDate(this.clock.now());
      const refusal = whyNotOpen(dialogue.status, stockholmDate(dialogue.startsAt), today);
      if (refusal) throw new Refused(refusal);
      await this.move(manager, staff, dialogue, 'open');
      await this.live.opened(manager, dialogue.id);
    });
  }

  /** It is over: nothing comes in any more, and nothing leads from a sign-up to anybody. @throws Refused what the state forbids */
  close(staff: StaffMember, reference: string, { version }: MoveDialogue): Promise<StaffDialogue> {
    return this.moved(staff, reference, version, async (manager, dialogue) => {
      const refusal = whyNotMove(dialogue.status, 'close');
      if (refusal) throw new Refused(refusal);
      await this.move(manager, staff, dialogue, 'close');
      await this.live.closed(manager, dialogue.id);
      await this.seats.forget(manager, dialogue);
    });
  }

  /** It is called off; its page says why. @throws Refused what the state forbids */
  cancel(staff: StaffMember, reference: string, given: CancelDialogue): Promise<StaffDialogue> {
    return this.moved(staff, reference, given.version, async (manager, dialogue) => {
      const refusal = whyNotMove(dialogue.status, 'cancel');
      if (refusal) throw new Refused(refusal);
      await this.move(manager, staff, dialogue, 'cancel', given.reason.normalize('NFC').trim());
      await this.live.closed(manager, dialogue.id);
      if (dialogue.publishedAt) await this.news.announce(manager, 'dialogue-cancelled', dialogue.id);
    });
  }

  private moved(
    staff: StaffMember,
    reference: string,
    version: number,
    work: (manager: EntityManager, dialogue: MedborgardialogRecord) => Promise<void>,
  ): Promise<StaffDialogue> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.change(manager, staff, reference, version);
      await work(manager, dialogue);
      return this.reading.view(manager, staff, dialogue.id);
    });
  }

  private async move(
    manager: EntityManager,
    staff: StaffMember,
    dialogue: MedborgardialogRecord,
    move: Move,
    reason: string | null = null,
  ): Promise<void> {
    await this.dialogues.move(manager, dialogue.id, dialogueMoves[move].to, this.clock.now(), reason);
    await this.changes.changed(manager, dialogue, staff, { type: told[move], reason });
  }
}
