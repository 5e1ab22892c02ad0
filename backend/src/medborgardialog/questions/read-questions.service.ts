import type {
  PublicQuestions,
  QuestionStory,
  SimilarQuestions,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { questionsCloseAt, whyNotAsk } from '../medborgardialog.rules.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { QuestionEventRepository } from './question-event.repository.js';
import { QuestionListRepository } from './question-list.repository.js';
import { QuestionRepository } from './question.repository.js';
import { isPublicEvent, tidy } from './question.rules.js';
import { dialogueOf, eventOf, publicQuestion } from './question.view.js';

/** What everyone may read of questions. */
@Injectable()
export class ReadQuestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: MedborgardialogAccess,
    private readonly questions: QuestionRepository,
    private readonly lists: QuestionListRepository,
    private readonly gathered: GatheredQuestionsRepository,
    private readonly events: QuestionEventRepository,
  ) {}

  /** The published questions of a dialogue, those that most people want answered first. @throws Refused `not.found` */
  async list(dialogueReference: string, words: string | undefined): Promise<PublicQuestions> {
    const { manager } = this.dataSource;
    const dialogue = await this.access.public(manager, dialogueReference);
    const items = await this.lists.published(manager, dialogue.id, { words: tidy(words ?? '') || null });
    return {
      items: items.map(publicQuestion),
      total: await this.lists.countPublished(manager, dialogue.id),
      open: whyNotAsk(dialogue, 'ahead', this.clock.now()) === null,
      until: questionsCloseAt(dialogue).toISOString(),
    };
  }

  /** The published questions of a dialogue by support, for the rooms that show them in another way. */
  async bySupport(
    manager: EntityManager,
    dialogueId: string,
    limit?: number,
  ): Promise<PublicQuestions['items']> {
    const rows = await this.lists.published(manager, dialogueId, limit === undefined ? {} : { limit });
    return rows.map(publicQuestion);
  }

  /** Published questions like what somebody is about to ask. @throws Refused `not.found` */
  async similar(dialogueReference: string, text: string): Promise<SimilarQuestions> {
    const { manager } = this.dataSource;
    const { id } = await this.access.public(manager, dialogueReference);
    return { items: (await this.lists.similar(manager, id, tidy(text))).map(publicQuestion) };
  }

  /**
   * A published question; one that was gathered leads to the one with which it is answered.
   * @throws Refused `not.found`
   */
  async story(reference: string): Promise<QuestionStory> {
    const { manager } = this.dataSource;
    const asked = await this.questions.byReference(manager, reference);
    if (!asked) throw new Refused('not.found');
    await this.access.public(manager, asked.dialogue);
    const leader = (await this.gathered.leaders(manager, asked.id)).at(-1) ?? asked.id;
    const question = asked.status === 'withdrawn' ? null : await this.lists.publishedById(manager, leader);
    if (!question) throw new Refused('not.found');
    const events = await this.events.ofQuestion(manager, leader);
    return {
      ...publicQuestion(question),
      dialogue: dialogueOf(question),
      events: events.filter(({ type }) => isPublicEvent(type)).map(eventOf),
    };
  }
}
