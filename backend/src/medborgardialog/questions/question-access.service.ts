import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../../platform/problem/refused.js';
import { hashToken } from '../../platform/security/tokens.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { QuestionContactRepository } from './question-contact.repository.js';
import type { QuestionRecord } from './question-record.js';
import { QuestionRepository } from './question.repository.js';
import { type QuestionAct, whyNot } from './question.rules.js';
import { QuestionSecrets } from './question-secrets.js';

/** A question with whoever leads it. */
export interface OpenedQuestion {
  readonly question: QuestionRecord;
  /** The question with which it is answered: itself when it was not gathered. */
  readonly leader: QuestionRecord;
  /** The ids of the questions that it leads to, itself first. */
  readonly leaders: readonly string[];
}

/** Opens questions for those who may do something with them. */
@Injectable()
export class QuestionAccess {
  constructor(
    private readonly dialogues: MedborgardialogAccess,
    private readonly questions: QuestionRepository,
    private readonly gathered: GatheredQuestionsRepository,
    private readonly contacts: QuestionContactRepository,
    private readonly secrets: QuestionSecrets,
  ) {}

  /**
   * A question for its sender: by the token of the receipt, or by one that stood in a mail to them.
   * @throws Refused `followToken.required`, `followToken.wrong`
   */
  async followed(manager: EntityManager, followToken: string | null): Promise<OpenedQuestion> {
    if (!followToken) throw new Refused('followToken.required');
    const question =
      (await this.questions.byFollowToken(manager, hashToken(followToken))) ??
      (await this.ofMail(manager, followToken));
    if (!question) throw new Refused('followToken.wrong');
    return this.withLeader(manager, question);
  }

  private async ofMail(manager: EntityManager, token: string): Promise<QuestionRecord | null> {
    const contactId = this.secrets.contactOf('question-follow', token);
    const questionId = contactId ? await this.contacts.questionOf(manager, contactId, 'sender') : null;
    return questionId ? this.questions.byId(manager, questionId) : null;
  }

  /** The same, locked with all that it leads to. @throws as `followed` */
  async followedLocked(manager: EntityManager, followToken: string | null): Promise<OpenedQuestion> {
    const { question, leaders } = await this.followed(manager, followToken);
    await this.questions.lock(manager, leaders);
    return this.again(manager, question.id);
  }

  /**
   * A question of a dialogue for somebody who works in its municipality.
   * @throws Refused `not.found`
   */
  async read(
    manager: EntityManager,
    staff: StaffMember,
    dialogueReference: string,
    reference: string,
  ): Promise<QuestionRecord> {
    const { id } = await this.dialogues.read(manager, staff, dialogueReference);
    const question = await this.questions.byReference(manager, reference);
    if (question?.dialogueId !== id) throw new Refused('not.found');
    return question;
  }

  /**
   * A question for somebody who does something with it; the dialogue is locked, so that no circle can arise between two, and the question.
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `question.notNow`
   */
  async change(
    manager: EntityManager,
    staff: StaffMember,
    where: { readonly dialogue: string; readonly question: string },
    { act, version }: { readonly act: QuestionAct; readonly version: number },
  ): Promise<OpenedQuestion> {
    await this.dialogues.add(manager, staff, where.dialogue);
    const seen = await this.read(manager, staff, where.dialogue, where.question);
    await this.questions.lock(manager, await this.gathered.leaders(manager, seen.id));
    const opened = await this.again(manager, seen.id);
    const { question, leader } = opened;
    if (question.version !== version) throw new Refused('version.stale');
    const refusal = whyNot(act, { status: question.status, isAnswered: leader.answeredAt !== null });
    if (refusal) throw new Refused(refusal);
    return opened;
  }

  private async again(manager: EntityManager, id: string): Promise<OpenedQuestion> {
    const question = await this.questions.byId(manager, id);
    if (!question) throw new Error('A question vanished while it was locked');
    return this.withLeader(manager, question);
  }

  private async withLeader(manager: EntityManager, question: QuestionRecord): Promise<OpenedQuestion> {
    const leaders = await this.gathered.leaders(manager, question.id);
    const leaderId = leaders.at(-1) ?? question.id;
    const leader = leaderId === question.id ? question : await this.questions.byId(manager, leaderId);
    return { question, leader: leader ?? question, leaders };
  }
}
