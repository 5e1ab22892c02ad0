import type { ConductLive, StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogChanges } from '../medborgardialog-changes.service.js';
import { MedborgardialogPartsRepository } from '../medborgardialog-parts.repository.js';
import { cleanText, whyNotChange } from '../medborgardialog.rules.js';
import { LiveChanges } from './live-changes.service.js';
import { LiveQuestionsRepository } from './live-questions.repository.js';
import { answeredIn, pinsUntil } from './live.rules.js';
import { type LiveRecord, LiveRepository } from './live.repository.js';
import { ReadLive } from './read-live.service.js';

/** Says what is shown on the big screen and on phones. */
@Injectable()
export class ConductLiveService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: MedborgardialogAccess,
    private readonly parts: MedborgardialogPartsRepository,
    private readonly questions: LiveQuestionsRepository,
    private readonly live: LiveRepository,
    private readonly history: MedborgardialogChanges,
    private readonly changes: LiveChanges,
    private readonly reading: ReadLive,
  ) {}

  /**
   * Changes what is named and leaves the rest: two who conduct it do not undo each other. The last word on the same thing holds.
   * @throws Refused `not.found`, `role.insufficient`, `dialogue.cancelled`, `dialogue.reported`, `input.invalid`
   */
  conduct(staff: StaffMember, reference: string, body: ConductLive): Promise<StaffLive> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.add(manager, staff, reference);
      const refusal = whyNotChange(dialogue.status);
      if (refusal) throw new Refused(refusal);
      const { revision: _, ...before } = await this.live.ofDialogue(manager, dialogue.id);
      const after = await this.changed(manager, dialogue.id, before, body);
      const changes = Object.fromEntries(
        Object.entries(after)
          .filter(([name, value]) => !isDeepStrictEqual(before[name as keyof typeof before], value))
          .map(([name, to]) => [name, { from: before[name as keyof typeof before], to }]),
      );
      if (Object.keys(changes).length > 0) {
        await this.live.keep(manager, dialogue.id, after);
        await this.history.added(manager, dialogue, staff, { type: 'conducted', changes });
        await this.changes.conducted(manager, dialogue.id);
      }
      return this.reading.staffView(manager, staff, dialogue);
    });
  }

  private async changed(
    manager: EntityManager,
    dialogueId: string,
    before: Omit<LiveRecord, 'revision'>,
    { agendaItem, question, questionsDirect, pinPrompt, pinKind, ...body }: ConductLive,
  ): Promise<Omit<LiveRecord, 'revision'>> {
    if (agendaItem && !(await this.parts.agenda(manager, dialogueId)).some(({ id }) => id === agendaItem))
      throw invalidField('agendaItem', 'notFound');
    const { answered, unanswered } = body;
    for (const [field, reference] of Object.entries({ question, answered, unanswered }))
      if (reference && !(await this.questions.isPublished(manager, dialogueId, reference)))
        throw invalidField(field, 'notFound');
    const prompt = pinPrompt === undefined ? before.pinPrompt : cleanText(pinPrompt);
    return {
      agendaItemId: agendaItem === undefined ? before.agendaItemId : agendaItem,
      question: question === undefined ? before.question : question,
      questionsDirect: questionsDirect ?? before.questionsDirect,
      pinPrompt: prompt,
      pinKind: pinKind ?? before.pinKind,
      pinsUntil: pinsUntil(before, prompt, this.clock.now()),
      answered: answeredIn(before.answered, body),
    };
  }
}
