import type { Membership } from '../platform/staff-member.js';

/** An activity as far as permissions ask about it. */
export interface ActivityFacts {
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly confirmedAt: Date | null;
  readonly releasedAt: Date | null;
}

/** What a person may do with an activity now. */
export type ActivityAct = 'change' | 'confirm' | 'release';

const holds = (memberships: readonly Membership[], activity: ActivityFacts, fits: (one: Membership) => boolean) =>
  memberships.some((one) => one.municipalityId === activity.municipalityId && fits(one));

/** Whether a person may do something with an activity, whatever its state. */
export function mayDo(act: ActivityAct, memberships: readonly Membership[], activity: ActivityFacts): boolean {
  const own = (one: Membership): boolean => one.organisationId === activity.organisationId;
  switch (act) {
    case 'confirm':
      return holds(memberships, activity, (one) => one.role === 'coordinator');
    case 'release':
      return holds(memberships, activity, (one) => one.role === 'police-officer' && own(one));
    case 'change':
      return holds(
        memberships,
        activity,
        (one) =>
          one.role === 'coordinator' ||
          (activity.confirmedAt === null &&
            own(one) &&
            (one.role === 'police-officer' || one.role === 'case-officer')),
      );
  }
}

/** What a person may do with an activity in the state that it is in. */
export function allowedOnActivity(memberships: readonly Membership[], activity: ActivityFacts): ActivityAct[] {
  const possible: ActivityAct[] = ['change'];
  if (!activity.confirmedAt) possible.push('confirm');
  else if (!activity.releasedAt) possible.push('release');
  return possible.filter((act) => mayDo(act, memberships, activity));
}
