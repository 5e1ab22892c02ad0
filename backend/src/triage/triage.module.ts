import { Module } from '@nestjs/common';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { ChangeTriageProposalService } from './change-triage-proposal.service.js';
import { ContactOpeningsController } from './contact-openings.controller.js';
import { EditedWordsController } from './edited-words.controller.js';
import { EditTriageWordsService } from './edit-triage-words.service.js';
import { NeighboursRepository } from './neighbours.repository.js';
import { OutcomeClosingsController } from './outcome-closings.controller.js';
import { QueueRepository } from './queue.repository.js';
import { ReadQueueService } from './read-queue.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import { TriageController } from './triage.controller.js';
import { WorkSummaryRepository } from './work-summary.repository.js';
import { WorkSummaryService } from './work-summary.service.js';

/** The staff's side of a proposal: the queue, and what staff do with one. */
@Module({
  imports: [MedborgarlofteModule, ProposalsModule],
  controllers: [
    ContactOpeningsController,
    EditedWordsController,
    OutcomeClosingsController,
    TriageController,
  ],
  providers: [
    ChangeTriageProposalService,
    EditTriageWordsService,
    NeighboursRepository,
    QueueRepository,
    ReadQueueService,
    ReadTriageProposalService,
    WorkSummaryRepository,
    WorkSummaryService,
  ],
})
export class TriageModule {}
