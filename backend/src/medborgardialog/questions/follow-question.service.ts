import type {
  FollowedQuestion,
  QuestionContact,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import { hashToken, newToken } from '../../platform/security/tokens.js';
import { LiveChanges } from '../live/live-changes.service.js';
import { whyNotAwait } from '../medborgardialog.rules.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { KeepQuestionContacts } from './keep-question-contacts.service.js';
import { LetQuestionsGo } from './let-questions-go.service.js';
import { type OpenedQuestion, QuestionAccess } from './question-access.service.js';
import { QuestionEventRepository } from './question-event.repository.js';
import type { QuestionRecord } from './question-record.js';
import { QuestionRepository } from './question.repository.js';
import { whyNot } from './question.rules.js';
import { answerOf, briefOf, dialogueOf, eventOf, refusalOf } from './question.view.js';

/** The sender's own page of a question, and the sender's rights. */
@Injectable()
export class FollowQuestionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QuestionAccess,
    private readonly questions: QuestionRepository,
    private readonly gathered: GatheredQuestionsRepository,
    private readonly events: QuestionEventRepository,
    private readonly contacts: KeepQuestionContacts,
    private readonly letting: LetQuestionsGo,
    private readonly live: LiveChanges,
  ) {}

  /** What the sender sees. @throws Refused `followToken.required`, `followToken.wrong` */
  async show(followToken: string | null): Promise<FollowedQuestion> {
    const { manager } = this.dataSource;
    return this.view(manager, await this.access.followed(manager, followToken));
  }

  /**
   * Takes a question back: it is not shown any more, and its sender is neither counted nor written to. Done twice it changes nothing more.
   * One that others want answered too stays for them as it is: its sender alone goes, and the way to this page with them.
   * @throws Refused `followToken.required`, `followToken.wrong`, `question.notNow` once it is answered
   */
  withdraw(followToken: string | null): Promise<FollowedQuestion> {
    return this.dataSource.transaction(async (manager) => {
      const { question, leader, leaders } = await this.access.followedLocked(manager, followToken);
      if (question.status !== 'withdrawn') {
        const refusal = whyNot('withdraw', {
          status: question.status,
          isAnswered: leader.answeredAt !== null,
        });
        if (refusal) throw new Refused(refusal);
        const at = this.clock.now();
        const type = (await this.gathered.othersWant(manager, question.id)) ? 'left' : 'withdrawn';
        if (type === 'left') await this.questions.loseSender(manager, question.id, hashToken(newToken()), at);
        else await this.hide(manager, question, at);
        await this.events.append(manager, { questionId: question.id, at, type });
        await this.gathered.removeSender(manager, question.id);
        await this.contacts.removeSender(manager, question.id);
        await this.gathered.recount(manager, leaders);
        await this.live.changed(manager, question.dialogueId);
      }
      const after = await this.questions.byId(manager, question.id);
      const view = await this.view(manager, {
        question: after ?? question,
        leader: after ?? question,
        leaders,
      });
      return Object.assign({}, view, { mayWithdraw: false });
    });
  }

  /** Hides a question; what was gathered with it stands on its own, unless it was itself gathered with another. */
  private async hide(
    manager: EntityManager,
    { id, status, gatheredInto }: QuestionRecord,
    at: Date,
  ): Promise<void> {
    if (status !== 'gathered') await this.letting.go(manager, id, null);
    await this.questions.saveStatus(manager, id, { status: 'withdrawn', gatheredInto }, at);
  }

  /** Gives another address, which is asked anew. @throws Refused also `dialogue.cancelled`, `input.invalid` (`notWanted`) */
  changeContact(
    followToken: string | null,
    contact: QuestionContact,
    language: Language,
  ): Promise<FollowedQuestion> {
    return this.dataSource.transaction(async (manager) => {
      const opened = await this.access.followedLocked(manager, followToken);
      if (opened.question.status === 'withdrawn') throw new Refused('question.notNow');
      const refusal = whyNotAwait(opened.question);
      if (refusal) throw new Refused(refusal);
      await this.contacts.change(manager, opened.question.id, contact, language);
      return this.view(manager, opened);
    });
  }

  /** Removes the address; without one nothing changes. */
  async removeContact(followToken: string | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { question } = await this.access.followedLocked(manager, followToken);
      await this.contacts.removeSender(manager, question.id);
    });
  }

  private async view(
    manager: EntityManager,
    { question, leader }: OpenedQuestion,
  ): Promise<FollowedQuestion> {
    const isGathered = question.status === 'gathered' && leader.id !== question.id;
    const events = await this.events.ofQuestion(manager, question.id);
    const answered = isGathered ? await this.events.ofQuestion(manager, leader.id) : [];
    const all = [...events, ...answered.filter(({ type }) => type === 'answered' || type === 'cancelled')];
    const isAnswered = leader.answeredAt !== null;
    return {
      reference: question.reference,
      dialogue: dialogueOf(question),
      kind: question.kind,
      status: question.status,
      text: question.text,
      shownText: question.editedText,
      editedReason: question.editedReason,
      refusal: refusalOf(question),
      gatheredInto: isGathered && leader.status === 'published' ? briefOf(leader) : null,
      supportCount: leader.supportCount,
      answer: question.status === 'withdrawn' ? null : answerOf(leader),
      events: all.map(eventOf),
      mayWithdraw: whyNot('withdraw', { status: question.status, isAnswered }) === null,
      othersWant: await this.gathered.othersWant(manager, question.id),
      contact: await this.contacts.own(manager, question.id),
      askedAt: question.askedAt.toISOString(),
    };
  }
}
