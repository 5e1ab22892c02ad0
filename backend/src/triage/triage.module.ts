import { Module } from '@nestjs/common';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { CaseViewRepository } from './cases/case-view.repository.js';
import { CasesController } from './cases/cases.controller.js';
import { ChangeTriageCaseService } from './cases/change-triage-case.service.js';
import { ReadCaseService } from './cases/read-case.service.js';
import { ChangeTriageProposalService } from './change-triage-proposal.service.js';
import { ContactOpeningsController } from './contact-openings.controller.js';
import { HeldTextsController } from './held-texts.controller.js';
import { ReadHeldTextsService } from './read-held-texts.service.js';
import { EditedWordsController } from './edited-words.controller.js';
import { EditTriageWordsService } from './edit-triage-words.service.js';
import { AssignmentRepository } from './assignment.repository.js';
import { AssignProposalsService } from './assign-proposals.service.js';
import { CasePresenceRepository } from './case-presence.repository.js';
import { CasePresenceService } from './case-presence.service.js';
import { CasePresencesController } from './case-presences.controller.js';
import { MoveProposalsService } from './move-proposals.service.js';
import { NeighboursRepository } from './neighbours.repository.js';
import { AskedOnBehalfController } from './asked-on-behalf.controller.js';
import { OutcomeClosingsController } from './outcome-closings.controller.js';
import { LookAfterResponsibility } from './look-after-responsibility.service.js';
import { QueueRepository } from './queue.repository.js';
import { QueueViewRepository } from './queue-view.repository.js';
import { QueueViewsController } from './queue-views.controller.js';
import { QueueViewsService } from './queue-views.service.js';
import { ReadQueueService } from './read-queue.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import { RedactionsController } from './redactions.controller.js';
import { RedactTriagePhotoService } from './redact-triage-photo.service.js';
import { ReplyTemplatesController } from './templates/reply-templates.controller.js';
import { ReplyTemplatesRepository } from './templates/reply-templates.repository.js';
import { ReplyTemplatesService } from './templates/reply-templates.service.js';
import { RegistrationsController } from './registrations.controller.js';
import { RegistrationsService } from './registrations.service.js';
import { ResponsibilityController } from './responsibility.controller.js';
import { SeveralProposals } from './several-proposals.service.js';
import { SeveralProposalsController } from './several-proposals.controller.js';
import { LookAfterSupporters } from './look-after-supporters.service.js';
import { SupporterOutcomeClosingsController } from './supporter-outcome-closings.controller.js';
import { TriageController } from './triage.controller.js';
import { WorkSummaryRepository } from './work-summary.repository.js';
import { WorkSummaryService } from './work-summary.service.js';

/** The staff's side of a proposal: the queue, and what staff do with one. */
@Module({
  imports: [MedborgarlofteModule, MunicipalitiesModule, ProposalsModule],
  controllers: [
    CasePresencesController,
    CasesController,
    ContactOpeningsController,
    EditedWordsController,
    HeldTextsController,
    OutcomeClosingsController,
    RedactionsController,
    ReplyTemplatesController,
    RegistrationsController,
    ResponsibilityController,
    QueueViewsController,
    SeveralProposalsController,
    SupporterOutcomeClosingsController,
    AskedOnBehalfController,
    TriageController,
  ],
  providers: [
    ReadHeldTextsService,
    AssignmentRepository,
    AssignProposalsService,
    CasePresenceRepository,
    CasePresenceService,
    CaseViewRepository,
    ChangeTriageCaseService,
    ChangeTriageProposalService,
    EditTriageWordsService,
    LookAfterResponsibility,
    LookAfterSupporters,
    MoveProposalsService,
    NeighboursRepository,
    QueueRepository,
    QueueViewRepository,
    QueueViewsService,
    ReadCaseService,
    ReadQueueService,
    ReadTriageProposalService,
    RedactTriagePhotoService,
    ReplyTemplatesRepository,
    ReplyTemplatesService,
    RegistrationsService,
    SeveralProposals,
    WorkSummaryRepository,
    WorkSummaryService,
  ],
  exports: [ChangeTriageProposalService, ReadTriageProposalService, ReplyTemplatesService, SeveralProposals],
})
export class TriageModule {}
