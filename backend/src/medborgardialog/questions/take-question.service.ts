import { randomInt } from 'node:crypto';
import type {
  AskQuestion,
  QuestionContact,
  QuestionReceipt,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { QuestionKind, QuestionSource } from '@lofteskartan/shared/medborgardialog-questions';
import { isTrapFilled } from '@lofteskartan/shared/trap';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Quarantine } from '../../platform/quarantine/quarantine.js';
import { Reply } from '../../platform/reply.js';
import { hashToken, newToken } from '../../platform/security/tokens.js';
import { HoldTexts } from '../../proposals/block-list/hold-texts.service.js';
import { Devices } from '../../proposals/devices.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogRepository } from '../medborgardialog.repository.js';
import { whyNotAsk } from '../medborgardialog.rules.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { KeepQuestionContacts } from './keep-question-contacts.service.js';
import { QuestionEventRepository } from './question-event.repository.js';
import { QuestionRepository } from './question.repository.js';
import { makeQuestionReference, personalDataIn, tidy } from './question.rules.js';

/** What comes along with a question. */
export interface QuestionCall {
  readonly key: string;
  /** The signed device cookie, if there was one. */
  readonly device: string | null;
  readonly language: Language;
}

/** A question that is put in one way or another. */
export interface PutQuestion {
  readonly dialogueId: string;
  readonly municipalityId: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly source: QuestionSource;
  /** At which table it was written. */
  readonly table?: string | null;
  readonly language: Language;
  /** The device that asks; null where nobody's device is known, as for what staff type in from paper. */
  readonly device: string | null;
  readonly contact?: QuestionContact;
}

/** What lies in quarantine of a question: enough to take it in as it was sent, under the number that its sender was told. */
interface HeldQuestion extends PutQuestion {
  readonly reference: string;
  readonly followToken: string;
}

/** What the sender was told, and when; a number only where one was told already. */
interface Told {
  readonly reference: string | null;
  readonly followToken: string;
  readonly at: Date;
}

/** So many taken numbers in a row mean that something else is wrong. */
const mostTries = 20;

/** Takes in questions. Nobody but staff and the sender sees one before a human has read it. */
@Injectable()
export class TakeQuestion implements OnModuleInit {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly devices: Devices,
    private readonly dialogues: MedborgardialogRepository,
    private readonly access: MedborgardialogAccess,
    private readonly questions: QuestionRepository,
    private readonly gathered: GatheredQuestionsRepository,
    private readonly events: QuestionEventRepository,
    private readonly contacts: KeepQuestionContacts,
    private readonly quarantine: Quarantine,
    private readonly blockList: HoldTexts,
  ) {}

  onModuleInit(): void {
    this.quarantine.restoreWith('dialogue-question', {
      tell: (payload) => {
        const { text, contact, reference } = JSON.parse(payload) as HeldQuestion;
        return { reference, words: [text], hasAddress: contact !== undefined };
      },
      restore: async (manager, payload, at) => {
        const { reference, followToken, ...put } = JSON.parse(payload) as HeldQuestion;
        await this.store(manager, put, { reference, followToken, at });
      },
    });
  }

  /**
   * Takes in a question ahead of the dialogue. What filled in the field that no person sees is answered the same and kept aside.
   * @throws Refused `not.found`, `dialogue.cancelled`, `dialogue.questionsClosed`, `input.invalid`, `idempotency.reused`
   */
  ask(
    dialogueReference: string,
    body: AskQuestion,
    { key, device, language }: QuestionCall,
  ): Promise<Reply<QuestionReceipt>> {
    this.contacts.refuseWithoutMail(body.contact);
    const sender = this.devices.known(device) ?? this.devices.unknown();
    return this.idempotency.run({
      key,
      route: `POST /medborgardialoger/${dialogueReference}/questions`,
      caller: 'public',
      body,
      work: async (manager) => {
        const dialogue = await this.access.public(manager, dialogueReference);
        const refusal = whyNotAsk(dialogue, 'ahead', this.clock.now());
        if (refusal) throw new Refused(refusal);
        const { id: dialogueId, municipalityId } = dialogue;
        const { kind, text, contact } = body;
        const put = {
          dialogueId,
          municipalityId,
          kind,
          text,
          source: 'web',
          language,
          device: sender,
        } as const;
        const given = contact ? { ...put, contact } : put;
        const receipt = isTrapFilled(body) ? await this.hold(manager, given) : await this.put(manager, given);
        return new Reply(201, receipt, { cookies: [this.devices.cookie(sender)] });
      },
    });
  }

  /** Takes in a question in the caller's transaction, who has found that one may be put now. */
  put(manager: EntityManager, put: PutQuestion): Promise<QuestionReceipt> {
    return this.store(manager, put, { reference: null, followToken: newToken(), at: this.clock.now() });
  }

  /** Keeps one aside that a machine seems to have sent; its sender is answered as if it had come in. */
  async hold(manager: EntityManager, put: PutQuestion): Promise<QuestionReceipt> {
    const at = this.clock.now();
    const reference = makeQuestionReference((below) => randomInt(below));
    const payload: HeldQuestion = { ...put, reference, followToken: newToken() };
    const { municipalityId } = put;
    await this.quarantine.keep(manager, { kind: 'dialogue-question', municipalityId, payload, at });
    return receiptOf(payload, put.text, at);
  }

  private async store(
    manager: EntityManager,
    { contact, device, text: sent, ...put }: PutQuestion,
    { reference: told, followToken, at }: Told,
  ): Promise<QuestionReceipt> {
    if (!(await this.dialogues.byId(manager, put.dialogueId))) throw new Refused('not.found');
    const text = tidy(sent);
    const { id, reference } = await this.insert(manager, told, {
      ...put,
      text,
      personalData: personalDataIn(text),
      blockedWords: await this.blockList.wordsIn(manager, put.municipalityId, [text]),
      followTokenHash: hashToken(followToken),
      askedAt: at,
    });
    await this.events.append(manager, { questionId: id, at, type: 'received' });
    const { language } = put;
    const contactId = contact
      ? await this.contacts.add(manager, { questionId: id, role: 'sender', contact, language })
      : null;
    // Without a device, as from paper, the asker is still one person.
    const deviceHash = this.devices.hash(device ?? this.devices.unknown());
    await this.gathered.support(manager, { questionId: id, deviceHash, isSender: true, contactId, at });
    await this.gathered.recount(manager, [id]);
    return receiptOf({ followToken, reference }, text, at);
  }

  private async insert(
    manager: EntityManager,
    told: string | null,
    question: Omit<Parameters<QuestionRepository['insert']>[1], 'reference'>,
  ): Promise<{ id: string; reference: string }> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const made = makeQuestionReference((below) => randomInt(below));
      const reference = attempt === 0 && told ? told : made;
      const id = await this.questions.insert(manager, { ...question, reference });
      if (id) return { id, reference };
    }
    throw new Error(`No free number of a question in ${String(mostTries)} tries`);
  }
}

const receiptOf = (
  { reference, followToken }: { readonly reference: string; readonly followToken: string },
  text: string,
  at: Date,
): QuestionReceipt => ({
  reference,
  followToken,
  personalData: personalDataIn(tidy(text)),
  askedAt: at.toISOString(),
});
