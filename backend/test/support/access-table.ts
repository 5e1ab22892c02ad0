import { ROLES } from '@lofteskartan/shared/vocabulary';
import { type Caller, photoForm, type Place } from './access-scene.js';
import { accountsTable } from './access-table-accounts.js';
import { afterwardsTable } from './access-table-afterwards.js';
import { supportersTable } from './access-table-supporters.js';
import { recordsTable } from './access-table-records.js';
import { townTable } from './access-table-town.js';
import { populationTable } from './access-table-population.js';
import { townListsTable } from './access-table-town-lists.js';
import { casesTable } from './access-table-cases.js';
import { feedsTable } from './access-table-feeds.js';
import { subscriptionsTable } from './access-table-subscriptions.js';
import { templatesTable } from './access-table-templates.js';
import { promiseTable } from './access-table-promise.js';
import { holdTable } from './access-table-hold.js';
import { photosTable } from './access-table-photos.js';
import { bodiesTable } from './access-table-bodies.js';
import { inventoryTable } from './access-table-inventory.js';
import { walksTable } from './access-table-walks.js';
import { dialoguesTable } from './access-table-dialogues.js';
import { carTable } from './access-table-car.js';
import { measurementsTable } from './access-table-measurements.js';
import { plannerTable } from './access-table-planner.js';
import { situationTable } from './access-table-situation.js';
import { signsTable } from './access-table-signs.js';
import { liveTable } from './access-table-live.js';
import { tablesTable } from './access-table-tables.js';
import { outcomesTable } from './access-table-outcomes.js';
import { questionsTable } from './access-table-questions.js';
import { queueTable } from './access-table-queue.js';
import type { CallOptions } from './api.js';

/** What a line calls: the address, with its parameters filled in, and what is sent. */
interface Call extends CallOptions {
  readonly path: string;
}

/**
 * A route, called by nobody, a police officer, a case officer, a coordinator and an administrator, about something of their
 * own municipality and then of a foreign one. `200-` is an empty list, `200+` holds what only staff may read.
 */
export interface Line {
  readonly route: string;
  /** What the call brings besides a session. */
  readonly and?: string;
  readonly own: string;
  readonly foreign: string;
  readonly call: (place: Place, caller: Caller) => Call | Promise<Call>;
}

/** The columns of the table. */
export const callers: readonly Caller[] = ['anonymous', ...ROLES];
const everyone = '200 200 200 200 200';
const created = '201 201 201 201 201';
const nobody = '401 401 401 401 401';
const handlers = '401 200 200 200 403';
const notThere = '401 404 404 404 403';
const coordinators = '401 403 403 200 403';
const notTheirs = '401 403 403 404 403';
const unknown = '404 404 404 404 404';
const contact = { email: 'avsandare@example.org', name: 'Kim' };
const noteText = { text: 'En anteckning' };

/** Routes that mean the same for every municipality, and for everyone. */
const open = (route: string, call: Line['call'], expected = everyone): Line => ({
  route,
  own: expected,
  foreign: expected,
  call,
});

