import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ModerateQuestions } from '../medborgardialog/questions/moderate-questions.service.js';
import { SupportQuestionService } from '../medborgardialog/questions/support-question.service.js';
import { TakeQuestion } from '../medborgardialog/questions/take-question.service.js';
import { atMoment } from '../platform/clock.js';
import type { StaffMember } from '../platform/staff-member.js';
import type { DemoQuestion } from './demo-held-dialogue.js';

const hourMs = 3_600_000;

/** Tells the questions for a dialogue of the example data through the services that staff and residents use. */
@Injectable()
export class SeedQuestions {
  constructor(
    private readonly taking: TakeQuestion,
    private readonly moderating: ModerateQuestions,
    private readonly supporting: SupportQuestionService,
  ) {}

  /** Each is asked an hour after the one before, read by staff soon after, and then supported. */
  async tell(
    questions: readonly DemoQuestion[],
    {
      reference,
      from,
      officer,
    }: { readonly reference: string; readonly from: Date; readonly officer: StaffMember },
  ): Promise<void> {
    const call = () => ({ key: randomUUID(), device: null, language: 'sv' }) as const;
    for (const [index, { kind, text, supporters }] of questions.entries()) {
      const at = new Date(from.getTime() + index * hourMs);
      await atMoment(at, async () => {
        const asked = await this.taking.ask(reference, { kind, text }, call());
        if (supporters === undefined) return;
        const question = asked.body.reference;
        await this.moderating.publish(officer, { dialogue: reference, question }, { version: 1 });
        for (let count = 0; count < supporters; count += 1)
          await this.supporting.support(question, {}, call());
      });
    }
  }
}
