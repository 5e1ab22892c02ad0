import type {
  AddPaperQuestion,
  PaperQuestion,
} from '@lofteskartan/shared/contracts/medborgardialog-paper-questions';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { LiveChanges } from '../live/live-changes.service.js';
import { isShownAtOnce } from '../live/live.rules.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { cleanText } from '../medborgardialog.rules.js';
import { QuestionEventRepository } from '../questions/question-event.repository.js';
import type { QuestionRecord } from '../questions/question-record.js';
import { QuestionRepository } from '../questions/question.repository.js';
import { TakeQuestion } from '../questions/take-question.service.js';
import { whyNotTypeIn } from './paper.rules.js';

/** Who types in, and in which language the page is. */
export interface Typist {
  readonly staff: StaffMember;
  readonly language: Language;
}

/** Takes questions and subjects that staff type in from paper: nobody's device, nobody's address. */
@Injectable()
export class TakePaperQuestions {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly access: MedborgardialogAccess,
    private readonly taking: TakeQuestion,
    private readonly questions: QuestionRepository,
    private readonly events: QuestionEventRepository,
    private readonly live: LiveChanges,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `dialogue.draft`, `dialogue.cancelled`, `dialogue.reported` */
  add(
    { staff, language }: Typist,
    reference: string,
    given: AddPaperQuestion,
    key: string,
  ): Promise<Reply<PaperQuestion>> {
    return this.idempotency.run({
      key,
      route: `POST /dialogues/${reference}/paper-questions`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const dialogue = await this.access.add(manager, staff, reference);
        const refusal = whyNotTypeIn(dialogue.status);
        if (refusal) throw new Refused(refusal);
        const { id: dialogueId, municipalityId } = dialogue;
        const { kind, text, source } = given;
        const table = cleanText(given.table);
        const put = { dialogueId, municipalityId, kind, text, source, table, language, device: null };
        const receipt = await this.taking.put(manager, put);
        const taken = await this.taken(manager, receipt.reference);
        if (!given.publish || !isShownAtOnce(taken))
          return new Reply(201, { reference: taken.reference, status: taken.status });
        await this.publish(manager, staff, taken);
        return new Reply(201, { reference: taken.reference, status: 'published' as const });
      },
    });
  }

  private async taken(manager: EntityManager, reference: string): Promise<QuestionRecord> {
    const question = await this.questions.byReference(manager, reference);
    if (!question) throw new Error('A question that was typed in is not there');
    return question;
  }

  /** Whoever typed it in has read it. */
  private async publish(
    manager: EntityManager,
    { accountId }: StaffMember,
    { id, dialogueId }: QuestionRecord,
  ): Promise<void> {
    const at = this.clock.now();
    await this.questions.saveStatus(manager, id, { status: 'published' }, at);
    await this.events.append(manager, { questionId: id, at, type: 'published', actorAccountId: accountId });
    await this.live.changed(manager, dialogueId);
  }
}
