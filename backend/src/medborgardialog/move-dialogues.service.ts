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
import { CallOffQuestions } from './questions/call-off-questions.service.js';
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
    private readonly questions: CallOffQuestions,
    private readonly news: PublicNews,
    private readonly reading: ReadDialogues,
  ) {}

  /** From now on everyone reads of it. @throws Refused what the state forbids, and what it lacks */
  publish(staff: StaffMember, reference: string, { version }: MoveDialogue): Promise<StaffDialogue> {
    return this.moved(staff, reference, version, 'publish');
  }

  /** It begins: questions and votes come in live. @throws Refused what the state forbids, `dialogue.notYet` before its day */
  open(staff: StaffMember, reference: string, { version }: MoveDialogue): Promise<StaffDialogue> {
    return this.moved(staff, reference, version, 'open');
  }

  /** It is over: nothing comes in any more, and nothing leads from a sign-up to anybody. @throws Refused what the state forbids */
  close(staff: StaffMember, reference: string, { version }: MoveDialogue): Promise<StaffDialogue> {
    return this.moved(staff, reference, version, 'close');
  }

  /** It is called off; its page says why, and those who asked ahead are told that no answer will come. @throws Refused what the state forbids */
  cancel(staff: StaffMember, reference: string, given: CancelDialogue): Promise<StaffDialogue> {
    const reason = given.reason.normalize('NFC').trim();
    return this.moved(staff, reference, given.version, 'cancel', reason);
  }

  /** The same in the caller's transaction, of one as it is now. */
  async within(
    manager: EntityManager,
    staff: StaffMember,
    reference: string,
    move: Exclude<Move, 'cancel'>,
  ): Promise<void> {
    await this.move(manager, staff, await this.access.add(manager, staff, reference), move);
  }

  /** It is over since long and somebody forgot to say so: closed by nobody in person. @returns whether it still was open */
  async closeForgotten(manager: EntityManager, id: string): Promise<boolean> {
    await this.dialogues.lock(manager, id);
    const dialogue = await this.dialogues.byId(manager, id);
    if (dialogue?.status !== 'open') return false;
    await this.move(manager, null, dialogue, 'close');
    return true;
  }

  private moved(
    staff: StaffMember,
    reference: string,
    version: number,
    move: Move,
    reason: string | null = null,
  ): Promise<StaffDialogue> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.change(manager, staff, reference, version);
      await this.move(manager, staff, dialogue, move, reason);
      return this.reading.view(manager, staff, dialogue.id);
    });
  }

  private async move(
    manager: EntityManager,
    staff: StaffMember | null,
    dialogue: MedborgardialogRecord,
    move: Move,
    reason: string | null = null,
  ): Promise<void> {
    const refusal = await this.whyNot(manager, dialogue, move);
    if (refusal) throw new Refused(refusal);
    await this.dialogues.move(manager, dialogue.id, dialogueMoves[move].to, this.clock.now(), reason);
    await this.changes.changed(manager, dialogue, staff, { type: told[move], reason });
    if (move === 'open') await this.live.opened(manager, dialogue.id);
    if (move === 'close' || move === 'cancel') await this.live.closed(manager, dialogue.id);
    if (move === 'close') await this.seats.forget(manager, dialogue);
    if (move === 'publish') await this.news.announce(manager, 'dialogue', dialogue.id);
    if (move === 'cancel') await this.questions.calledOff(manager, dialogue.id, staff?.accountId ?? null);
    if (move === 'cancel' && dialogue.publishedAt)
      await this.news.announce(manager, 'dialogue-cancelled', dialogue.id);
  }

  private async whyNot(
    manager: EntityManager,
    dialogue: MedborgardialogRecord,
    move: Move,
  ): Promise<ReturnType<typeof whyNotMove> | ReturnType<typeof missingToPublish>> {
    if (move === 'open') {
      const today = stockholmDate(this.clock.now());
      return whyNotOpen(dialogue.status, stockholmDate(dialogue.startsAt), today);
    }
    const refusal = whyNotMove(dialogue.status, move);
    if (refusal || move !== 'publish') return refusal;
    return missingToPublish(dialogue, (await this.parts.agenda(manager, dialogue.id)).length);
  }
}
