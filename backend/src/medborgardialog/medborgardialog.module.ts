import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { LiveChanges } from './live/live-changes.service.js';
import { LiveRepository } from './live/live.repository.js';
import { OpenLive } from './live/open-live.service.js';
import { CallOffQuestions } from './questions/call-off-questions.service.js';
import { QuestionContactRepository } from './questions/question-contact.repository.js';
import { QuestionEventRepository } from './questions/question-event.repository.js';
import { QuestionRepository } from './questions/question.repository.js';
import { TellQuestionNews } from './questions/tell-question-news.service.js';
import { CheckedDialogue } from './checked-dialogue.service.js';
import { CloseForgottenDialogues } from './close-forgotten.service.js';
import { DialogueSubjectsRepository } from './dialogue-subjects.repository.js';
import { DialoguesController } from './dialogues.controller.js';
import { MedborgardialogAccess } from './medborgardialog-access.service.js';
import { MedborgardialogChanges } from './medborgardialog-changes.service.js';
import { MedborgardialogEventRepository } from './medborgardialog-event.repository.js';
import { MedborgardialogPartsRepository } from './medborgardialog-parts.repository.js';
import { MedborgardialogRepository } from './medborgardialog.repository.js';
import { StatementRepository } from './statements/statement.repository.js';
import { VoteRepository } from './statements/vote.repository.js';

import { DisposeDialogues } from './disposal/dispose-dialogues.service.js';
import { DialogueDisposalRepository } from './disposal/disposal.repository.js';
import { MedborgardialogerController } from './medborgardialoger.controller.js';
import { MoveDialogues } from './move-dialogues.service.js';
import { PlanDialogues } from './plan-dialogues.service.js';
import { PublicDialogues } from './public-dialogues.service.js';
import { ReadDialogues } from './read-dialogues.service.js';
import { Seats } from './sign-ups/seats.service.js';
import { SignUpRepository } from './sign-ups/sign-up.repository.js';
import { SignUps } from './sign-ups/sign-up.service.js';
import { SignUpsController } from './sign-ups/sign-ups.controller.js';

/** What the live page keeps, and tells all processes of; the room `live` builds on it. */
const live = [LiveChanges, LiveRepository, OpenLive, StatementRepository, VoteRepository];

/** What those who asked are told of when a dialogue is called off; the room `questions` builds on it. */
const questions = [
  CallOffQuestions,
  QuestionContactRepository,
  QuestionEventRepository,
  QuestionRepository,
  TellQuestionNews,
];

/** Medborgardialoger: what they are, and who may do what with them and when. */
@Module({
  imports: [MunicipalitiesModule],
  controllers: [DialoguesController, MedborgardialogerController, SignUpsController],
  providers: [
    CheckedDialogue,
    CloseForgottenDialogues,
    DialogueDisposalRepository,
    DialogueSubjectsRepository,
    DisposeDialogues,
    MedborgardialogAccess,
    MedborgardialogChanges,
    MedborgardialogEventRepository,
    MedborgardialogPartsRepository,
    MedborgardialogRepository,
    ...live,
    ...questions,
    MoveDialogues,
    PlanDialogues,
    PublicDialogues,
    ReadDialogues,
    Seats,
    SignUpRepository,
    SignUps,
  ],
  exports: [
    ...live,
    ...questions,
    DisposeDialogues,
    MedborgardialogAccess,
    MedborgardialogChanges,
    MedborgardialogPartsRepository,
    MedborgardialogRepository,
    MoveDialogues,
    PlanDialogues,
    PublicDialogues,
    SignUps,
  ],
})
export class MedborgardialogModule {}
