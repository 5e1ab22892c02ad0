import type {
  PublishReport as Publication,
  StaffDialogueReport,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogChanges } from '../medborgardialog-changes.service.js';
import { MedborgardialogRepository } from '../medborgardialog.repository.js';
import { cleanText, dialogueMoves } from '../medborgardialog.rules.js';
import { countsAsOpen } from '../outcomes/outcome.rules.js';
import type { PointWriter } from '../outcomes/point-access.service.js';
import type { PointRecord } from '../outcomes/point.repository.js';
import { AnswerQuestion } from '../questions/answer-question.service.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { PrepareReport } from './prepare-report.service.js';
import { ReportRepository } from './report.repository.js';
import { followUpDays, isEmptyReport, whyNotPublish } from './report.rules.js';

/** Publishes the report of a dialogue. Then everybody who asked or supported something gets the answer that stands there. */
@Injectable()
export class PublishReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: MedborgardialogRepository,
    private readonly reports: ReportRepository,
    private readonly followUps: FollowUpRepository,
    private readonly preparing: PrepareReport,
    private readonly answers: AnswerQuestion,
    private readonly changes: MedborgardialogChanges,
  ) {}

  /**
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `dialogue.draft`, `dialogue.cancelled`, `dialogue.notClosed`,
   * `report.questionsNew`, `dialogue.pointsOpen`, `report.notesNew`, `report.empty`, `report.unchanged`, `input.invalid`
   */
  publish(
    { staff, language }: PointWriter,
    reference: string,
    given: Publication,
  ): Promise<StaffDialogueReport> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.change(manager, staff, reference, given.version);
      const { view, points, newQuestions, newNotes } = await this.preparing.prepare(
        manager,
        dialogue,
        cleanText(given.summary),
      );
      const { published, isSame } = await this.reports.compare(manager, dialogue.id, view);
      const refusal = whyNotPublish({
        status: dialogue.status,
        newQuestions: newQuestions.length,
        openPoints: points.filter(countsAsOpen).length,
        newNotes,
        published,
        isChanged: !isSame,
        isEmpty: isEmptyReport(view),
        summary: view.summary,
      });
      if (refusal) throw new Refused(refusal);
      const isFirst = published === 0;
      const reason = isFirst ? null : cleanText(given.reason);
      if (!isFirst && reason === null) throw invalidField('reason', 'required');
      const now = this.clock.now();
      const number = await this.reports.insert(manager, dialogue.id, { view, reason }, now);
      if (isFirst) {
        await this.dialogues.move(manager, dialogue.id, dialogueMoves.report.to, now);
        await this.followUps.plan(manager, dialogue.id, followUpDays(stockholmDate(now)));
      }
      await this.tell(manager, staff, points);
      const type = isFirst ? 'reported' : 'report-corrected';
      await this.changes.changed(manager, dialogue, staff, { type, reason, changes: { number } });
      const after = await this.access.read(manager, staff, reference);
      return this.preparing.view(manager, staff, after, language);
    });
  }

  /** Answers the questions among the points; one that has the same answer already is left alone. */
  private async tell(
    manager: EntityManager,
    { accountId: actorAccountId }: StaffMember,
    points: readonly PointRecord[],
  ): Promise<void> {
    for (const { questionId, outcome, publicText, isTold } of points)
      if (questionId !== null && outcome !== null && publicText !== null && !isTold)
        await this.answers.answer(manager, questionId, { publicText, outcome, actorAccountId });
  }
}
