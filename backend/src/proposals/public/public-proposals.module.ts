import { Module } from '@nestjs/common';
import { AnswerLedgerRepository } from './answer-ledger.repository.js';
import { AnswersController } from './answers.controller.js';
import { FindSimilarService } from './find-similar.service.js';
import { ListProposalsService } from './list-proposals.service.js';
import { MapGridFolder } from './map-grid-folder.js';
import { MapGridRecountRepository } from './map-grid-recount.repository.js';
import { MapGridRepository } from './map-grid.repository.js';
import { MapGrid } from './map-grid.js';
import { MapRepository } from './map.repository.js';
import { ProposalListRepository } from './proposal-list.repository.js';
import { PublicProposalsController } from './public-proposals.controller.js';
import { ReadAnswersService } from './read-answers.service.js';
import { ReadMapService } from './read-map.service.js';
import { RecountMapGridService } from './recount-map-grid.service.js';
import { SimilarRepository } from './similar.repository.js';
import { StoryRepository } from './story.repository.js';
import { TellStoryService } from './tell-story.service.js';

/** What everyone may read about proposals; and `MapGrid`, which the writing side keeps informed. */
@Module({
  controllers: [PublicProposalsController, AnswersController],
  providers: [
    AnswerLedgerRepository,
    FindSimilarService,
    ListProposalsService,
    MapGrid,
    MapGridFolder,
    MapGridRecountRepository,
    MapGridRepository,
    MapRepository,
    ProposalListRepository,
    ReadAnswersService,
    ReadMapService,
    RecountMapGridService,
    SimilarRepository,
    StoryRepository,
    TellStoryService,
  ],
  exports: [MapGrid, TellStoryService],
})
export class PublicProposalsModule {}
