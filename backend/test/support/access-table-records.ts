import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { Place } from './access-scene.js';
import { submitProposal } from './proposal.js';
import type { Line } from './access-table.js';

const handlers = '401 200 200 200 403';
const notThere = '401 404 404 404 403';

const coordinators = '401 403 403 200 403';
const notTheirs = '401 403 403 404 403';

/** A proposal with words. */
const wordy = ({ app, municipality }: Place): Promise<ProposalReceipt> =>
  submitProposal(app, {
    kind: 'speed-check',
    position: municipality.center,
    description: 'Kalle kör för fort.',
  });

/** What is kept of proposals and activities: edited words, the log, records, disposal and the documentation of personal data. */
export const recordsTable: readonly Line[] = [
  {
    route: 'GET /api/v1/triage/proposals/{reference}/archive',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({ path: `/triage/proposals/${(await place.freshProposal()).reference}/archive` }),
  },
  {
    route: 'GET /api/v1/follow/data',
    own: '401 401 401 401 401',
    foreign: '401 401 401 401 401',
    call: () => ({ path: '/follow/data' }),
  },
  {
    route: 'GET /api/v1/follow/data',
    and: 'the sender’s token',
    own: '200 200 200 200 200',
    foreign: '200 200 200 200 200',
    call: ({ proposal: { followToken } }) => ({ path: '/follow/data', followToken }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/edited-words',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await wordy(place)).reference}/edited-words`,
      body: { version: 1, description: 'Någon kör för fort.', reason: 'Ett namn' },
    }),
  },
  ...(['GET', 'PUT'] as const).map((method): Line => ({
    route: `${method} /api/v1/triage/proposals/{reference}/record`,
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await place.freshProposal()).reference}/record`,
      ...(method === 'PUT' ? { body: { version: 0, registryNumber: 'KS 2026/1' } } : {}),
    }),
  })),
  {
    route: 'PUT /api/v1/triage/proposals/{reference}/record',
    and: 'a mark of secrecy, which those set who answer for a speed check',
    own: '401 200 403 403 403',
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await place.freshProposal()).reference}/record`,
      body: { version: 0, secrecyGround: '21 kap. 1 § OSL' },
    }),
  },
  {
    route: 'GET /api/v1/triage/proposals/{reference}',
    and: 'a mark of secrecy of the police',
    own: '401 200 404 404 403',
    foreign: notThere,
    call: async (place) => {
      const path = `/triage/proposals/${(await place.freshProposal()).reference}`;
      const body = { version: 0, secrecyGround: '21 kap. 1 § OSL' };
      await place.people['police-officer'].api.put(`${path}/record`, { body });
      return { path };
    },
  },
  ...(['GET', 'PUT'] as const).map((method): Line => ({
    route: `${method} /api/v1/activities/{id}/record`,
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/activities/${(await place.freshActivity()).id}/record`,
      ...(method === 'PUT' ? { body: { version: 0, hold: 'Begärt ut' } } : {}),
    }),
  })),
  ...(['GET', 'PUT'] as const).map((method): Line => ({
    route: `${method} /api/v1/municipalities/{slug}/retention-rules`,
    own: coordinators,
    foreign: notTheirs,
    call: ({ municipality }) => ({
      path: `/municipalities/${municipality.slug}/retention-rules`,
      ...(method === 'PUT' ? { body: { version: 0, rules: [] } } : {}),
    }),
  })),
  {
    route: 'GET /api/v1/municipalities/{slug}/documentation',
    own: coordinators,
    foreign: notTheirs,
    call: ({ municipality }) => ({ path: `/municipalities/${municipality.slug}/documentation` }),
  },
  {
    route: 'GET /api/v1/municipalities/{slug}/documentation/{name}/csv',
    own: coordinators,
    foreign: notTheirs,
    call: ({ municipality }) => ({ path: `/municipalities/${municipality.slug}/documentation/register/csv` }),
  },
  {
    route: 'GET /api/v1/municipalities/{slug}/disposal-preview',
    own: '401 403 403 200- 403',
    foreign: notTheirs,
    call: ({ municipality }) => ({ path: `/municipalities/${municipality.slug}/disposal-preview` }),
  },
  {
    route: 'GET /api/v1/disposals',
    own: '401 403 403 200- 403',
    foreign: notTheirs,
    call: ({ municipality }) => ({ path: '/disposals', query: { municipality: municipality.slug } }),
  },
  ...['', '/people', '/csv'].map((part) => ({
    route: `GET /api/v1/work-log${part}`,
    own: coordinators,
    foreign: notTheirs,
    call: ({ municipality }: Place) => ({
      path: `/work-log${part}`,
      query: { municipality: municipality.slug },
    }),
  })),
];
