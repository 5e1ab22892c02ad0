import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { StaffActivitiesRepository } from './staff-activities.repository.js';
import { type ActivityViewer, staffActivityView } from './staff-activity.view.js';

/** Activities as signed-in staff see them. The caller has checked that the person works in the municipality. */
@Injectable()
export class StaffActivities {
  constructor(private readonly activities: StaffActivitiesRepository) {}

  /**
   * The activities that a proposal led to, latest first.
   * @param source the caller's transaction, or the data source outside one
   */
  async forProposal(
    source: DataSource | EntityManager,
    proposalId: string,
    viewer: ActivityViewer,
  ): Promise<StaffActivity[]> {
    const rows = await this.activities.ofProposal(source, proposalId);
    return rows.map((row) => staffActivityView(row, viewer));
  }
}
