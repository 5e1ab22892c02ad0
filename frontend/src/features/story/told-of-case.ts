import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';

type Told = Pick<FollowedProposal, 'status' | 'events' | 'activities' | 'commitment' | 'responsible'> & {
  doneOn: string | null;
};

/** What the sender is told: of a gathered proposal, what its case has come to, after what happened to it by itself. */
export function toldOfCase(followed: FollowedProposal): Told {
  const { status, events, activities, commitment, responsible } = followed;
  const doneOn = activities.at(0)?.occurredOn ?? null;
  const own = { status, events, activities, commitment, responsible, doneOn };
  const led = followed.case;
  if (!led) return own;
  const ofCase = led.events.filter(({ type }) => type !== 'received' && type !== 'corrected');
  const known = new Set(activities.map(({ id }) => id));
  return {
    status: led.status,
    events: [...events, ...ofCase].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    activities: [...activities, ...led.activities.filter(({ id }) => !known.has(id))],
    commitment: led.commitment,
    responsible: led.responsible,
    doneOn: led.doneOn,
  };
}
