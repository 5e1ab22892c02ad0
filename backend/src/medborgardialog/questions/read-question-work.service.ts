import type {
  QuestionCounts,
  WorkQuestionDetail,
  WorkQuestions,
} from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type { QuestionStatus } from '@lofteskartan/shared/medborgardialog-questions';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { dialogueKeepers } from '../medborgardialog.rules.js';
import { QuestionAccess } from './question-access.service.js';
import { QuestionEventRepository } from './question-event.repository.js';
import { QuestionListRepository } from './question-list.repository.js';
import { briefOf, shownText, staffEventOf, workQuestion } from './question.view.js';

const none: Pick<QuestionCounts, QuestionStatus> = {
  received: 0,
  published: 0,
  refused: 0,
  gathered: 0,
  withdrawn: 0,
};

/** Questions as staff work with them. */
@Injectable()
export class ReadQuestionWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dialogues: MedborgardialogAccess,
    private readonly access: QuestionAccess,
    private readonly lists: QuestionListRepository,
    private readonly events: QuestionEventRepository,
  ) {}

  /** All questions of a dialogue, those that wait first. @throws Refused `not.found` */
  async list(staff: StaffMember, dialogueReference: string): Promise<WorkQuestions> {
    const { manager } = this.dataSource;
    const dialogue = await this.dialogues.read(manager, staff, dialogueReference);
    const { id, reference, title, municipality, startsAt, status: held } = dialogue;
    const counts = { ...none };
    for (const { status, count } of await this.lists.counts(manager, id)) counts[status] = count;
    return {
      dialogue: {
        reference,
        title,
        municipality,
        startsAt: startsAt.toISOString(),
        isCancelled: held === 'cancelled',
      },
      mayDecide: mayActIn(staff, dialogue.municipalityId, dialogueKeepers),
      items: (await this.lists.all(manager, id)).map(workQuestion),
      counts,
      people: await this.lists.people(manager, id),
    };
  }

  /** A question with its history and others like it. @throws Refused `not.found` */
  one(staff: StaffMember, dialogue: string, question: string): Promise<WorkQuestionDetail> {
    return this.detail(this.dataSource.manager, staff, { dialogue, question });
  }

  /** The same in the caller's transaction. */
  async detail(
    manager: EntityManager,
    staff: StaffMember,
    where: { readonly dialogue: string; readonly question: string },
  ): Promise<WorkQuestionDetail> {
    const { id } = await this.access.read(manager, staff, where.dialogue, where.question);
    const question = await this.lists.workedById(manager, id);
    if (!question) throw new Refused('not.found');
    const similar = await this.lists.similar(manager, question.dialogueId, shownText(question), id);
    return {
      ...workQuestion(question),
      events: (await this.events.ofQuestion(manager, id)).map(staffEventOf),
      similar: similar.map(briefOf),
    };
  }
}
