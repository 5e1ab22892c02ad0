import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../../municipalities/municipalities.module.js';
import { MedborgardialogModule } from '../medborgardialog.module.js';
import { AttendanceRepository } from '../paper/attendance.repository.js';
import { KeepPaperVotes } from '../paper/keep-paper-votes.service.js';
import { KeepPaper } from '../paper/keep-paper.service.js';
import { NoteRepository } from '../paper/note.repository.js';
import { PaperVoteRepository } from '../paper/paper-vote.repository.js';
import { PaperQuestionsController } from '../paper/paper-questions.controller.js';
import { PaperController } from '../paper/paper.controller.js';
import { TakePaperQuestions } from '../paper/take-paper-questions.service.js';
import { MedborgardialogQuestionsModule } from '../questions/medborgardialog-questions.module.js';
import { FollowUpRepository } from '../reports/follow-up.repository.js';
import { HeardRepository } from '../reports/heard.repository.js';
import { PointsToday } from '../reports/points-today.service.js';
import { PrepareReport } from '../reports/prepare-report.service.js';
import { PublicReportsController } from '../reports/public-reports.controller.js';
import { PublishReport } from '../reports/publish-report.service.js';
import { ReadDialogueFollowUps } from '../reports/read-follow-ups.service.js';
import { ReadHeard } from '../reports/read-heard.service.js';
import { ReadReports } from '../reports/read-reports.service.js';
import { ReportRepository } from '../reports/report.repository.js';
import { ReportWorkController } from '../reports/report-work.controller.js';
import { WriteDialogueFollowUps } from '../reports/write-follow-ups.service.js';
import { CheckPoint } from './check-point.service.js';
import { CompletePoints } from './complete-point.service.js';
import { OwnerRepository } from './owner.repository.js';
import { PointAccess } from './point-access.service.js';
import { PointRepository } from './point.repository.js';
import { PointsController } from './points.controller.js';
import { ReadPoints } from './read-points.service.js';
import { ReadThings } from './read-things.service.js';
import { ThingRepository } from './thing.repository.js';
import { WritePoints } from './write-points.service.js';

/** What comes of medborgardialoger: points, what was gathered on paper, reports and follow-ups. */
@Module({
  imports: [MedborgardialogModule, MedborgardialogQuestionsModule, MunicipalitiesModule],
  controllers: [
    PointsController,
    PaperController,
    PaperQuestionsController,
    ReportWorkController,
    PublicReportsController,
  ],
  providers: [
    AttendanceRepository,
    CheckPoint,
    CompletePoints,
    FollowUpRepository,
    HeardRepository,
    KeepPaper,
    KeepPaperVotes,
    NoteRepository,
    OwnerRepository,
    PaperVoteRepository,
    PointAccess,
    PointRepository,
    PointsToday,
    PrepareReport,
    PublishReport,
    ReadDialogueFollowUps,
    ReadHeard,
    ReadPoints,
    ReadReports,
    ReadThings,
    ReportRepository,
    TakePaperQuestions,
    ThingRepository,
    WriteDialogueFollowUps,
    WritePoints,
  ],
  exports: [
    CompletePoints,
    KeepPaper,
    KeepPaperVotes,
    PrepareReport,
    PublishReport,
    ReadPoints,
    ReadReports,
    WriteDialogueFollowUps,
    WritePoints,
  ],
})
export class MedborgardialogOutcomesModule {}
