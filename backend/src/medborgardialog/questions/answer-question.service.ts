import type { QuestionOutcome } from '@lofteskartan/shared/medborgardialog-questions';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import { LiveChanges } from '../live/live-changes.service.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { QuestionEventRepository } from './question-event.repository.js';
import { QuestionRepository } from './question.repository.js';
import { isNewAnswer, tidy, whyNot } from './question.rules.js';
import { TellQuestionNews } from './tell-question-news.service.js';

/** The answer to a question. */
export interface GivenAnswer {
  readonly publicText: string;
  readonly outcome: QuestionOutcome;
  /** Whoever of staff gives it. */
  readonly actorAccountId?: string | null;
}

/** Answers questions. Everybody who asked gets the same answer: senders and supporters, also of what was gathered. */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly clock: Clock,
    private readonly questions: QuestionRepository,
    private readonly gathered: GatheredQuestionsRepository,
    private readonly events: QuestionEventRepository,
    private readonly news: TellQuestionNews,
    private readonly live: LiveChanges,
  ) {}

  /**
   * Answers a question in the caller's transaction; one that was gathered is answered by the one that leads it. The same answer once
   * more changes nothing and tells nobody; another one takes its place and is told.
   * @throws Refused `not.found`, `question.notNow` for one that is not published
   */
  async answer(
    manager: EntityManager,
    questionId: string,
    { publicText, outcome, actorAccountId = null }: GivenAnswer,
  ): Promise<void> {
    const leaders = await this.gathered.leaders(manager, questionId);
    await this.questions.lock(manager, leaders);
    const question = await this.questions.byId(manager, leaders.at(-1) ?? questionId);
    if (!question) throw new Refused('not.found');
    const refusal = whyNot('answer', {
      status: question.status,
      isAnswered: question.answeredAt !== null,
    });
    if (refusal) throw new Refused(refusal);
    const given = { publicText: tidy(publicText), outcome };
    if (!isNewAnswer(question, given)) return;
    const at = this.clock.now();
    await this.questions.saveAnswer(manager, question.id, given, at);
    const event = { questionId: question.id, type: 'answered' } as const;
    const eventId = await this.events.append(manager, {
      ...event,
      at,
      actorAccountId,
      reason: given.publicText,
      changes: { after: outcome },
    });
    await this.news.tell(manager, { ...event, eventId });
    await this.live.changed(manager, question.dialogueId);
  }
}
