import { Module } from '@nestjs/common';
import { ProposalsModule } from '../../proposals/proposals.module.js';
import { MedborgardialogModule } from '../medborgardialog.module.js';
import { MedborgardialogQuestionsModule } from '../questions/medborgardialog-questions.module.js';
import { CastVotes } from '../statements/cast-votes.service.js';
import { KeepStatements } from '../statements/keep-statements.service.js';
import { AskLiveService } from './ask-live.service.js';
import { ConductLiveController } from './conduct-live.controller.js';
import { ConductLiveService } from './conduct-live.service.js';
import { DropPins } from './drop-pins.service.js';
import { LiveQuestionsRepository } from './live-questions.repository.js';
import { LiveController } from './live.controller.js';
import { ReadLive } from './read-live.service.js';

/** What is shown and done while a medborgardialog is held: on the big screen, on phones, and by those who conduct it. */
@Module({
  imports: [MedborgardialogModule, MedborgardialogQuestionsModule, ProposalsModule],
  controllers: [LiveController, ConductLiveController],
  providers: [
    AskLiveService,
    CastVotes,
    ConductLiveService,
    DropPins,
    KeepStatements,
    LiveQuestionsRepository,
    ReadLive,
  ],
  exports: [CastVotes, KeepStatements],
})
export class MedborgardialogLiveModule {}
