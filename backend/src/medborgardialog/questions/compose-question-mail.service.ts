import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../../platform/config/config.js';
import { type ClaimedMail, MailOutbox } from '../../platform/mail/mail-outbox.js';
import { htmlText, plainText } from '../../platform/mail/mail-text.js';
import type { OutgoingMail } from '../../platform/mail/mailer.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { QuestionContactRepository } from './question-contact.repository.js';
import {
  confirmQuestionLetter,
  type QuestionLetter,
  type QuestionLetterFacts,
  questionNewsLetter,
} from './question-letters.js';
import { QuestionRepository } from './question.repository.js';
import { isNews, isStillNews } from './question.rules.js';
import { QuestionSecrets } from './question-secrets.js';
import { speakOfQuestions } from './question-words.js';

/** Puts the mails about questions together when they are sent, from what is true then: nothing of them is stored. */
@Injectable()
export class ComposeQuestionMail implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly outbox: MailOutbox,
    private readonly secrets: QuestionSecrets,
    private readonly contacts: QuestionContactRepository,
    private readonly questions: QuestionRepository,
    private readonly gathered: GatheredQuestionsRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.composeWith('question-confirm', (claimed) =>
      this.dataSource.transaction((manager) =>
        this.compose(manager, claimed, claimed.subjectId, ({ contact, ...facts }) =>
          contact.state === 'unconfirmed' ? confirmQuestionLetter({ contact, ...facts }) : null,
        ),
      ),
    );
    this.outbox.composeWith('question-news', (claimed) =>
      this.dataSource.transaction((manager) => this.composeNews(manager, claimed)),
    );
  }

  private async composeNews(manager: EntityManager, claimed: ClaimedMail): Promise<OutgoingMail | null> {
    const news = claimed.subjectId === null ? null : await this.contacts.news(manager, claimed.subjectId);
    const about = news && (await this.questions.byId(manager, news.questionId));
    if (!news || !about || !isNews(news.type)) return null;
    const { type } = news;
    const leaderId = (await this.gathered.leaders(manager, about.id)).at(-1) ?? about.id;
    const leader = await this.questions.byId(manager, leaderId);
    // Whoever was taken out of it meanwhile has a question of their own again, which this is no news of.
    const own = await this.contacts.questionOf(manager, news.contactId);
    if (!own || !(await this.gathered.leaders(manager, own)).includes(about.id)) return null;
    const standing = { status: about.status, isAnswered: leader?.answeredAt !== null };
    if (!leader || !isStillNews(type, standing)) return null;
    return this.compose(manager, claimed, news.contactId, (facts) =>
      facts.contact.state === 'confirmed' ? questionNewsLetter(facts, { type, at: news.at }, leader) : null,
    );
  }

  /** The mail, or null when it is not to be sent any more. */
  private async compose(
    manager: EntityManager,
    { id, kind }: ClaimedMail,
    contactId: string | null,
    write: (facts: QuestionLetterFacts) => QuestionLetter | null,
  ): Promise<OutgoingMail | null> {
    const contact = contactId === null ? null : await this.contacts.byId(manager, contactId);
    const to = contact && this.secrets.open(contact);
    const question = contact && (await this.questions.byId(manager, contact.questionId));
    if (!contact || !to || !question) return null;
    const stopToken = this.secrets.token('question-stop', contact.id);
    const letter = write({
      contact,
      question,
      page: `${this.config.publicUrl}/${contact.municipality}`,
      confirmToken: this.secrets.token('question-confirm', contact.id),
      stopToken,
      followToken: contact.role === 'sender' ? this.secrets.token('question-follow', contact.id) : null,
    });
    if (!letter) return null;
    const { subject, blocks } = letter;
    const { language } = contact;
    const stop = `${this.config.publicUrl}/api/v1/question-contact-stops/${stopToken}`;
    return {
      id,
      to,
      fromName: speakOfQuestions(language)('sender'),
      subject,
      text: plainText(blocks),
      html: htmlText(language, subject, blocks),
      oneClickStop: kind === 'question-news' ? stop : null,
    };
  }
}
