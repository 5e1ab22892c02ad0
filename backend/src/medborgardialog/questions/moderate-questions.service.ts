import type {
  EditQuestion,
  PublishQuestion,
  RefuseQuestion,
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
import { QuestionAccess } from './question-access.service.js';
import { QuestionEventRepository } from './question-event.repository.js';
import { QuestionRepository } from './question.repository.js';
import { editOf, tidy } from './question.rules.js';
import { ReadQuestionWork } from './read-question-work.service.js';
import { TellQuestionNews } from './tell-question-news.service.js';

/** A question of a dialogue by their numbers. */
export interface QuestionAddress {
  readonly dialogue: string;
  readonly question: string;
}

/** What a human decides about the words of a question before and after everyone reads them. */
@Injectable()
export class ModerateQuestions {
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

  /** Shows a question to everyone. @throws Refused as `QuestionAccess.change` */
  publish(
    staff: StaffMember,
    where: QuestionAddress,
    { version }: PublishQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.dataSource.transaction(async (manager) => {
      const { question } = await this.access.change(manager, staff, where, { act: 'publish', version });
      const at = this.clock.now();
      await this.questions.saveStatus(manager, question.id, { status: 'published' }, at);
      const event = { questionId: question.id, type: 'published' } as const;
      const eventId = await this.events.append(manager, { ...event, at, actorAccountId: staff.accountId });
      await this.news.tell(manager, { ...event, eventId });
      await this.live.changed(manager, question.dialogueId);
      return this.reading.detail(manager, staff, where);
    });
  }

  /** Edits the words that everyone reads; what was sent is never rewritten. @throws Refused also `input.invalid` (`unchanged`) */
  edit(
    staff: StaffMember,
    where: QuestionAddress,
    { version, text, reason }: EditQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.dataSource.transaction(async (manager) => {
      const { question } = await this.access.change(manager, staff, where, { act: 'edit', version });
      const edit = editOf(question, text);
      if (edit === 'unchanged') throw invalidField('text', 'unchanged');
      const at = this.clock.now();
      const why = tidy(reason);
      const words = edit.editedText === null ? null : { text: edit.editedText, reason: why };
      await this.questions.saveWords(manager, question.id, words, at);
      await this.events.append(manager, {
        questionId: question.id,
        at,
        type: 'edited',
        actorAccountId: staff.accountId,
        reason: why,
        changes: { before: edit.before, after: edit.after },
      });
      await this.live.changed(manager, question.dialogueId);
      return this.reading.detail(manager, staff, where);
    });
  }

  /** Does not show a question, or no more; the sender reads why. What was gathered with it stands on its own again. */
  refuse(
    staff: StaffMember,
    where: QuestionAddress,
    { version, reason, text }: RefuseQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.dataSource.transaction(async (manager) => {
      const opened = await this.access.change(manager, staff, where, { act: 'refuse', version });
      const { question, leaders } = opened;
      const at = this.clock.now();
      const refusal = { reason, text: tidy(text) };
      await this.letting.go(manager, question.id, staff.accountId);
      await this.questions.saveStatus(manager, question.id, { status: 'refused', refusal }, at);
      const event = { questionId: question.id, type: 'refused' } as const;
      const eventId = await this.events.append(manager, {
        ...event,
        at,
        actorAccountId: staff.accountId,
        reason: refusal.text,
      });
      await this.gathered.recount(manager, leaders);
      await this.news.tell(manager, { ...event, eventId });
      await this.live.changed(manager, question.dialogueId);
      return this.reading.detail(manager, staff, where);
    });
  }
}
