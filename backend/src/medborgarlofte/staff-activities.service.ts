import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  StaffActivity,
  StaffActivityPage,
  StaffActivityQuery,
} from '@lofteskartan/shared/contracts/activities';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import { Refused } from '../platform/problem/refused.js';
import { mayOpenSecret, secretsOf } from '../proposals/secrecy.rules.js';
import { mayActIn, municipalitiesWith } from '../staff/access.rules.js';
import { loggingRoles } from './activity.rules.js';
import { StaffActivitiesRepository } from './staff-activities.repository.js';
import { type ActivityViewer, staffActivityView } from './staff-activity.view.js';

/** Activities as signed-in staff see them. */
@Injectable()
export class StaffActivities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly activities: StaffActivitiesRepository,
    private readonly municipalities: MunicipalityLookup,
  ) {}

  /**
   * The activities that a proposal led to, latest first. The caller has checked that the person works in its municipality.
   * @param source the caller's transaction, or the data source outside one
   */
  async forProposal(
    source: DataSource | EntityManager,
    proposalId: string,
    viewer: ActivityViewer,
  ): Promise<StaffActivity[]> {
    const rows = await this.activities.ofProposal(source, proposalId, secretsOf(viewer.staff.memberships));
    return rows.map((row) => staffActivityView(row, viewer));
  }

  /** One activity, of which the caller has checked that the person works in its municipality. */
  async one(manager: EntityManager, id: string, viewer: ActivityViewer): Promise<StaffActivity> {
    const row = await this.activities.byId(manager, id, secretsOf(viewer.staff.memberships));
    if (!row) throw new Refused('not.found');
    return staffActivityView(row, viewer);
  }

  /**
   * One activity of the person's own municipalities.
   * @throws Refused `not.found`, also for one of another municipality and a secret one that is not the person's to open
   */
  async own(id: string, viewer: ActivityViewer): Promise<StaffActivity> {
    const { staff } = viewer;
    const row = await this.activities.byId(this.dataSource, id, secretsOf(staff.memberships));
    if (!row || !mayActIn(staff, row.municipalityId, loggingRoles)) throw new Refused('not.found');
    if (!mayOpenSecret(row, staff.memberships)) throw new Refused('not.found');
    return staffActivityView(row, viewer);
  }

  /** A page of the activities of the person's own municipalities, the latest logged first. */
  async page(query: StaffActivityQuery, viewer: ActivityViewer): Promise<StaffActivityPage> {
    const own = municipalitiesWith(viewer.staff, loggingRoles);
    const after = readCursor(query.cursor, ['moment', 'uuid']);
    const rows = await this.activities.page(this.dataSource, {
      municipalityIds: await this.narrowed(own, query.municipality),
      secretsOf: secretsOf(viewer.staff.memberships),
      state: query.state ?? null,
      after: after && { createdAt: new Date(String(after[0])), id: String(after[1]) },
      limit: pageSize(query.limit) + 1,
    });
    const page = pageOf(rows, query.limit, (row) => [row.createdAt.toISOString(), row.id]);
    return { items: page.rows.map((row) => staffActivityView(row, viewer)), nextCursor: page.nextCursor };
  }

  private async narrowed(own: readonly string[], slug: string | undefined): Promise<readonly string[]> {
    if (slug === undefined) return own;
    const wanted = await this.municipalities.idsBySlugs(this.dataSource.manager, [slug]);
    return own.filter((id) => wanted.includes(id));
  }
}
