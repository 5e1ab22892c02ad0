import { randomUUID } from 'node:crypto';
import type { ContactRole } from '@lofteskartan/shared/contracts/contacts';
import type {
  OwnQuestionContact,
  QuestionContact,
  QuestionContactReceipt,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { ContactSecrets } from '../../proposals/contact-secrets.js';
import { asksAgain, confirmation, unansweredSince } from '../../proposals/contact.rules.js';
import { LiveChanges } from '../live/live-changes.service.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { QuestionContactRepository, type QuestionContactRecord } from './question-contact.repository.js';
import { QuestionRepository } from './question.repository.js';
import { addressesKeptSince, confirmAllowance } from './question.rules.js';
import { QuestionSecrets } from './question-secrets.js';
import { TellQuestionNews } from './tell-question-news.service.js';

/** Somebody who wants the answer by mail. */
interface GivenContact {
  readonly questionId: string;
  readonly role: ContactRole;
  readonly contact: QuestionContact;
  readonly language: Language;
}

/** Keeps who may be written to about a question. Nobody is, before they have confirmed the address. */
@Injectable()
export class KeepQuestionContacts implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly outbox: MailOutbox,
    private readonly addresses: ContactSecrets,
    private readonly secrets: QuestionSecrets,
    private readonly contacts: QuestionContactRepository,
    private readonly questions: QuestionRepository,
    private readonly gathered: GatheredQuestionsRepository,
    private readonly news: TellQuestionNews,
    private readonly live: LiveChanges,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-question-contacts', '43 3 * * *', () => this.forgetOld());
  }

  /**
   * An address cannot be taken where no mail is sent.
   * @throws Refused `input.invalid` (`notWanted`)
   */
  refuseWithoutMail(contact: QuestionContact | undefined, field = 'contact'): void {
    if (contact && !this.addresses.mailIsSent) throw invalidField(field, 'notWanted');
  }

  /**
   * Stores a contact and has the person asked whether the address is theirs. One that is there already is asked again unless it was
   * confirmed; the answer tells nobody which.
   * @returns the contact's id
   */
  async add(manager: EntityManager, { questionId, role, contact, language }: GivenContact): Promise<string> {
    const at = this.clock.now();
    const id = randomUUID();
    const address = contact.email.trim();
    const addressHash = this.addresses.hash(address);
    const addressSealed = this.secrets.seal(id, address);
    const given = { id, questionId, role, addressHash, addressSealed, language, at };
    if (await this.contacts.insert(manager, given)) {
      await this.ask(manager, id, addressHash, at);
      return id;
    }
    const known = await this.contacts.byAddress(manager, questionId, addressHash);
    if (!known) throw new Error('A contact vanished while it was added');
    if (role === 'sender' && known.role !== 'sender') await this.contacts.makeSender(manager, known.id);
    if (asksAgain(known.state)) {
      await this.contacts.askAgain(manager, known.id, at);
      await this.ask(manager, known.id, addressHash, at);
    }
    return known.id;
  }

  /** The sender's own contact, as the sender sees it, or null. */
  async own(manager: EntityManager, questionId: string): Promise<OwnQuestionContact | null> {
    const contact = await this.contacts.ofSender(manager, questionId);
    const email = contact && this.secrets.open(contact);
    return contact && email ? { email, state: contact.state } : null;
  }

  /** Gives the sender of a locked question another address, which is asked anew. @throws Refused `input.invalid` (`notWanted`) */
  async change(
    manager: EntityManager,
    questionId: string,
    contact: QuestionContact,
    language: Language,
  ): Promise<void> {
    this.refuseWithoutMail(contact, 'email');
    const before = await this.contacts.ofSender(manager, questionId);
    if (before && before.addressHash !== this.addresses.hash(contact.email))
      await this.forget(manager, before.id);
    const id = await this.add(manager, { questionId, role: 'sender', contact, language });
    await this.gathered.linkSender(manager, questionId, id);
    await this.recount(manager, questionId);
  }

  /** Forgets the address of the sender of a locked question; without one nothing changes. */
  async removeSender(manager: EntityManager, questionId: string): Promise<void> {
    const before = await this.contacts.ofSender(manager, questionId);
    if (!before) return;
    await this.forget(manager, before.id);
    await this.recount(manager, questionId);
  }

  /**
   * The address says yes; a repeat answers the same. What was answered meanwhile is told now.
   * @throws Refused `mailLink.wrong`, also after 14 days
   */
  confirm(token: string): Promise<QuestionContactReceipt> {
    return this.answered(token, 'question-confirm', async (manager, contact) => {
      const now = this.clock.now();
      const outcome = confirmation(contact, now);
      if (outcome === 'late') throw new Refused('mailLink.wrong');
      if (outcome === 'as-before') return contact.state;
      await this.contacts.confirm(manager, contact.id, now);
      const leaders = await this.recount(manager, contact.questionId);
      await this.news.tellMissed(manager, contact, leaders);
      return 'confirmed';
    });
  }

  /** Counts anew who wants the answer, and tells those who follow it live. @returns the question and those that lead it */
  private async recount(manager: EntityManager, questionId: string): Promise<string[]> {
    const leaders = await this.gathered.leaders(manager, questionId);
    await this.gathered.recount(manager, leaders);
    const question = await this.questions.byId(manager, questionId);
    if (question) await this.live.changed(manager, question.dialogueId);
    return leaders;
  }

  /** The address wants no more mail; a repeat answers the same. @throws Refused `mailLink.wrong` */
  stop(token: string): Promise<QuestionContactReceipt> {
    return this.answered(token, 'question-stop', async (manager, { id }) => {
      await this.contacts.stop(manager, id);
      return 'stopped';
    });
  }

  private answered(
    token: string,
    link: 'question-confirm' | 'question-stop',
    act: (manager: EntityManager, contact: QuestionContactRecord) => Promise<QuestionContactReceipt['state']>,
  ): Promise<QuestionContactReceipt> {
    const id = this.secrets.contactOf(link, token);
    if (!id) throw new Refused('mailLink.wrong');
    return this.dataSource.transaction(async (manager) => {
      // The questions before the contact, as everyone locks them: its supporters are counted anew.
      const questionId = await this.contacts.questionOf(manager, id);
      if (questionId) await this.questions.lock(manager, await this.gathered.leaders(manager, questionId));
      const contact = await this.contacts.byId(manager, id);
      if (!contact) throw new Refused('mailLink.wrong');
      const { reference, municipality, role } = contact;
      return { reference, municipality, role, state: await act(manager, contact) };
    });
  }

  /** Forgets those who never said yes, and the addresses of dialogues from which nothing more is told. */
  async forgetOld(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      const before = { unanswered: unansweredSince(now), ...addressesKeptSince(now) };
      for (const id of await this.contacts.due(manager, before)) await this.forget(manager, id);
    });
  }

  private async forget(manager: EntityManager, id: string): Promise<void> {
    await this.contacts.remove(manager, id);
    await this.outbox.forget(manager, id);
  }

  private ask(manager: EntityManager, id: string, addressHash: string, at: Date): Promise<void> {
    const kind = 'question-confirm';
    const mail = { kind, cause: `${kind}:${id}:${at.getTime()}`, subjectId: id, addressHash };
    return this.outbox.writeSpaced(manager, confirmAllowance(at), mail);
  }
}
