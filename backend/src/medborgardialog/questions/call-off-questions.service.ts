import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { QuestionEventRepository } from './question-event.repository.js';
import { QuestionRepository } from './question.repository.js';
import { TellQuestionNews } from './tell-question-news.service.js';

/** Tells those who asked ahead, and those who support what was asked, that the dialogue was called off: no answer will come from it. */
@Injectable()
export class CallOffQuestions {
  constructor(
    private readonly clock: Clock,
    private readonly questions: QuestionRepository,
    private readonly events: QuestionEventRepository,
    private readonly news: TellQuestionNews,
  ) {}

  /** In the transaction in which a dialogue is called off. Whoever supports a question meanwhile waits, and is refused. */
  async calledOff(manager: EntityManager, dialogueId: string, actorAccountId: string | null): Promise<void> {
    const waiting = await this.questions.lockWaiting(manager, dialogueId);
    const at = this.clock.now();
    for (const questionId of waiting) {
      const event = { questionId, type: 'cancelled' } as const;
      const eventId = await this.events.append(manager, { ...event, at, actorAccountId });
      await this.news.tell(manager, { ...event, eventId });
    }
  }
}
