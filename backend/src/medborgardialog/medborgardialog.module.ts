import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { ConductLiveService } from './live/conduct-live.service.js';
import { DropPins } from './live/drop-pins.service.js';
import { LiveChanges } from './live/live-changes.service.js';
import { LiveQuestionsRepository } from './live/live-questions.repository.js';
import { LiveRepository } from './live/live.repository.js';
import { OpenLive } from './live/open-live.service.js';
import { ReadLive } from './live/read-live.service.js';
import { MedborgardialogAccess } from './medborgardialog-access.service.js';
import { MedborgardialogChanges } from './medborgardialog-changes.service.js';
import { MedborgardialogEventRepository } from './medborgardialog-event.repository.js';
import { MedborgardialogPartsRepository } from './medborgardialog-parts.repository.js';
import { MedborgardialogRepository } from './medborgardialog.repository.js';
import { CastVotes } from './statements/cast-votes.service.js';
import { KeepStatements } from './statements/keep-statements.service.js';
import { StatementRepository } from './statements/statement.repository.js';
import { VoteRepository } from './statements/vote.repository.js';

/** What is shown and done while one is held. */
const live = [
  CastVotes,
  ConductLiveService,
  DropPins,
  KeepStatements,
  LiveChanges,
  LiveQuestionsRepository,
  LiveRepository,
  OpenLive,
  ReadLive,
  StatementRepository,
  VoteRepository,
];

/** Medborgardialoger: what they are, and who may do what with them and when. */
@Module({
  imports: [MunicipalitiesModule, ProposalsModule],
  providers: [
    MedborgardialogAccess,
    MedborgardialogChanges,
    MedborgardialogEventRepository,
    MedborgardialogPartsRepository,
    MedborgardialogRepository,
    ...live,
  ],
  exports: [
    MedborgardialogAccess,
    MedborgardialogChanges,
    MedborgardialogPartsRepository,
    MedborgardialogRepository,
  ],
})
export class MedborgardialogModule {}
