import type { PromiseDraft } from '@lofteskartan/shared/contracts/promise-editor';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';

const everyone = '200 200 200 200 200';
const readers = '401 403 403 200 200';
const writers = '401 403 403 200 403';
const notTheirs = '401 403 403 404 403';
const notTheirsToRead = '401 403 403 404 404';

/** A draft from nothing. */
async function fresh({ people, municipality }: Place): Promise<PromiseDraft> {
  const body = { municipality: municipality.slug, origin: 'nothing' };
  const { api } = people.coordinator;
  return (await api.post<PromiseDraft>('/triage/promise-drafts', { key: true, body })).body;
}

/** A draft that changes the municipality's promise, of which there is one at a time. */
async function changing({ app, people, municipality, commitment }: Place): Promise<PromiseDraft> {
  const promiseId = commitment.medborgarlofteId;
  await app.dataSource.query('DELETE FROM promise_drafts WHERE medborgarlofte_id = $1', [promiseId]);
  const body = { municipality: municipality.slug, origin: 'change', promiseId };
  const { api } = people.coordinator;
  return (await api.post<PromiseDraft>('/triage/promise-drafts', { key: true, body })).body;
}

const path = ({ id }: PromiseDraft, rest = ''): string => `/triage/promise-drafts/${id}${rest}`;
const note = { sv: 'Vi förtydligar.', en: '' };

/** The municipality's promise, published once more. */
async function twoVersions(place: Place): Promise<string> {
  const body = { version: 1, note };
  const { api } = place.people.coordinator;
  await api.post(path(await changing(place), '/publish'), { key: true, body });
  return `/medborgarloften/${place.commitment.medborgarlofteId}`;
}

/** Where a promise is written, and what everyone reads of its versions. */
export const promiseTable: readonly Line[] = [
  {
    route: 'GET /api/v1/triage/promises',
    own: readers,
    foreign: notTheirsToRead,
    call: ({ municipality }) => ({
      path: '/triage/promises',
      query: { municipality: municipality.slug },
    }),
  },
  {
    route: 'POST /api/v1/triage/promise-drafts',
    own: '401 403 403 201 403',
    foreign: notTheirs,
    call: ({ municipality }) => ({
      path: '/triage/promise-drafts',
      key: true,
      body: { municipality: municipality.slug, origin: 'nothing' },
    }),
  },
  ...(['', '/preview', '/changes'] as const).map((rest): Line => ({
    route: `GET /api/v1/triage/promise-drafts/{id}${rest}`,
    own: rest === '/changes' ? '401 403 403 200- 200-' : readers,
    foreign: notTheirsToRead,
    call: async (place) => ({ path: path(await fresh(place), rest) }),
  })),
  {
    route: 'PUT /api/v1/triage/promise-drafts/{id}',
    own: writers,
    foreign: notTheirs,
    call: async (place) => {
      const draft = await fresh(place);
      return { path: path(draft), body: { version: 1, content: draft.content } };
    },
  },
  {
    route: 'DELETE /api/v1/triage/promise-drafts/{id}',
    own: '401 403 403 204 403',
    foreign: notTheirs,
    call: async (place) => ({ path: path(await fresh(place)) }),
  },
  {
    route: 'POST /api/v1/triage/promise-drafts/{id}/checks',
    own: '401 403 403 204 204',
    foreign: notTheirsToRead,
    call: async (place) => ({ path: path(await changing(place), '/checks'), body: {} }),
  },
  {
    route: 'POST /api/v1/triage/promise-drafts/{id}/publish',
    own: writers,
    foreign: notTheirs,
    call: async (place) => ({
      path: path(await changing(place), '/publish'),
      key: true,
      body: { version: 1, note },
    }),
  },
  {
    route: 'GET /api/v1/medborgarloften/{id}/versions',
    own: everyone,
    foreign: everyone,
    call: async (place) => ({ path: `${await twoVersions(place)}/versions` }),
  },
  {
    route: 'GET /api/v1/medborgarloften/{id}/versions/{number}',
    own: everyone,
    foreign: everyone,
    call: async (place) => ({ path: `${await twoVersions(place)}/versions/2` }),
  },
  ...(['/preview', ''] as const).map((rest): Line => ({
    route: `POST /api/v1/activities/imports${rest}`,
    own: rest === '' ? '401 403 403 201 403' : writers,
    foreign: notTheirs,
    call: ({ municipality }) => ({
      path: `/activities/imports${rest}`,
      ...(rest === '' ? { key: true } : {}),
      body: {
        municipality: municipality.slug,
        csv: 'datum;åtagande;text\n2026-11-03;1;Kontroll',
        onBehalfOf: municipality.police.slug,
        sourceNote: 'Mejl',
      },
    }),
  })),
];
