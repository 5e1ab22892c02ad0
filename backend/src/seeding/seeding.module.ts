import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { MedborgardialogLiveModule } from '../medborgardialog/live/medborgardialog-live.module.js';
import { MedborgardialogModule } from '../medborgardialog/medborgardialog.module.js';
import { MedborgardialogOutcomesModule } from '../medborgardialog/outcomes/medborgardialog-outcomes.module.js';
import { MedborgardialogQuestionsModule } from '../medborgardialog/questions/medborgardialog-questions.module.js';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PlannerModule } from '../planner/planner.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { TriageModule } from '../triage/triage.module.js';
import { SeedAtStart } from './seed-at-start.service.js';
import { SeedBodies } from './seed-bodies.service.js';
import { SeedDemo } from './seed-demo.service.js';
import { SeedDialogues } from './seed-dialogues.service.js';
import { SeedFollowUp } from './seed-follow-up.service.js';
import { SeedHeldDialogues } from './seed-held-dialogues.service.js';
import { SeedInventory } from './seed-inventory.service.js';
import { SeedLighting } from './seed-lighting.service.js';
import { SeedWheel } from './seed-wheel.service.js';
import { SeedMunicipality } from './seed-municipality.service.js';
import { SeedPlan } from './seed-plan.service.js';
import { SeedQuestions } from './seed-questions.service.js';
import { SeedWalks } from './seed-walks.service.js';
import { SeedingRepository } from './seeding.repository.js';

/** Fills a new installation: the municipality and its promise, and example data where that is wanted. */
@Module({
  imports: [
    InventoryModule,
    MedborgardialogLiveModule,
    MedborgardialogModule,
    MedborgardialogOutcomesModule,
    MedborgardialogQuestionsModule,
    MedborgarlofteModule,
    MunicipalitiesModule,
    PlannerModule,
    ProposalsModule,
    StaffModule,
    TriageModule,
  ],
  providers: [
    SeedAtStart,
    SeedBodies,
    SeedDemo,
    SeedDialogues,
    SeedFollowUp,
    SeedHeldDialogues,
    SeedInventory,
    SeedLighting,
    SeedWheel,
    SeedMunicipality,
    SeedPlan,
    SeedQuestions,
    SeedWalks,
    SeedingRepository,
  ],
  exports: [SeedAtStart],
})
export class SeedingModule {}
