import { Module } from '@nestjs/common';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { TriageModule } from '../triage/triage.module.js';
import { AlternativeRepository } from './alternative.repository.js';
import { AlternativesController } from './alternatives.controller.js';
import { ArrangeAlternativeService } from './arrange-alternative.service.js';
import { AssessStretchService } from './assess-stretch.service.js';
import { CarController } from './car.controller.js';
import { CarKitRepository } from './car-kit.repository.js';
import { ReadCarKit } from './read-car-kit.service.js';
import { ChangeStretch } from './change-stretch.service.js';
import { EndAlternativeService } from './end-alternative.service.js';
import { FulfilPlan } from './fulfil-plan.service.js';
import { GatherWishes } from './gather-wishes.service.js';
import { GatheringRepository } from './gathering.repository.js';
import { KeepMeasurements } from './measurements/keep-measurements.service.js';
import { MeasurementRepository } from './measurements/measurement.repository.js';
import { MeasurementsController } from './measurements/measurements.controller.js';
import { ReadMeasurements } from './measurements/read-measurements.service.js';
import { TellMeasurement } from './measurements/tell-measurement.service.js';
import { PlanChecks } from './plan-checks.service.js';
import { PlanController } from './plan.controller.js';
import { PlanRepository } from './plan.repository.js';
import { PlannerAccess } from './planner-access.service.js';
import { PlannerSettingsRepository } from './planner-settings.repository.js';
import { PlannerSettingsService } from './planner-settings.service.js';
import { PlannerController } from './planner.controller.js';
import { PublishedStretchRepository } from './published-stretch.repository.js';
import { PublishedStretches } from './published-stretches.service.js';
import { RankingRepository } from './ranking.repository.js';
import { RankStretches } from './rank-stretches.service.js';
import { ReadPlan } from './read-plan.service.js';
import { ReadRanking } from './read-ranking.service.js';
import { ReadStretch } from './read-stretch.service.js';
import { StretchDetailRepository } from './stretch-detail.repository.js';
import { TellAlternative } from './tell-alternative.service.js';
import { TellPlan } from './tell-plan.service.js';
import { StretchRepository } from './stretch.repository.js';
import { StretchesController } from './stretches.controller.js';

/** Speed checks from wishes to a plan. Police-internal: nothing that is public imports or reads this room. */
@Module({
  imports: [MedborgarlofteModule, MunicipalitiesModule, ProposalsModule, StaffModule, TriageModule],
  controllers: [
    PlannerController,
    StretchesController,
    AlternativesController,
    CarController,
    MeasurementsController,
    PlanController,
  ],
  providers: [
    AlternativeRepository,
    ArrangeAlternativeService,
    AssessStretchService,
    CarKitRepository,
    ChangeStretch,
    EndAlternativeService,
    FulfilPlan,
    GatherWishes,
    GatheringRepository,
    KeepMeasurements,
    MeasurementRepository,
    PlanChecks,
    PlanRepository,
    PlannerAccess,
    PlannerSettingsRepository,
    PlannerSettingsService,
    PublishedStretchRepository,
    PublishedStretches,
    RankingRepository,
    RankStretches,
    ReadCarKit,
    ReadMeasurements,
    ReadPlan,
    ReadRanking,
    ReadStretch,
    StretchDetailRepository,
    StretchRepository,
    TellAlternative,
    TellMeasurement,
    TellPlan,
  ],
  exports: [PublishedStretches, TellMeasurement, TellPlan],
})
export class PlannerModule {}
