import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PublicNews } from '../platform/mail/public-news.js';
import { publicActivityView } from './public-activity.view.js';
import { yearlyTotals } from './public-result.rules.js';
import { PublicActivitiesRepository } from './public-activities.repository.js';

/** Writes what everyone may see of a released activity; nothing else ever does. */
@Injectable()
export class PublishActivityService {
  constructor(
    private readonly activities: PublicActivitiesRepository,
    private readonly publicNews: PublicNews,
  ) {}

  /**
   * Writes, or after a change rewrites, the public row of a released activity and the yearly totals of its commitment.
   * @param now its moment of publication when it is the first time
   */
  async publish(manager: EntityManager, activityId: string, now: Date): Promise<void> {
    const released = await this.activities.releasedById(manager, activityId);
    if (!released) throw new Error('An activity that is not released was to be published');
    await this.activities.lockCommitment(manager, released.commitmentId);
    const publishedAt = released.publishedAt ?? now;
    await this.activities.upsert(
      manager,
      released,
      publicActivityView(released, publishedAt),
      publishedAt,
      now,
    );
    if (!released.publishedAt) await this.publicNews.announce(manager, 'activity', activityId);
    const results = await this.activities.releasedResults(manager, released.commitmentId);
    await this.activities.replaceYearlyTotals(manager, released.commitmentId, yearlyTotals(results));
  }
}
