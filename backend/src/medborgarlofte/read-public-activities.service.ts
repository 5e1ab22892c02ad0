import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PublicActivity, PublicActivityPage } from '@lofteskartan/shared/contracts/activities';
import type { PageQuery } from '@lofteskartan/shared/contracts/paging';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import { Refused } from '../platform/problem/refused.js';
import { Commitments } from './commitments.service.js';
import { PublicActivitiesRepository } from './public-activities.repository.js';

/** The released activities of a commitment. */
@Injectable()
export class ReadPublicActivitiesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commitments: Commitments,
    private readonly activities: PublicActivitiesRepository,
  ) {}

  /**
   * A page of them, latest first.
   * @throws Refused `not.found` when there is no such commitment
   */
  async page(commitmentId: string, query: PageQuery): Promise<PublicActivityPage> {
    const commitment = await this.commitments.find(this.dataSource, commitmentId);
    if (!commitment?.inOpenMunicipality) throw new Refused('not.found');
    const after = readCursor(query.cursor, ['date', 'uuid']);
    const rows = await this.activities.page(
      this.dataSource,
      commitmentId,
      after && { occurredOn: String(after[0]), id: String(after[1]) },
      pageSize(query.limit) + 1,
    );
    const { rows: items, nextCursor } = pageOf(rows, query.limit, (row) => [row.occurredOn, row.id]);
    return { items, nextCursor };
  }

  /**
   * One released activity.
   * @throws Refused `not.found`, also for one that is not released
   */
  async one(id: string): Promise<PublicActivity> {
    const activity = await this.activities.publicById(this.dataSource, id);
    if (!activity) throw new Refused('not.found');
    return activity;
  }
}
