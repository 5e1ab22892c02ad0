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
  open(
    'POST /api/v1/follow/replies',
    () => ({ path: '/follow/replies', key: true, body: { text: 'Där' } }),
    nobody,
  ),
  {
    ...open(
      'POST /api/v1/follow/replies',
      async (place) => {
        const { reference, followToken } = await place.freshProposal();
        const path = `/triage/proposals/${reference}/moves`;
        const { api } = place.people['case-officer'];
        await api.post(path, { body: { to: 'under-review', version: 1 } });
        await api.post(path, { body: { to: 'awaiting-reply', version: 2, publicText: 'Var?' } });
        return { path: '/follow/replies', key: true, body: { text: 'Där' }, followToken };
      },
      '201 201 201 201 201',
    ),
    and: 'the sender’s token',
  },
  open('POST /api/v1/follow/renewals', () => ({ path: '/follow/renewals', body: {} }), nobody),
  {
    ...open('POST /api/v1/follow/renewals', async (place) => {
      const { reference, followToken } = await place.freshProposal();
      const aged = `UPDATE proposals SET created_at = created_at - interval '11 months 5 days' WHERE reference = $1`;
      await place.app.dataSource.query(aged, [reference]);
      return { path: '/follow/renewals', body: {}, followToken };
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
