import type { ReadProposal } from '@lofteskartan/shared/contracts/cases';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';

const handlers = '401 200 200 200 403';
const notThere = '401 404 404 404 403';

/** Two proposals about one spot, the second gathered under the first. */
async function gathered(place: Place): Promise<{ leader: string; member: ReadProposal }> {
  const [leader, other] = [await place.freshProposal(), await place.freshProposal()];
  const members = [{ reference: other.reference, version: 1 }];
  const path = `/triage/cases/${leader.reference}/members`;
  await place.people['case-officer'].api.post(path, { key: true, body: { version: 1, members } });
  return { leader: leader.reference, member: { reference: other.reference, version: 2 } };
}

/** Cases: what may be about the same spot, and what staff gather. */
export const casesTable: readonly Line[] = [
  {
    route: 'GET /api/v1/triage/cases/{reference}',
    own: handlers,
    foreign: notThere,
    call: ({ proposal: { reference } }) => ({ path: `/triage/cases/${reference}` }),
  },
  {
    route: 'GET /api/v1/triage/likenesses',
    own: handlers,
    foreign: '401 200- 200- 200- 403',
    call: async (place) => {
      const { reference } = await place.freshProposal();
      await place.freshProposal();
      return { path: '/triage/likenesses', query: { reference } };
    },
  },
  {
    route: 'POST /api/v1/triage/cases/{reference}/members',
    own: handlers,
    foreign: notThere,
    call: async (place) => {
      const [leader, other] = [await place.freshProposal(), await place.freshProposal()];
      const members = [{ reference: other.reference, version: 1 }];
      return { path: `/triage/cases/${leader.reference}/members`, key: true, body: { version: 1, members } };
    },
  },
  {
    route: 'POST /api/v1/triage/cases/{reference}/releases',
    own: handlers,
    foreign: notThere,
    call: async (place) => {
      const { leader, member } = await gathered(place);
      const body = { members: [member], reason: 'Inte samma plats' };
      return { path: `/triage/cases/${leader}/releases`, key: true, body };
    },
  },
  {
    route: 'POST /api/v1/triage/cases/{reference}/leaders',
    own: handlers,
    foreign: notThere,
    call: async (place) => {
      const { leader, member } = await gathered(place);
      return { path: `/triage/cases/${leader}/leaders`, key: true, body: { version: 1, leader: member } };
    },
  },
];
