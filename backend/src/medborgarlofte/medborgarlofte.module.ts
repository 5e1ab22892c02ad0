import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivityImportController } from './activity-import/activity-import.controller.js';
import { ActivityImportRepository } from './activity-import/activity-import.repository.js';
import { ImportActivitiesService } from './activity-import/import-activities.service.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityAccess } from './activity-access.service.js';
import { ActivityListeners } from './activity-listeners.service.js';
import { ActivityRecordsRepository } from './activity-records.repository.js';
import { ActivityRecords } from './activity-records.service.js';
import { ActivityChecks } from './activity-checks.service.js';
import { ChangeActivityService } from './change-activity.service.js';
import { CommitmentsRepository } from './commitments.repository.js';
import { Commitments } from './commitments.service.js';
import { ConfirmActivityService } from './confirm-activity.service.js';
import { FollowUpFigures } from './follow-ups/follow-up-figures.service.js';
import { FollowUpsController } from './follow-ups/follow-ups.controller.js';
import { FollowUpsRepository } from './follow-ups/follow-ups.repository.js';
import { PrintFollowUpService } from './follow-ups/print-follow-up.service.js';
import { PublicFollowUpsRepository } from './follow-ups/public-follow-ups.repository.js';
import { ReadFollowUpsService } from './follow-ups/read-follow-ups.service.js';
import { StaffFollowUpsController } from './follow-ups/staff-follow-ups.controller.js';
import { WriteFollowUpService } from './follow-ups/write-follow-up.service.js';
import { ImportPromiseRepository } from './import-promise.repository.js';
import { ImportPromise } from './import-promise.service.js';
import { LogActivityService } from './log-activity.service.js';
import { MedborgarlofteController } from './medborgarlofte.controller.js';
import { PromiseDraftAccess } from './promise-editor/promise-draft-access.service.js';
import { PromiseDraftsRepository } from './promise-editor/promise-drafts.repository.js';
import { PromiseEditorController } from './promise-editor/promise-editor.controller.js';
import { PromiseSurroundingsRepository } from './promise-editor/promise-surroundings.repository.js';
import { PromiseVersionsController } from './promise-editor/promise-versions.controller.js';
import { PromiseVersionsRepository } from './promise-editor/promise-versions.repository.js';
import { PromiseVersionsService } from './promise-editor/promise-versions.service.js';
import { PublishPromiseService } from './promise-editor/publish-promise.service.js';
import { PublishedPromiseRepository } from './promise-editor/published-promise.repository.js';
import { ReadPromiseDraftsService } from './promise-editor/read-promise-drafts.service.js';
import { WritePromiseDraftService } from './promise-editor/write-promise-draft.service.js';
import { OpeningBalanceRepository } from './opening-balances/opening-balance.repository.js';
import { OpeningBalancesController } from './opening-balances/opening-balances.controller.js';
import { OpeningBalancesService } from './opening-balances/opening-balances.service.js';
import { PromisesRepository } from './promises.repository.js';
import { PublicActivitiesRepository } from './public-activities.repository.js';
import { PublishActivityService } from './publish-activity.service.js';
import { ReadPromisesService } from './read-promises.service.js';
import { ReadPublicActivitiesService } from './read-public-activities.service.js';
import { ReleaseActivityService } from './release-activity.service.js';
import { StaffActivitiesRepository } from './staff-activities.repository.js';
import { StaffActivities } from './staff-activities.service.js';

/** The promise, its commitments, the activities that may count, and the progress that follows from them. */
@Module({
  imports: [MunicipalitiesModule, ProposalsModule, StaffModule],
  controllers: [
    MedborgarlofteController,
    ActivitiesController,
    ActivityImportController,
    FollowUpsController,
    StaffFollowUpsController,
    OpeningBalancesController,
    PromiseEditorController,
    PromiseVersionsController,
  ],
  providers: [
    ActivitiesRepository,
    ActivityImportRepository,
    ActivityAccess,
    ActivityChecks,
    ActivityListeners,
    ActivityRecords,
    ActivityRecordsRepository,
    ChangeActivityService,
    Commitments,
    CommitmentsRepository,
    ConfirmActivityService,
    FollowUpFigures,
    FollowUpsRepository,
    ImportActivitiesService,
    ImportPromise,
    ImportPromiseRepository,
    LogActivityService,
    OpeningBalanceRepository,
    OpeningBalancesService,
    PrintFollowUpService,
    PromiseDraftAccess,
    PromiseDraftsRepository,
    PromisesRepository,
    PromiseSurroundingsRepository,
    PromiseVersionsRepository,
    PromiseVersionsService,
    PublishedPromiseRepository,
    PublicFollowUpsRepository,
    PublicActivitiesRepository,
    PublishActivityService,
    PublishPromiseService,
    ReadFollowUpsService,
    ReadPromiseDraftsService,
    ReadPromisesService,
    ReadPublicActivitiesService,
    ReleaseActivityService,
    StaffActivities,
    StaffActivitiesRepository,
    WriteFollowUpService,
    WritePromiseDraftService,
  ],
  exports: [
    ActivityListeners,
    ActivityRecords,
    Commitments,
    ConfirmActivityService,
    ImportPromise,
    LogActivityService,
    ReadFollowUpsService,
    ReadPromisesService,
    ReadPublicActivitiesService,
    ReleaseActivityService,
    StaffActivities,
    WriteFollowUpService,
  ],
})
export class MedborgarlofteModule {}
