import type {
  DialogueFollowUp,
  FollowedPoint,
} from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import type { PointThing } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { FollowUpMonths } from '@lofteskartan/shared/medborgardialog-outcomes';
import { countStandings } from '../outcomes/outcome.rules.js';
import type { FollowUpRecord, FrozenFollowUp, PublishedFollowUp } from './follow-up.repository.js';
import type { FrozenReport } from './report.repository.js';

/** A follow-up as it is published: of what points became it keeps how far that had come, never what it is called. */
export function frozenFollowUp(
  { title, startsAt }: Pick<FrozenReport, 'title' | 'startsAt'>,
  { words }: Pick<FollowUpRecord, 'words'>,
  points: readonly FollowedPoint[],
): FrozenFollowUp {
  return {
    title,
    startsAt,
    words,
    standings: countStandings(points),
    points: points.map(({ thing, ...point }) => ({
      ...point,
      thing: thing && Object.assign({}, thing, { name: null, path: null }),
    })),
  };
}

/** A published follow-up as everyone reads it. @param things those of its points that are public today */
export function followUpView(
  { reference, municipality, publishedAt, view }: PublishedFollowUp,
  months: FollowUpMonths,
  things: ReadonlyMap<string, PointThing>,
  followUps: number[],
): DialogueFollowUp {
  const named = (frozen: PointThing | null): PointThing | null => {
    if (frozen === null) return null;
    const today = things.get(frozen.id);
    const isPublic = today !== undefined && today.path !== null;
    return isPublic
      ? Object.assign({}, frozen, { name: today.name, path: today.path })
      : Object.assign({}, frozen, { state: null, day: null, activities: null });
  };
  return {
    ...view,
    reference,
    municipality,
    months,
    publishedAt: publishedAt.toISOString(),
    points: view.points.map((point) =>
      // Those that were published before points told their statement tell none.
      Object.assign({}, point, { thing: named(point.thing), statement: point.statement ?? null }),
    ),
    followUps,
  };
}