/** Every route of the product. */
export const accessTable: readonly Line[] = [
  open('GET /health/live', () => ({ path: '/health/live' })),
  open('GET /health/ready', () => ({ path: '/health/ready' })),
  open('GET /api/docs', () => ({ path: '/api/docs' })),
  open('GET /api/docs.css', () => ({ path: '/api/docs.css' })),
  open('GET /api/v1/openapi.json', () => ({ path: '/openapi.json' })),

  open('GET /api/v1/municipalities', () => ({ path: '/municipalities' })),
  open('GET /api/v1/municipalities/{slug}', ({ municipality: { slug } }) => ({
    path: `/municipalities/${slug}`,
  })),
  open('GET /api/v1/municipalities/{slug}/places', ({ municipality: { slug } }) => ({
    path: `/municipalities/${slug}/places`,
  })),
  {
    route: 'GET /api/v1/municipalities/{slug}/settings',
    own: '401 403 403 200 200',
    foreign: '401 403 403 403 403',
    call: ({ municipality: { slug } }) => ({ path: `/municipalities/${slug}/settings` }),
  },
  {
    route: 'PATCH /api/v1/municipalities/{slug}/settings',
    own: '401 403 403 200 200',
    foreign: '401 403 403 403 403',
    call: ({ municipality: { slug } }) => ({
      path: `/municipalities/${slug}/settings`,
      body: { releaseDelayHours: 24 },
    }),
  },

  open('GET /api/v1/proposals', ({ municipality }) => ({
    path: '/proposals',
    query: { municipality: municipality.slug },
  })),
  open('GET /api/v1/answers', ({ municipality }) => ({
    path: '/answers',
    query: { municipality: municipality.slug },
  })),
  open(
    'POST /api/v1/proposals',
    ({ municipality }) => ({
      path: '/proposals',
      key: true,
      body: { kind: 'dark-place', position: municipality.center, details: { causes: [], when: [] } },
    }),
    created,
  ),
  open('GET /api/v1/proposals/map', ({ municipality: { bbox } }) => ({
    path: '/proposals/map',
    query: { bbox: bbox.join(), zoom: 12 },
  })),
  open('GET /api/v1/proposals/similar', ({ municipality: { center } }) => ({
    path: '/proposals/similar',
    query: { position: center.join(), kind: 'speed-check' },
  })),
  open('GET /api/v1/proposals/{reference}', ({ proposal }) => ({ path: `/proposals/${proposal.reference}` })),
  open('POST /api/v1/proposals/{reference}/support', ({ proposal }) => ({
    path: `/proposals/${proposal.reference}/support`,
    key: true,
  })),
  open(
    'POST /api/v1/proposals/{reference}/photos',
    async ({ proposal }) => ({
      path: `/proposals/${proposal.reference}/photos`,
      key: true,
      form: await photoForm(),
    }),
    nobody,
  ),
  {
    ...open(
      'POST /api/v1/proposals/{reference}/photos',
      async (place) => {
        const { reference, followToken } = await place.freshProposal();
        return { path: `/proposals/${reference}/photos`, key: true, followToken, form: await photoForm() };
      },
      created,
    ),
    and: 'the sender’s token',
  },
  {
    ...open(
      'POST /api/v1/proposals/{reference}/photos',
      async (place) => {
        const { reference } = await place.freshProposal();
        const { followToken } = place.proposal;
        return { path: `/proposals/${reference}/photos`, key: true, followToken, form: await photoForm() };
      },
      nobody,
    ),
    and: 'another sender’s token',
  },
  {
    route: 'GET /api/v1/photos/{id}',
    own: '404 200 200 200 404',
    foreign: '404 404 404 404 404',
    call: ({ photoId }) => ({ path: `/photos/${photoId}` }),
  },
  {
    route: 'GET /api/v1/photos/{id}/thumbnail',
    own: '404 200 200 200 404',
    foreign: '404 404 404 404 404',
    call: ({ photoId }) => ({ path: `/photos/${photoId}/thumbnail` }),
  },
  {
    ...open('GET /api/v1/photos/{id}', ({ photoId, proposal: { followToken } }) => ({
      path: `/photos/${photoId}`,
      followToken,
    })),
    and: 'the sender’s token',
  },
  open(
    'POST /api/v1/proposals/{reference}/reports',
    ({ proposal }) => ({
      path: `/proposals/${proposal.reference}/reports`,
      key: true,
      body: { reason: 'other' },
    }),
    created,
  ),
  open('GET /api/v1/follow', () => ({ path: '/follow' }), nobody),
  {
    ...open('GET /api/v1/follow', ({ proposal: { followToken } }) => ({ path: '/follow', followToken })),
    and: 'the sender’s token',
  },
  open('POST /api/v1/follow/withdraw', () => ({ path: '/follow/withdraw', body: {} }), nobody),
  {
    ...open('POST /api/v1/follow/withdraw', async (place) => {
      const { followToken } = await place.freshProposal();
      return { path: '/follow/withdraw', body: {}, followToken };
    }),
    and: 'the sender’s token',
  },

  open('PUT /api/v1/follow/contact', () => ({ path: '/follow/contact', body: contact }), nobody),
  {
    ...open('PUT /api/v1/follow/contact', async (place) => {
      const { followToken } = await place.freshProposal();
      return { path: '/follow/contact', body: contact, followToken };
    }),
    and: 'the sender’s token',
  },
  open('DELETE /api/v1/follow/contact', () => ({ path: '/follow/contact' }), nobody),
  {
    ...open(
      'DELETE /api/v1/follow/contact',
      async (place) => {
        const { followToken } = await place.freshProposal();
        return { path: '/follow/contact', followToken };
      },
      '204 204 204 204 204',
    ),
    and: 'the sender’s token',
  },
  open(
    'POST /api/v1/contact-confirmations',
    () => ({ path: '/contact-confirmations', body: { token: 'guessed' } }),
    unknown,
  ),
  {
    ...open('POST /api/v1/contact-confirmations', ({ contactTokens }) => ({
      path: '/contact-confirmations',
      body: { token: contactTokens.confirm },
    })),
    and: 'a token from a mail',
  },
  open('POST /api/v1/contact-stops', () => ({ path: '/contact-stops', body: { token: 'guessed' } }), unknown),
  {
    ...open('POST /api/v1/contact-stops', ({ contactTokens }) => ({
      path: '/contact-stops',
      body: { token: contactTokens.stop },
    })),
    and: 'a token from a mail',
  },
  open('POST /api/v1/contact-stops/{token}', () => ({ path: '/contact-stops/guessed' }), unknown),
  {
    ...open('POST /api/v1/contact-stops/{token}', ({ contactTokens }) => ({
      path: `/contact-stops/${contactTokens.stop}`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://mail.example' },
    })),
    and: 'a token from a mail',
  },
  open(
    'POST /api/v1/own-proposal-links',
    () => ({ path: '/own-proposal-links', body: { email: 'nobody@example.org' } }),
    '202 202 202 202 202',
  ),
  open('POST /api/v1/own-proposals', () => ({ path: '/own-proposals', body: { token: 'guessed' } }), unknown),
  {
    ...open('POST /api/v1/own-proposals', async (place) => ({
      path: '/own-proposals',
      body: { token: await place.ownProposalsToken() },
    })),
    and: 'a token from a mail',
  },

  open(
    'POST /api/v1/sessions',
    () => ({ path: '/sessions', body: { email: 'a@example.org', password: 'fel' } }),
    nobody,
  ),
  open('GET /api/v1/sessions/current', () => ({ path: '/sessions/current' }), '401 200 200 200 200'),
  open('DELETE /api/v1/sessions/current', () => ({ path: '/sessions/current' }), '401 200 200 200 200'),
  open('GET /api/v1/organisations', () => ({ path: '/organisations' }), '401 200 200 200 200'),
  open('GET /api/v1/accounts', () => ({ path: '/accounts' }), '401 403 403 403 200'),
  {
    route: 'POST /api/v1/accounts',
    own: '401 403 403 403 201',
    foreign: '401 403 403 403 403',
    call: ({ municipality: { slug, office } }, caller) => ({
      path: '/accounts',
      key: true,
      body: {
        email: `ny-${caller}-${slug}@example.org`,
        name: 'Ny Person',
        memberships: [{ organisation: office.slug, municipality: slug, role: 'case-officer' }],
      },
    }),
  },
  {
    route: 'PATCH /api/v1/accounts/{id}',
    own: '401 403 403 403 200',
    foreign: '401 403 403 403 404',
    call: async (place) => ({
      path: `/accounts/${await place.freshAccount()}`,
      body: { version: 1, active: false },
    }),
  },

  {
    route: 'GET /api/v1/triage/proposals',
    own: handlers,
    foreign: '401 200- 200- 200- 403',
    call: ({ municipality }) => ({ path: '/triage/proposals', query: { municipality: municipality.slug } }),
  },
  open('GET /api/v1/triage/summary', () => ({ path: '/triage/summary' }), handlers),
  {
    route: 'GET /api/v1/triage/proposals/{reference}',
    own: handlers,
    foreign: notThere,
    call: ({ proposal }) => ({ path: `/triage/proposals/${proposal.reference}` }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/moves',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await place.freshProposal()).reference}/moves`,
      body: { to: 'under-review', version: 1 },
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/moves',
    and: 'a plan of the police',
    own: '401 200 403 403 403',
    foreign: notThere,
    call: async (place) => {
      const path = `/triage/proposals/${(await place.freshProposal()).reference}/moves`;
      const body = { to: 'committed', version: 1, commitmentId: place.commitment.id };
      await place.people['case-officer'].api.post(path, { body });
      return { path, body: { to: 'planned', version: 2 } };
    },
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/publication',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await place.freshProposal()).reference}/publication`,
      body: { text: 'release' },
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/notes',
    own: '401 201 201 201 403',
    foreign: notThere,
    call: ({ proposal }) => ({ path: `/triage/proposals/${proposal.reference}/notes`, body: noteText }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/contact-openings',
    and: 'a speed check, for which the police are responsible',
    own: '401 200 403 403 403',
    foreign: notThere,
    call: ({ proposal }) => ({ path: `/triage/proposals/${proposal.reference}/contact-openings`, body: {} }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/contact-openings',
    and: 'a dark place, for which the municipality is responsible',
    own: '401 403 200 200 403',
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await place.darkPlace()).reference}/contact-openings`,
      body: {},
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/report-closings',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${place.proposal.reference}/report-closings`,
      body: { version: 1, reports: await place.freshReport(), outcome: 'kept', note: 'Läst' },
    }),
  },
  ...afterwardsTable,
  ...questionsTable,
  ...supportersTable,
  ...liveTable,
  ...tablesTable,
  ...outcomesTable,
  ...recordsTable,
  ...townTable,
  ...populationTable,
  ...townListsTable,
  ...casesTable,
  ...subscriptionsTable,
  ...feedsTable,
  ...templatesTable,
  ...promiseTable,
  ...bodiesTable,
  ...accountsTable,
  ...queueTable,
  ...holdTable,
  ...carTable,
  ...plannerTable,
  ...measurementsTable,
  ...signsTable,
  ...photosTable,
  ...inventoryTable,
  ...situationTable,
  ...walksTable,
  ...dialoguesTable,
  {
    route: 'POST /api/v1/triage/proposals/{reference}/corrections',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await place.freshProposal()).reference}/corrections`,
      body: { reason: 'Fel plats', placeName: 'Torget' },
    }),
  },

  {
    route: 'GET /api/v1/medborgarloften',
    own: '200 200+ 200+ 200+ 200',
    foreign: everyone,
    call: ({ municipality }) => ({ path: '/medborgarloften', query: { municipality: municipality.slug } }),
  },
  {
    route: 'GET /api/v1/medborgarloften/{id}',
    own: '200 200+ 200+ 200+ 200',
    foreign: everyone,
    call: ({ commitment }) => ({ path: `/medborgarloften/${commitment.medborgarlofteId}` }),
  },
  {
    route: 'GET /api/v1/commitments/{id}',
    own: '200 200+ 200+ 200+ 200',
    foreign: everyone,
    call: ({ commitment }) => ({ path: `/commitments/${commitment.id}` }),
  },
  open(
    'GET /api/v1/commitments/{id}/activities',
    async (place) => {
      await place.confirmedActivity();
      return { path: `/commitments/${place.commitment.id}/activities` };
    },
    '200- 200- 200- 200- 200-',
  ),
  {
    route: 'GET /api/v1/activities',
    own: handlers,
    foreign: '401 200- 200- 200- 403',
    call: async (place) => {
      await place.freshActivity();
      return { path: '/activities', query: { municipality: place.municipality.slug } };
    },
  },
  {
    route: 'POST /api/v1/activities',
    own: '401 201 201 201 403',
    foreign: notThere,
    call: (place, caller) => ({ path: '/activities', key: true, body: place.activity(caller) }),
  },
  {
    route: 'GET /api/v1/activities/{id}',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({ path: `/activities/${(await place.freshActivity()).id}` }),
  },
  {
    route: 'PATCH /api/v1/activities/{id}',
    own: '401 200 403 200 403',
    foreign: notThere,
    call: async (place) => ({
      path: `/activities/${(await place.freshActivity()).id}`,
      body: { publicText: 'Vi mätte hastigheten i morse.' },
    }),
  },
  {
    route: 'PATCH /api/v1/activities/{id}',
    and: 'a confirmation before it',
    own: '401 403 403 200 403',
    foreign: notThere,
    call: async (place) => ({
      path: `/activities/${(await place.confirmedActivity()).id}`,
      body: { publicText: 'Vi mätte hastigheten i morse.', reason: 'Skrivfel' },
    }),
  },
  {
    route: 'POST /api/v1/activities/{id}/confirm',
    own: '401 403 403 200 403',
    foreign: '401 403 403 404 403',
    call: async (place) => ({ path: `/activities/${(await place.freshActivity()).id}/confirm` }),
  },
  {
    route: 'POST /api/v1/activities/{id}/release',
    own: '401 200 403 403 403',
    foreign: '401 404 403 403 403',
    call: async (place) => ({ path: `/activities/${(await place.confirmedActivity()).id}/release` }),
  },

  open('GET /api/v1/follow-ups', async (place) => {
    await place.publishedFollowUp();
    return { path: '/follow-ups', query: { municipality: place.municipality.slug } };
  }),
  open('GET /api/v1/follow-ups/by-date', async (place) => {
    const { municipality, asOf } = await place.publishedFollowUp();
    return { path: '/follow-ups/by-date', query: { municipality, asOf } };
  }),
  open('GET /api/v1/follow-ups/{id}', async (place) => ({
    path: `/follow-ups/${(await place.publishedFollowUp()).id}`,
  })),
  {
    ...open(
      'GET /api/v1/follow-ups/{id}',
      async (place) => ({ path: `/follow-ups/${(await place.writtenFollowUp()).id}` }),
      '404 404 404 404 404',
    ),
    and: 'nobody’s publication before it',
  },
  open('GET /api/v1/follow-ups/{id}/pdf', async (place) => ({
    path: `/follow-ups/${(await place.publishedFollowUp()).id}/pdf`,
  })),
  {
    route: 'GET /api/v1/triage/follow-ups',
    own: coordinators,
    foreign: '401 403 403 200- 403',
    call: async (place) => {
      await place.writtenFollowUp();
      return { path: '/triage/follow-ups', query: { municipality: place.municipality.slug } };
    },
  },
  {
    route: 'POST /api/v1/triage/follow-ups',
    own: '401 403 403 201 403',
    foreign: notTheirs,
    call: (place) => ({ path: '/triage/follow-ups', key: true, body: place.followUpDraft() }),
  },
  {
    route: 'GET /api/v1/triage/follow-ups/{id}',
    own: coordinators,
    foreign: notTheirs,
    call: async (place) => ({ path: `/triage/follow-ups/${(await place.writtenFollowUp()).id}` }),
  },
  {
    route: 'PUT /api/v1/triage/follow-ups/{id}',
    own: coordinators,
    foreign: notTheirs,
    call: async (place) => {
      const { id, version } = await place.writtenFollowUp();
      return { path: `/triage/follow-ups/${id}`, body: { version, items: [] } };
    },
  },
  {
    route: 'POST /api/v1/triage/follow-ups/{id}/publish',
    own: coordinators,
    foreign: notTheirs,
    call: async (place) => {
      const { id, version } = await place.writtenFollowUp();
      return { path: `/triage/follow-ups/${id}/publish`, key: true, body: { version } };
    },
  },
  {
    route: 'POST /api/v1/triage/follow-ups/{id}/corrections',
    own: '401 403 403 201 403',
    foreign: notTheirs,
    call: async (place) => ({
      path: `/triage/follow-ups/${(await place.publishedFollowUp()).id}/corrections`,
      key: true,
      body: { text: 'Det var fyra.', reason: 'Vi räknade fel.' },
    }),
  },

  open('GET /embed.css', () => ({ path: '/embed.css' })),
  open('GET /embed/{municipality}', ({ municipality }) => ({ path: `/embed/${municipality.slug}` })),
  open('GET /embed/{municipality}/{commitment}', ({ municipality, commitment }) => ({
    path: `/embed/${municipality.slug}/${commitment.slug}`,
  })),
  open('GET /api/v1/share-pictures/{subject}/{name}', ({ commitment }) => ({
    path: `/share-pictures/commitments/${commitment.id}`,
  })),
  {
    ...open(
      'GET /api/v1/share-pictures/{subject}/{name}',
      async (place) => ({ path: `/share-pictures/follow-ups/${(await place.writtenFollowUp()).id}` }),
      '404 404 404 404 404',
    ),
    and: 'a draft as its subject',
  },
  {
    route: 'GET /api/v1/triage/posts/{subject}/{name}',
    own: handlers,
    foreign: notThere,
    call: ({ commitment }) => ({ path: `/triage/posts/commitments/${commitment.id}` }),
  },
  {
    route: 'GET /api/v1/triage/posts/{subject}/{name}/picture',
    own: handlers,
    foreign: notThere,
    call: ({ commitment }) => ({ path: `/triage/posts/commitments/${commitment.id}/picture` }),
  },
  {
    route: 'GET /api/v1/triage/posts/{subject}/{name}',
    and: 'an activity that is not public yet',
    own: '401 404 404 404 403',
    foreign: notThere,
    call: async (place) => ({ path: `/triage/posts/activities/${(await place.confirmedActivity()).id}` }),
  },
];
