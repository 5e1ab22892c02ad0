import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from './municipalities/municipalities.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { StaffModule } from './staff/staff.module.js';

/** The rooms of the house. Each new room is one line here. */
@Module({ imports: [MunicipalitiesModule, ProposalsModule, StaffModule] })
export class AppModule {}
