import type { StaffDialogueReport } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { dialogueKeepers } from '../medborgardialog.rules.js';
import { countStandings, whyNotOutcome } from '../outcomes/outcome.rules.js';
import type { PointRecord } from '../outcomes/point.repository.js';
import { ReadPoints } from '../outcomes/read-points.service.js';
import { AttendanceRepository } from '../paper/attendance.repository.js';
import { NoteRepository } from '../paper/note.repository.js';
import { QuestionListRepository, type UnreadQuestion } from '../questions/question-list.repository.js';
import { resultOf } from '../statements/result.rules.js';
import { VoteRepository } from '../statements/vote.repository.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { PointsToday } from './points-today.service.js';
import { ReportRepository, type FrozenReport } from './report.repository.js';
import { isEmptyReport } from './report.rules.js';
import { publicNotes, reportView } from './report.view.js';

/** A report as it would be published now, and what stands in its way. */
export interface PreparedReport {
  readonly view: FrozenReport;
  readonly points: readonly PointRecord[];
  readonly newQuestions: readonly UnreadQuestion[];
  readonly newNotes: number;
}

const named = ({ number, text }: PointRecord): string => `${String(number)}. ${text}`;

/** Makes the report of a dialogue from its rows. */
@Injectable()
export class PrepareReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: MedborgardialogAccess,
    private readonly pointsOf: ReadPoints,
    private readonly questions: QuestionListRepository,
    private readonly notes: NoteRepository,
    private readonly attendance: AttendanceRepository,
    private readonly votes: VoteRepository,
    private readonly reports: ReportRepository,
    private readonly followUps: FollowUpRepository,
    private readonly today: PointsToday,
  ) {}

  /** @throws Refused `not.found` */
  read(staff: StaffMember, reference: string, language: Language): Promise<StaffDialogueReport> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.read(manager, staff, reference);
      return this.view(manager, staff, dialogue, language);
    });
  }

  /** What the report would be made of now. */
  async prepare(
    manager: EntityManager,
    dialogue: MedborgardialogRecord,
    summary: string | null,
  ): Promise<PreparedReport> {
    const points = await this.pointsOf.current(manager, dialogue);
    const notes = await this.notes.ofDialogue(manager, dialogue.id);
    const attendance = await this.attendance.ofDialogue(manager, dialogue.id);
    const counted = await this.votes.counted(manager, dialogue.id);
    const statements = counted.map(resultOf);
    return {
      view: reportView(dialogue, { points, notes, attendance, statements, summary }),
      points,
      newQuestions: await this.questions.unread(manager, dialogue.id),
      newNotes: notes.filter(({ state }) => state === 'new').length,
    };
  }

  /** The report as staff prepare it, in the caller's transaction. */
  async view(
    manager: EntityManager,
    staff: StaffMember,
    dialogue: MedborgardialogRecord,
    language: Language,
  ): Promise<StaffDialogueReport> {
    const { id, reference, municipality, municipalityId, title, status, version } = dialogue;
    const summary = (await this.reports.latest(manager, id))?.summary ?? null;
    const { view, points, newQuestions, newNotes } = await this.prepare(manager, dialogue, summary);
    const { isSame } = await this.reports.compare(manager, id, view);
    const versions = await this.reports.versions(manager, id);
    const shown = await this.today.of(manager, view, language);
    return {
      reference,
      municipality,
      title,
      status,
      version,
      mayChange: mayActIn(staff, municipalityId, dialogueKeepers) && whyNotOutcome(status) === null,
      open: points.filter(({ outcome }) => outcome === null).map(named),
      takenBack: points.filter(({ isTakenBack }) => isTakenBack).map(named),
      newQuestions: newQuestions.map(({ reference: number, text }) => `${number}: ${text}`),
      newNotes,
      isEmpty: isEmptyReport(view),
      isChanged: !isSame,
      answersToSend: points.filter(({ questionId, outcome, isTold }) => questionId && outcome && !isTold)
        .length,
      versions,
      summary,
      preview: {
        ...view,
        attendance: [...view.attendance],
        bands: [...view.bands],
        tableNotes: publicNotes(view),
        statements: [...view.statements],
        reference,
        municipality,
        points: shown,
        standings: countStandings(shown),
        versions,
        followUps: await this.followUps.published(manager, id),
      },
    };
  }
}
