import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import { photoForm, type Place } from './access-scene.js';
import type { Line } from './access-table.js';

const readers = '401 200 200 200 403';
const everyone = '200 200 200 200 200';
const keepers = '401 403 200 200 403';
const makers = '401 403 201 201 403';
const notThere = '401 404 404 404 403';
const unknown = '404 404 404 404 404';

const plan = {
  title: 'Centrum till stationen',
  startsAt: '2026-11-18T17:00:00Z',
  meetingPoint: 'Vid biblioteket',
  purpose: 'Vi går den väg som många tar hem.',
  organisers: ['municipality', 'police'],
} as const;
const checklist = {
  light: 'bad',
  sight: 'good',
  vegetation: 'good',
  care: 'good',
  way: 'not-looked',
} as const;
const observation = { checklist, seenAt: '2026-11-18T17:30:00Z' };

const newWalk = ({ municipality: { slug } }: Place) => ({ ...plan, municipality: slug });

/** A walk with one stop that is no place of the inventory, and its address. */
async function planned(place: Place): Promise<{ walk: StaffWalk; path: string; stop: string }> {
  const { api } = place.people['case-officer'];
  const made = await api.post<StaffWalk>('/inventory/walks', { key: true, body: newWalk(place) });
  const path = `/inventory/walks/${made.body.reference}`;
  const body = { name: 'Gången bakom skolan', position: place.municipality.center };
  const { body: walk } = await api.post<StaffWalk>(`${path}/stops`, { key: true, body });
  return { walk, path, stop: `${path}/stops/${walk.stops[0]?.id ?? ''}` };
}

/** The same, held. */
async function held(place: Place): Promise<Awaited<ReturnType<typeof planned>>> {
  const { walk, path, stop } = await planned(place);
  const body = { version: walk.version, participants: 12 };
  const done = await place.people['case-officer'].api.post<StaffWalk>(`${path}/completions`, { body });
  return { walk: done.body, path, stop };
}

/** The same with an answer to its stop. */
async function answered(place: Place): Promise<Awaited<ReturnType<typeof planned>>> {
  const { path, stop } = await held(place);
  const body = { version: 1, kind: 'nothing', text: 'Det var ljust och öppet.' };
  const done = await place.people['case-officer'].api.put<StaffWalk>(`${stop}/answer`, { body });
  return { walk: done.body, path, stop };
}

/** Safety walks: the police read, the municipality's own people change, everyone reads what is published. */
export const walksTable: readonly Line[] = [
  {
    route: 'GET /api/v1/inventory/walks',
    own: readers,
    foreign: notThere,
    call: async (place) => {
      await planned(place);
      return { path: '/inventory/walks', query: { municipality: place.municipality.slug } };
    },
  },
  {
    route: 'POST /api/v1/inventory/walks',
    own: makers,
    foreign: notThere,
    call: (place) => ({ path: '/inventory/walks', key: true, body: newWalk(place) }),
  },
  {
    route: 'GET /api/v1/inventory/walks/{reference}',
    own: readers,
    foreign: notThere,
    call: async (place) => ({ path: (await planned(place)).path }),
  },
  {
    route: 'PUT /api/v1/inventory/walks/{reference}',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { walk, path } = await planned(place);
      return { path, body: { ...plan, version: walk.version } };
    },
  },
  {
    route: 'PUT /api/v1/inventory/walks/{reference}/order',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { walk, path } = await planned(place);
      return {
        path: `${path}/order`,
        body: { version: walk.version, stops: walk.stops.map(({ id }) => id) },
      };
    },
  },
  {
    route: 'POST /api/v1/inventory/walks/{reference}/completions',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { walk, path } = await planned(place);
      return { path: `${path}/completions`, body: { version: walk.version, participants: 9 } };
    },
  },
  {
    route: 'POST /api/v1/inventory/walks/{reference}/cancellations',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { walk, path } = await planned(place);
      return { path: `${path}/cancellations`, body: { version: walk.version, reason: 'Halka' } };
    },
  },
  {
    route: 'POST /api/v1/inventory/walks/{reference}/publications',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { walk, path } = await answered(place);
      return { path: `${path}/publications`, body: { version: walk.version } };
    },
  },
  {
    route: 'POST /api/v1/inventory/walks/{reference}/stops',
    own: makers,
    foreign: notThere,
    call: async (place) => ({
      path: `${(await planned(place)).path}/stops`,
      key: true,
      body: { name: 'Trappan', position: place.municipality.center },
    }),
  },
  {
    route: 'POST /api/v1/inventory/walks/{reference}/stops/{id}/removals',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { walk, stop } = await planned(place);
      return { path: `${stop}/removals`, body: { version: walk.version } };
    },
  },
  {
    route: 'POST /api/v1/inventory/walks/{reference}/stops/{id}/places',
    own: makers,
    foreign: notThere,
    call: async (place) => ({
      path: `${(await planned(place)).stop}/places`,
      key: true,
      body: { causes: ['path'], when: ['dark'], seasons: ['autumn'], isPublic: false },
    }),
  },
  {
    route: 'POST /api/v1/inventory/walks/{reference}/stops/{id}/observations',
    own: makers,
    foreign: notThere,
    call: async (place) => ({
      path: `${(await planned(place)).stop}/observations`,
      key: true,
      body: observation,
    }),
  },
  {
    route: 'POST /api/v1/inventory/walks/{reference}/observations/{id}/withdrawals',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { path, stop } = await planned(place);
      const { api } = place.people['case-officer'];
      const seen = await api.post<StaffWalk>(`${stop}/observations`, { key: true, body: observation });
      const id = seen.body.stops[0]?.observations[0]?.id ?? '';
      return { path: `${path}/observations/${id}/withdrawals`, body: {} };
    },
  },
  {
    route: 'POST /api/v1/inventory/walks/{reference}/stops/{id}/photos',
    own: makers,
    foreign: notThere,
    call: async (place) => ({
      path: `${(await planned(place)).stop}/photos`,
      key: true,
      query: { light: 'night' },
      form: await photoForm(),
    }),
  },
  {
    route: 'PUT /api/v1/inventory/walks/{reference}/stops/{id}/answer',
    own: keepers,
    foreign: notThere,
    call: async (place) => ({
      path: `${(await held(place)).stop}/answer`,
      body: { version: 1, kind: 'no', text: 'Gången är privat mark.' },
    }),
  },
  {
    route: 'GET /api/v1/safety-walks',
    own: '200- 200- 200- 200- 200-',
    foreign: '200- 200- 200- 200- 200-',
    call: async (place) => {
      await answered(place);
      return { path: '/safety-walks', query: { municipality: place.municipality.slug, place: 'PXXXXX' } };
    },
  },
  {
    route: 'GET /api/v1/safety-walks/{reference}',
    own: everyone,
    foreign: everyone,
    call: async (place) => {
      const { walk, path } = await answered(place);
      const body = { version: walk.version };
      await place.people['case-officer'].api.post(`${path}/publications`, { body });
      return { path: `/safety-walks/${walk.reference}` };
    },
  },
  {
    route: 'GET /api/v1/safety-walks/{reference}',
    and: 'nobody’s decision to publish it',
    own: unknown,
    foreign: unknown,
    call: async (place) => ({ path: `/safety-walks/${(await answered(place)).walk.reference}` }),
  },
];
