import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { QuestionEventRepository } from './question-event.repository.js';
import type { QuestionRecord } from './question-record.js';
import { QuestionRepository } from './question.repository.js';
import { statusAlone } from './question.rules.js';
import { TellQuestionNews } from './tell-question-news.service.js';

/** Lets questions stand on their own again. Their support, words and history never went anywhere. */
@Injectable()
export class LetQuestionsGo {
  constructor(
    private readonly clock: Clock,
    private readonly questions: QuestionRepository,
    private readonly gathered: GatheredQuestionsRepository,
    private readonly events: QuestionEventRepository,
    private readonly news: TellQuestionNews,
  ) {}

  /** Lets all go that were gathered with a question which is not shown any more. */
  async go(manager: EntityManager, leaderId: string, actorAccountId: string | null): Promise<void> {
    const ids = await this.gathered.gatheredInto(manager, leaderId);
    await this.questions.lock(manager, ids);
    for (const id of ids) {
      const question = await this.questions.byId(manager, id);
      if (question) await this.one(manager, question, { actorAccountId, reason: null });
    }
  }

  /** Lets one go: it is what it was before. */
  async one(
    manager: EntityManager,
    question: QuestionRecord,
    { actorAccountId, reason }: { readonly actorAccountId: string | null; readonly reason: string | null },
  ): Promise<void> {
    const at = this.clock.now();
    await this.questions.saveStatus(manager, question.id, { status: statusAlone(question) }, at);
    const event = { questionId: question.id, type: 'ungathered' } as const;
    const eventId = await this.events.append(manager, { ...event, at, actorAccountId, reason });
    await this.news.tell(manager, { ...event, eventId });
  }
}
