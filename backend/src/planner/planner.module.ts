import { Module } from '@nestjs/common';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { ChangeStretch } from './change-stretch.service.js';
import { GatherWishes } from './gather-wishes.service.js';
import { GatheringRepository } from './gathering.repository.js';
import { PlannerAccess } from './planner-access.service.js';
import { PlannerSettingsRepository } from './planner-settings.repository.js';
import { PlannerSettingsService } from './planner-settings.service.js';
import { PlannerController } from './planner.controller.js';
import { RankingRepository } from './ranking.repository.js';
import { RankStretches } from './rank-stretches.service.js';
import { ReadRanking } from './read-ranking.service.js';
import { ReadStretch } from './read-stretch.service.js';
import { StretchDetailRepository } from './stretch-detail.repository.js';
import { StretchRepository } from './stretch.repository.js';
import { StretchesController } from './stretches.controller.js';

/** Speed checks from wishes to a plan. Police-internal: nothing that is public imports or reads this room. */
@Module({
  imports: [MedborgarlofteModule, MunicipalitiesModule, ProposalsModule, StaffModule],
  controllers: [PlannerController, StretchesController],
  providers: [
    ChangeStretch,
    GatherWishes,
    GatheringRepository,
    PlannerAccess,
    PlannerSettingsRepository,
    PlannerSettingsService,
    RankingRepository,
    RankStretches,
    ReadRanking,
    ReadStretch,
    StretchDetailRepository,
    StretchRepository,
  ],
})
export class PlannerModule {}
