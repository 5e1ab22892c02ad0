import type { PublicActivity } from '@lofteskartan/shared/contracts/activities';
import type { ReleasedActivity } from './public-activities.repository.js';
import { publicResult } from './public-result.rules.js';

/** What everyone reads about a released activity. Where its commitment publishes no positions nothing tells where it was. */
export function publicActivityView(activity: ReleasedActivity, publishedAt: Date): PublicActivity {
  const { tellsPlace } = activity;
  return {
    id: activity.id,
    commitmentId: activity.commitmentId,
    occurredOn: activity.occurredOn,
    publicText: activity.publicText,
    position:
      tellsPlace && activity.lng !== null && activity.lat !== null ? [activity.lng, activity.lat] : null,
    locality: tellsPlace ? activity.locality : null,
    result: publicResult(activity.result, tellsPlace || activity.tellsSubject),
    organisation: activity.organisation,
    proposalReferences: activity.publicReferences,
    counts: activity.whyNot === null,
    whyNot: activity.whyNot,
    publishedAt: publishedAt.toISOString(),
  };
}
