import { Module } from '@nestjs/common';
import { FeedsModule } from './feeds/feeds.module.js';
import { GeocoderModule } from './geocoder/geocoder.module.js';
import { InventoryModule } from './inventory/inventory.module.js';
import { MedborgardialogLiveModule } from './medborgardialog/live/medborgardialog-live.module.js';
import { MedborgardialogModule } from './medborgardialog/medborgardialog.module.js';
import { MedborgardialogQuestionsModule } from './medborgardialog/questions/medborgardialog-questions.module.js';
import { MedborgardialogOutcomesModule } from './medborgardialog/outcomes/medborgardialog-outcomes.module.js';
import { MedborgardialogSheetsModule } from './medborgardialog/sheets/medborgardialog-sheets.module.js';
import { MedborgarlofteModule } from './medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from './municipalities/municipalities.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { PlannerModule } from './planner/planner.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { RecordsModule } from './records/records.module.js';
import { SeedingModule } from './seeding/seeding.module.js';
import { SharingModule } from './sharing/sharing.module.js';
import { SituationModule } from './situation/situation.module.js';
import { SignsModule } from './signs/signs.module.js';
import { StaffModule } from './staff/staff.module.js';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.js';
import { TriageModule } from './triage/triage.module.js';

/** The rooms of the house. Each new room is one line here. */
@Module({
  imports: [
    MunicipalitiesModule,
    GeocoderModule,
    StaffModule,
    ProposalsModule,
    MedborgarlofteModule,
    TriageModule,
    InventoryModule,
    MedborgardialogModule,
    MedborgardialogQuestionsModule,
    MedborgardialogLiveModule,
    MedborgardialogOutcomesModule,
    MedborgardialogSheetsModule,
    PlannerModule,
    SituationModule,
    NotificationsModule,
    SubscriptionsModule,
    FeedsModule,
    SharingModule,
    SignsModule,
    RecordsModule,
    SeedingModule,
  ],
})
export class AppModule {}
