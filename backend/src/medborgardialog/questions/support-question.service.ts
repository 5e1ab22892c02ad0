import type {
  QuestionSupportReceipt,
  SupportQuestion,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import { Devices } from '../../proposals/devices.js';
import { LiveChanges } from '../live/live-changes.service.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { whyNotAwait } from '../medborgardialog.rules.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { KeepQuestionContacts } from './keep-question-contacts.service.js';
import type { QuestionRecord } from './question-record.js';
import { QuestionRepository } from './question.repository.js';
import type { QuestionCall } from './take-question.service.js';

/** "I want to know that too": a device stands behind a question. */
@Injectable()
export class SupportQuestionService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly devices: Devices,
    private readonly access: MedborgardialogAccess,
    private readonly questions: QuestionRepository,
    private readonly gathered: GatheredQuestionsRepository,
    private readonly contacts: KeepQuestionContacts,
    private readonly live: LiveChanges,
  ) {}

  /**
   * Adds a device's support, once; supporting a gathered question supports the one with which it is answered, which the receipt names.
   * @throws Refused `not.found` when it does not show, `dialogue.cancelled` when no answer will come, `question.notNow` when the dialogue was disposed of, `input.invalid` where no address can be taken
   */
  support(
    reference: string,
    body: SupportQuestion,
    { key, device, language }: QuestionCall,
  ): Promise<Reply<QuestionSupportReceipt>> {
    const { contact } = body;
    this.contacts.refuseWithoutMail(contact);
    const known = this.devices.known(device);
    const supporter = known ?? this.devices.unknown();
    return this.idempotency.run({
      key,
      route: `POST /medborgardialog-questions/${reference}/support`,
      caller: known ?? 'public',
      body,
      work: async (manager) => {
        const question = await this.locked(manager, reference);
        const questionId = question.id;
        const contactId = contact
          ? await this.contacts.add(manager, { questionId, role: 'supporter', contact, language })
          : null;
        const support = { questionId, deviceHash: this.devices.hash(supporter), isSender: false, contactId };
        await this.gathered.support(manager, { ...support, at: this.clock.now() });
        await this.gathered.recount(manager, [questionId]);
        await this.live.changed(manager, question.dialogueId);
        const after = await this.questions.byId(manager, questionId);
        const receipt = { reference: question.reference, supportCount: after?.supportCount ?? 0 };
        return new Reply(200, receipt, { cookies: [this.devices.cookie(supporter)] });
      },
    });
  }

  /** The question that a support goes to: published, and led by no other. It is looked for again when it was gathered meanwhile. */
  private async locked(manager: EntityManager, reference: string): Promise<QuestionRecord> {
    const asked = await this.questions.byReference(manager, reference);
    if (!asked || asked.status === 'withdrawn') throw new Refused('not.found');
    await this.access.public(manager, asked.dialogue);
    for (;;) {
      const leaderId = (await this.gathered.leaders(manager, asked.id)).at(-1) ?? asked.id;
      await this.questions.lock(manager, [leaderId]);
      const leader = await this.questions.byId(manager, leaderId);
      if (leader?.gatheredInto) continue;
      if (leader?.status !== 'published') throw new Refused('not.found');
      const refusal = whyNotAwait(leader);
      if (refusal) throw new Refused(refusal);
      return leader;
    }
  }
}
