import type { ReferralSettings, ResponsibleBody } from '@lofteskartan/shared/contracts/bodies';
import type { ReferredCase } from '@lofteskartan/shared/contracts/referrals';
import { randomUUID } from 'node:crypto';
import { Secrets } from '../../src/platform/security/secrets.js';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';

const everyone = '200 200 200 200 200';
const handlers = '401 200 200 200 403';
const notThere = '401 404 404 404 403';
const keepers = '401 403 403 200 200';
const notTheirs = '401 403 403 403 403';
const unknown = '404 404 404 404 404';

const open = (route: string, call: Line['call'], expected = everyone): Line => ({
  route,
  own: expected,
  foreign: expected,
  call,
});

/** A body of the place's register, with a name of its own. */
async function body({ people, municipality: { slug } }: Place): Promise<ResponsibleBody> {
  const { body: added } = await people.coordinator.api.post<ResponsibleBody>(
    `/municipalities/${slug}/bodies`,
    {
      key: true,
      body: { kind: 'other', name: `Prov ${randomUUID()}`, email: 'arenden@example.org' },
    },
  );
  return added;
}

/** A proposal that a body has, and the referral's id. */
async function referred(place: Place): Promise<{ reference: string; id: string }> {
  const { reference } = await place.freshProposal();
  const { id: bodyId } = await body(place);
  await place.people['case-officer'].api.post(`/triage/proposals/${reference}/moves`, {
    body: { to: 'referred', version: 1, publicText: 'Det är deras väg.', bodyId, responsible: 'Prov' },
  });
  const [row] = await place.app.dataSource.query<{ id: string }[]>(
    'SELECT r.id FROM referrals r JOIN proposals p ON p.id = r.proposal_id WHERE p.reference = $1',
    [reference],
  );
  return { reference, id: row?.id ?? '' };
}

const token = (place: Place, id: string): string => place.app.get(Secrets).sign('referral-answer', id);

/** Somebody who called and was answered. */
async function toCall(place: Place): Promise<string> {
  const { api } = place.people['police-officer'];
  const { body: receipt } = await api.post<ReferredCase>('/registrations', {
    key: true,
    body: {
      kind: 'speed-check',
      source: 'phone',
      position: place.municipality.center,
      details: { weekdays: [], hourBands: [], problems: [], near: [] },
      contact: { phone: '070-123 45 67' },
    },
  });
  await api.post(`/triage/proposals/${receipt.reference}/moves`, {
    body: { to: 'answered', version: 1, publicText: 'Tack!' },
  });
  return receipt.reference;
}

/** Who answers for places, and what staff register for residents. */
export const bodiesTable: readonly Line[] = [
  open(
    'GET /api/v1/municipalities/{slug}/lamp-faults',
    ({ municipality: { slug } }) => ({ path: `/municipalities/${slug}/lamp-faults` }),
    '200- 200- 200- 200- 200-',
  ),
  {
    route: 'GET /api/v1/municipalities/{slug}/bodies',
    own: keepers,
    foreign: notTheirs,
    call: async (place) => {
      await body(place);
      return { path: `/municipalities/${place.municipality.slug}/bodies` };
    },
  },
  {
    route: 'POST /api/v1/municipalities/{slug}/bodies',
    own: '401 403 403 201 201',
    foreign: notTheirs,
    call: ({ municipality: { slug } }) => ({
      path: `/municipalities/${slug}/bodies`,
      key: true,
      body: { kind: 'road-association', name: `Vägföreningen ${randomUUID()}` },
    }),
  },
  {
    route: 'PUT /api/v1/municipalities/{slug}/bodies/{id}',
    own: keepers,
    foreign: notTheirs,
    call: async (place) => {
      const { id, name, version } = await body(place);
      return {
        path: `/municipalities/${place.municipality.slug}/bodies/${id}`,
        body: { kind: 'other', name, version, how: 'Skriv till oss.' },
      };
    },
  },
  {
    route: 'GET /api/v1/municipalities/{slug}/referral-settings',
    own: keepers,
    foreign: notTheirs,
    call: ({ municipality: { slug } }) => ({ path: `/municipalities/${slug}/referral-settings` }),
  },
  {
    route: 'PUT /api/v1/municipalities/{slug}/referral-settings',
    own: keepers,
    foreign: notTheirs,
    call: async ({ people, municipality: { slug } }) => {
      const path = `/municipalities/${slug}/referral-settings`;
      const { version } = (await people.coordinator.api.get<ReferralSettings>(path)).body;
      return { path, body: { version, reminderDays: 30, noAnswerDays: 60, replyTo: null } };
    },
  },
  {
    route: 'GET /api/v1/triage/proposals/{reference}/responsibility',
    own: handlers,
    foreign: notThere,
    call: ({ proposal: { reference } }) => ({ path: `/triage/proposals/${reference}/responsibility` }),
  },
  {
    route: 'PUT /api/v1/triage/proposals/{reference}/body',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${place.proposal.reference}/body`,
      body: { bodyId: (await body(place)).id },
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/fault-reports',
    own: handlers,
    foreign: notThere,
    call: ({ proposal: { reference } }) => ({
      path: `/triage/proposals/${reference}/fault-reports`,
      body: { body: 'Kommunens felanmälan', number: 'F-17' },
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/referral-previews',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${place.proposal.reference}/referral-previews`,
      body: { bodyId: (await body(place)).id },
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/referral-endings',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await referred(place)).reference}/referral-endings`,
      body: { outcome: 'answered', publicText: 'De lagade den.', version: 2 },
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/call-backs',
    own: '401 200 403 403 403',
    foreign: notThere,
    call: async (place) => ({ path: `/triage/proposals/${await toCall(place)}/call-backs`, body: {} }),
  },
  {
    route: 'POST /api/v1/registrations',
    own: '401 201 201 201 403',
    foreign: notTheirs,
    call: ({ municipality }) => ({
      path: '/registrations',
      key: true,
      body: {
        kind: 'dark-place',
        source: 'phone',
        position: municipality.center,
        details: { causes: ['stairs'], when: [] },
      },
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/supports',
    own: '401 201 201 201 403',
    foreign: notThere,
    call: ({ proposal: { reference } }) => ({
      path: `/triage/proposals/${reference}/supports`,
      key: true,
      body: { source: 'meeting' },
    }),
  },
  open(
    'POST /api/v1/referral-openings',
    () => ({ path: '/referral-openings', body: { token: 'fel' } }),
    unknown,
  ),
  {
    ...open('POST /api/v1/referral-openings', async (place) => ({
      path: '/referral-openings',
      body: { token: token(place, (await referred(place)).id) },
    })),
    and: 'the body’s token',
  },
  open(
    'POST /api/v1/referral-answers',
    () => ({ path: '/referral-answers', key: true, body: { token: 'fel', text: 'Lagat.' } }),
    unknown,
  ),
  {
    ...open(
      'POST /api/v1/referral-answers',
      async (place) => ({
        path: '/referral-answers',
        key: true,
        body: { token: token(place, (await referred(place)).id), text: 'Lagat.' },
      }),
      '201 201 201 201 201',
    ),
    and: 'the body’s token',
  },
  open('DELETE /api/v1/follow/phone', () => ({ path: '/follow/phone' }), '401 401 401 401 401'),
  {
    ...open(
      'DELETE /api/v1/follow/phone',
      async (place) => ({ path: '/follow/phone', followToken: (await place.freshProposal()).followToken }),
      '204 204 204 204 204',
    ),
    and: 'the sender’s token',
  },
];
