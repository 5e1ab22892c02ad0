import type {
  GatherQuestion,
  SeparateQuestion,
  WorkQuestionDetail,
} from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { invalidField } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { LiveChanges } from '../live/live-changes.service.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { LetQuestionsGo } from './let-questions-go.service.js';
import type { QuestionAddress } from './moderate-questions.service.js';
import { QuestionAccess } from './question-access.service.js';
import { QuestionEventRepository } from './question-event.repository.js';
import { QuestionRepository } from './question.repository.js';
import { faultOfTarget, tidy } from './question.rules.js';
import { ReadQuestionWork } from './read-question-work.service.js';
import { TellQuestionNews } from './tell-question-news.service.js';

/** Gathers questions that one answer is for, and takes them apart again. */
@Injectable()
export class GatherQuestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QuestionAccess,
    private readonly questions: QuestionRepository,
    private readonly gathered: GatheredQuestionsRepository,
    private readonly events: QuestionEventRepository,
    private readonly letting: LetQuestionsGo,
    private readonly news: TellQuestionNews,
    private readonly reading: ReadQuestionWork,
    private readonly live: LiveChanges,
  ) {}

  /**
   * Answers a question together with another one: a pointer, nothing moves.
   * @throws Refused as `QuestionAccess.change`, and `input.invalid` (`notFound`, `circle`)
   */
  gather(
    staff: StaffMember,
    where: QuestionAddress,
    { version, into }: GatherQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.dataSource.transaction(async (manager) => {
      const { question } = await this.access.change(manager, staff, where, { act: 'gather', version });
      const seen = await this.questions.byReference(manager, into);
      const targetId = seen?.id ?? question.id;
      await this.questions.lock(manager, await this.gathered.leaders(manager, targetId));
      // Read under the lock: its sender may have taken it back meanwhile.
      const target = seen && (await this.questions.byId(manager, seen.id));
      const leaders = await this.gathered.leaders(manager, targetId);
      const fault = faultOfTarget({ id: question.id, dialogueId: question.dialogueId, target, leaders });
      if (fault) throw invalidField('into', fault);
      const at = this.clock.now();
      const gathered = { status: 'gathered', gatheredInto: targetId } as const;
      await this.questions.saveStatus(manager, question.id, gathered, at);
      const event = { questionId: question.id, type: 'gathered' } as const;
      const eventId = await this.events.append(manager, {
        ...event,
        at,
        actorAccountId: staff.accountId,
        changes: { after: target?.reference ?? '' },
      });
      await this.gathered.recount(manager, leaders);
      await this.news.tell(manager, { ...event, eventId, isAnswered: target?.answeredAt !== null });
      await this.live.changed(manager, question.dialogueId);
      return this.reading.detail(manager, staff, where);
    });
  }

  /** Takes a question out again: it stands on its own, as it did before. @throws Refused as `QuestionAccess.change` */
  separate(
    staff: StaffMember,
    where: QuestionAddress,
    { version, reason }: SeparateQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.dataSource.transaction(async (manager) => {
      const opened = await this.access.change(manager, staff, where, { act: 'separate', version });
      const why = { actorAccountId: staff.accountId, reason: tidy(reason ?? '') || null };
      await this.letting.one(manager, opened.question, why);
      await this.gathered.recount(manager, opened.leaders);
      await this.live.changed(manager, opened.question.dialogueId);
      return this.reading.detail(manager, staff, where);
    });
  }
}
