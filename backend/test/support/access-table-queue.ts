import type { KeptView } from '@lofteskartan/shared/contracts/queue-views';
import type { Caller, Place } from './access-scene.js';
import type { Line } from './access-table.js';

const handlers = '401 200 200 200 403';
const notThere = '401 404 404 404 403';

/** What concerns the person who calls, whichever municipality the scene is about. */
const own = (route: string, call: Line['call'], expected = handlers): Line => ({
  route,
  own: expected,
  foreign: expected,
  call,
});

/** A view of somebody with the caller's role, if they may have any. */
async function view(place: Place, caller: Caller): Promise<string> {
  if (caller === 'anonymous' || caller === 'admin') return '00000000-0000-4000-8000-000000000000';
  const body = { name: `Vy ${String(Math.random())}`, filters: 'assignee=me' };
  const { api } = place.people[caller];
  return (await api.post<KeptView>('/triage/views', { key: true, body })).body.id;
}

const chosen = async (place: Place) => [{ reference: (await place.freshProposal()).reference, version: 1 }];

/** The queue as people work in it: views, hands, what is open, several at once. */
export const queueTable: readonly Line[] = [
  own('GET /api/v1/triage/views', () => ({ path: '/triage/views' })),
  own(
    'POST /api/v1/triage/views',
    () => ({
      path: '/triage/views',
      key: true,
      body: { name: `Vy ${String(Math.random())}`, filters: '' },
    }),
    '401 201 201 201 403',
  ),
  own(
    'PUT /api/v1/triage/views/order',
    () => ({ path: '/triage/views/order', body: { ids: ['00000000-0000-4000-8000-000000000000'] } }),
    '401 422 422 422 403',
  ),
  // A colleague's view is nobody else's.
  own(
    'PATCH /api/v1/triage/views/{id}',
    async (place, caller) => ({
      path: `/triage/views/${await view(place, caller)}`,
      body: { filters: 'sort=due' },
    }),
    notThere,
  ),
  own(
    'DELETE /api/v1/triage/views/{id}',
    async (place, caller) => ({ path: `/triage/views/${await view(place, caller)}` }),
    notThere,
  ),
  own('GET /api/v1/triage/assignees', () => ({ path: '/triage/assignees' })),
  own('GET /api/v1/triage/presences', () => ({ path: '/triage/presences' }), '401 200- 200- 200- 403'),
  {
    route: 'PUT /api/v1/triage/proposals/{reference}/presence',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await place.freshProposal()).reference}/presence`,
      body: {},
    }),
  },
  {
    route: 'DELETE /api/v1/triage/proposals/{reference}/presence',
    own: '401 204 204 204 403',
    foreign: notThere,
    call: (place) => ({ path: `/triage/proposals/${place.proposal.reference}/presence` }),
  },
  // What is foreign is refused one by one: the answer says that there is no such proposal.
  own('POST /api/v1/triage/assignments', async (place) => ({
    path: '/triage/assignments',
    key: true,
    body: { proposals: await chosen(place) },
  })),
  own('POST /api/v1/triage/moves', async (place) => ({
    path: '/triage/moves',
    key: true,
    body: { to: 'hidden', proposals: await chosen(place) },
  })),
];
