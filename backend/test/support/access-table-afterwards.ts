import type { StaffOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';

const everyone = '200 200 200 200 200';
const nobody = '401 401 401 401 401';

/** Routes that mean the same for every municipality, and for everyone. */
const open = (route: string, call: Line['call'], expected = everyone): Line => ({
  route,
  own: expected,
  foreign: expected,
  call,
});

/** A proposal that was answered, so that its sender may say whether it helped. */
async function answered(place: Place): Promise<{ reference: string; followToken: string }> {
  const { reference, followToken } = await place.freshProposal();
  const body = { to: 'answered', version: 1, publicText: 'Tack!' };
  await place.people['case-officer'].api.post(`/triage/proposals/${reference}/moves`, { body });
  return { reference, followToken };
}

/** What the sender says on the own page, and what staff do about it. */
export const afterwardsTable: readonly Line[] = [
  open('PUT /api/v1/follow/outcome', () => ({ path: '/follow/outcome', body: { helped: 'yes' } }), nobody),
  {
    ...open('PUT /api/v1/follow/outcome', async (place) => {
      const { followToken } = await answered(place);
      return { path: '/follow/outcome', body: { helped: 'yes' }, followToken };
    }),
    and: 'the sender’s token',
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/outcome-closings',
    own: '401 200 200 200 403',
    foreign: '401 404 404 404 403',
    call: async (place) => {
      const { reference, followToken } = await answered(place);
      const { body } = await place.app
        .api()
        .put<StaffOutcome>('/follow/outcome', { body: { helped: 'no' }, followToken });
      return {
        path: `/triage/proposals/${reference}/outcome-closings`,
        body: { decision: 'seen', note: 'Läst', toldAt: body.toldAt, version: 2 },
      };
    },
  },
];
