import { Module } from '@nestjs/common';
import { CommitmentsRepository } from './commitments.repository.js';
import { Commitments } from './commitments.service.js';
import { StaffActivitiesRepository } from './staff-activities.repository.js';
import { StaffActivities } from './staff-activities.service.js';

/** The promise, its commitments, the activities that may count, and the progress that follows from them. */
@Module({
  providers: [CommitmentsRepository, Commitments, StaffActivitiesRepository, StaffActivities],
  exports: [Commitments, StaffActivities],
})
export class MedborgarlofteModule {}
