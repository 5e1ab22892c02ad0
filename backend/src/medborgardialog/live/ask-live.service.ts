import type { AskLive } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { QuestionReceipt } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { isTrapFilled } from '@lofteskartan/shared/trap';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import { Devices } from '../../proposals/devices.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { whyNotAsk } from '../medborgardialog.rules.js';
import { QuestionEventRepository } from '../questions/question-event.repository.js';
import { QuestionRepository } from '../questions/question.repository.js';
import { type QuestionCall, TakeQuestion } from '../questions/take-question.service.js';
import { LiveChanges } from './live-changes.service.js';
import { LiveRepository } from './live.repository.js';
import { isShownAtOnce } from './live.rules.js';

/** Takes questions from phones while a dialogue is held. */
@Injectable()
export class AskLiveService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly devices: Devices,
    private readonly access: MedborgardialogAccess,
    private readonly taking: TakeQuestion,
    private readonly questions: QuestionRepository,
    private readonly events: QuestionEventRepository,
    private readonly live: LiveRepository,
    private readonly changes: LiveChanges,
  ) {}

  /**
   * Takes a question. It waits for a human, unless those who conduct the dialogue let questions through; what looks like personal data, or
   * holds a blocked word, waits all the same.
   * @throws Refused `not.found`, `dialogue.notOpen`, `dialogue.cancelled`
   */
  ask(code: string, body: AskLive, { key, device, language }: QuestionCall): Promise<Reply<QuestionReceipt>> {
    const sender = this.devices.known(device) ?? this.devices.unknown();
    return this.idempotency.run({
      key,
      route: `POST /live/${code}/questions`,
      caller: 'public',
      body,
      work: async (manager) => {
        const dialogue = await this.access.publicByCode(manager, code);
        const refusal = whyNotAsk(dialogue, 'live', this.clock.now());
        if (refusal) throw new Refused(refusal);
        const { id: dialogueId, municipalityId } = dialogue;
        const put = {
          dialogueId,
          municipalityId,
          kind: 'question',
          text: body.text,
          source: 'live',
          language,
          device: sender,
        } as const;
        const cookies = [this.devices.cookie(sender)];
        if (isTrapFilled(body)) return new Reply(201, await this.taking.hold(manager, put), { cookies });
        const receipt = await this.taking.put(manager, put);
        const { questionsDirect } = await this.live.ofDialogue(manager, dialogueId);
        if (questionsDirect) await this.letThrough(manager, receipt.reference);
        await this.changes.changed(manager, dialogueId);
        return new Reply(201, receipt, { cookies });
      },
    });
  }

  private async letThrough(manager: EntityManager, reference: string): Promise<void> {
    const question = await this.questions.byReference(manager, reference);
    if (!question || !isShownAtOnce(question)) return;
    const at = this.clock.now();
    await this.questions.saveStatus(manager, question.id, { status: 'published' }, at);
    await this.events.append(manager, { questionId: question.id, at, type: 'published' });
  }
}
