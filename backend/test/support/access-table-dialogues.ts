import type { SignUpReceipt } from '@lofteskartan/shared/contracts/medborgardialog-sign-ups';
import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { dialoguePlan } from '../../src/medborgardialog/medborgardialog.fixture.js';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';
import { makeDialogue } from './medborgardialog.js';

const readers = '401 200 200 200 403';
const keepers = '401 403 200 200 403';
const makers = '401 403 201 201 403';
const notThere = '401 404 404 404 403';
const everyone = '200 200 200 200 200';
const created = '201 201 201 201 201';
const unknown = '404 404 404 404 404';

/** A draft, and its address. */
async function drafted({ municipality, people }: Place): Promise<{ dialogue: StaffDialogue; path: string }> {
  const body = dialoguePlan(municipality.slug);
  const made = await people['case-officer'].api.post<StaffDialogue>('/dialogues', { key: true, body });
  return { dialogue: made.body, path: `/dialogues/${made.body.reference}` };
}

/** One that was published, and begins today with seats to sign up for. */
const published = ({ app, municipality }: Place) =>
  makeDialogue(app, municipality, {
    capacity: 50,
    startsAt: new Date(app.clock.now().getTime() + 3_600_000),
  });

/** The key of a sign-up. */
async function signedUp(place: Place): Promise<string> {
  const path = `/medborgardialoger/${(await published(place)).reference}/sign-ups`;
  const body = { people: 1, needs: [] };
  return (await place.app.api().post<SignUpReceipt>(path, { key: true, body })).body.followToken;
}

/** Medborgardialoger: the police read, the municipality's own people plan and hold, everyone reads what is published. */
export const dialoguesTable: readonly Line[] = [
  {
    route: 'GET /api/v1/dialogues',
    own: readers,
    foreign: notThere,
    call: async (place) => {
      await drafted(place);
      return { path: '/dialogues', query: { municipality: place.municipality.slug } };
    },
  },
  {
    route: 'POST /api/v1/dialogues',
    own: makers,
    foreign: notThere,
    call: ({ municipality }) => ({ path: '/dialogues', key: true, body: dialoguePlan(municipality.slug) }),
  },
  {
    route: 'GET /api/v1/dialogues/{reference}',
    own: readers,
    foreign: notThere,
    call: async (place) => ({ path: (await drafted(place)).path }),
  },
  {
    route: 'PUT /api/v1/dialogues/{reference}',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { dialogue, path } = await drafted(place);
      const { municipality: _unsent, ...plan } = dialoguePlan(place.municipality.slug);
      return { path, body: { ...plan, version: dialogue.version } };
    },
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/copies',
    own: makers,
    foreign: notThere,
    call: async (place) => ({
      path: `${(await drafted(place)).path}/copies`,
      key: true,
      body: { startsAt: '2027-03-04T17:00:00Z' },
    }),
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/publications',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { dialogue, path } = await drafted(place);
      return { path: `${path}/publications`, body: { version: dialogue.version } };
    },
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/openings',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const startsAt = place.app.clock.now();
      const { reference, version } = await makeDialogue(place.app, place.municipality, { startsAt });
      return { path: `/dialogues/${reference}/openings`, body: { version } };
    },
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/closings',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { reference, version } = await makeDialogue(place.app, place.municipality, { status: 'open' });
      return { path: `/dialogues/${reference}/closings`, body: { version } };
    },
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/cancellations',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { reference, version } = await makeDialogue(place.app, place.municipality);
      return { path: `/dialogues/${reference}/cancellations`, body: { version, reason: 'Sjukdom' } };
    },
  },
  {
    route: 'GET /api/v1/dialogues/{reference}/poster',
    own: readers,
    foreign: notThere,
    call: async (place) => ({ path: `/dialogues/${(await published(place)).reference}/poster` }),
  },
  {
    route: 'GET /api/v1/municipalities/{slug}/medborgardialoger',
    own: everyone,
    foreign: everyone,
    call: async (place) => {
      await drafted(place);
      return { path: `/municipalities/${place.municipality.slug}/medborgardialoger` };
    },
  },
  {
    route: 'GET /api/v1/medborgardialoger/{reference}',
    own: everyone,
    foreign: everyone,
    call: async (place) => ({ path: `/medborgardialoger/${(await published(place)).reference}` }),
  },
  {
    route: 'GET /api/v1/medborgardialoger/{reference}',
    and: 'nobody’s decision to publish it',
    own: unknown,
    foreign: unknown,
    call: async (place) => ({ path: `/medborgardialoger/${(await drafted(place)).dialogue.reference}` }),
  },
  {
    route: 'GET /api/v1/medborgardialoger/{reference}/calendar.ics',
    own: everyone,
    foreign: everyone,
    call: async (place) => ({
      path: `/api/v1/medborgardialoger/${(await published(place)).reference}/calendar.ics`,
    }),
  },
  {
    route: 'POST /api/v1/medborgardialoger/{reference}/sign-ups',
    own: created,
    foreign: created,
    call: async (place) => ({
      path: `/medborgardialoger/${(await published(place)).reference}/sign-ups`,
      key: true,
      body: { people: 2, needs: ['interpreter'] },
    }),
  },
  {
    route: 'GET /api/v1/medborgardialog-sign-ups/own',
    own: everyone,
    foreign: everyone,
    call: async (place) => ({ path: '/medborgardialog-sign-ups/own', followToken: await signedUp(place) }),
  },
  {
    route: 'PUT /api/v1/medborgardialog-sign-ups/own',
    own: everyone,
    foreign: everyone,
    call: async (place) => ({
      path: '/medborgardialog-sign-ups/own',
      followToken: await signedUp(place),
      body: { people: 3, needs: [] },
    }),
  },
  {
    route: 'POST /api/v1/medborgardialog-sign-ups/own/cancellations',
    own: everyone,
    foreign: everyone,
    call: async (place) => ({
      path: '/medborgardialog-sign-ups/own/cancellations',
      followToken: await signedUp(place),
      body: {},
    }),
  },
];
