import { Module } from '@nestjs/common';
import { ProposalsModule } from '../../proposals/proposals.module.js';
import { MedborgardialogModule } from '../medborgardialog.module.js';
import { AnswerQuestion } from './answer-question.service.js';
import { ComposeQuestionMail } from './compose-question-mail.service.js';
import { FollowQuestionService } from './follow-question.service.js';
import { GatherQuestions } from './gather-questions.service.js';
import { GatheredQuestionsRepository } from './gathered-questions.repository.js';
import { KeepQuestionContacts } from './keep-question-contacts.service.js';
import { LetQuestionsGo } from './let-questions-go.service.js';
import { ModerateQuestions } from './moderate-questions.service.js';
import { QuestionAccess } from './question-access.service.js';
import { QuestionFollowController } from './question-follow.controller.js';
import { QuestionListRepository } from './question-list.repository.js';
import { QuestionMailLinksController } from './question-mail-links.controller.js';
import { QuestionSecrets } from './question-secrets.js';
import { QuestionWorkController } from './question-work.controller.js';
import { QuestionsController } from './questions.controller.js';
import { ReadQuestionWork } from './read-question-work.service.js';
import { ReadQuestions } from './read-questions.service.js';
import { SupportQuestionService } from './support-question.service.js';
import { TakeQuestion } from './take-question.service.js';

/**
 * Questions and subjects of medborgardialoger. Other rooms put questions (`TakeQuestion.put`), read the published ones by support
 * (`ReadQuestions.bySupport`) and answer them, which tells everybody who asked (`AnswerQuestion.answer`).
 */
@Module({
  imports: [MedborgardialogModule, ProposalsModule],
  controllers: [
    QuestionsController,
    QuestionFollowController,
    QuestionMailLinksController,
    QuestionWorkController,
  ],
  providers: [
    AnswerQuestion,
    ComposeQuestionMail,
    FollowQuestionService,
    GatherQuestions,
    GatheredQuestionsRepository,
    KeepQuestionContacts,
    LetQuestionsGo,
    ModerateQuestions,
    QuestionAccess,
    QuestionListRepository,
    QuestionSecrets,
    ReadQuestionWork,
    ReadQuestions,
    SupportQuestionService,
    TakeQuestion,
  ],
  exports: [
    AnswerQuestion,
    ModerateQuestions,
    QuestionListRepository,
    ReadQuestions,
    SupportQuestionService,
    TakeQuestion,
  ],
})
export class MedborgardialogQuestionsModule {}
