import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { photoForm, type Place } from './access-scene.js';
import type { Line } from './access-table.js';
import { submitProposal } from './proposal.js';

const notThere = '401 404 404 404 403';
const ground = '21 kap. 1 § OSL';

/** A photo of a speed check, which the police answer for: its address on the staff's side, and where its picture is. */
async function photo(place: Place): Promise<{ path: string; picture: string }> {
  const { reference, followToken } = await place.freshProposal();
  const path = `/proposals/${reference}/photos`;
  const sent = await place.app
    .api()
    .post<{ items: { id: string }[] }>(path, { key: true, followToken, form: await photoForm() });
  const id = sent.body.items[0]?.id ?? '';
  return { path: `/triage${path}/${id}/secrecy`, picture: `/photos/${id}` };
}

/** The same, marked as secret by the police. */
async function secretPhoto(place: Place): Promise<{ path: string; picture: string; version: number }> {
  const { path } = await photo(place);
  const { body } = await place.people['police-officer'].api.put<TriageProposal>(path, {
    body: { version: 1, ground },
  });
  const picture = (body.photos[0]?.url ?? '').replace('/api/v1', '');
  return { path, picture, version: body.version };
}

const list = '/api/v1/municipalities/{slug}/block-list';

/** A proposal of which a text is held, and the text. */
async function held(place: Place): Promise<{ path: string; id: string }> {
  const { app, municipality } = place;
  await app.dataSource.query(
    `INSERT INTO block_lists (municipality_id, words, updated_at) VALUES ($1, '["sparrat"]', now()) ON CONFLICT DO NOTHING`,
    [municipality.id],
  );
  const { reference } = await submitProposal(app, {
    kind: 'speed-check',
    position: municipality.center,
    description: 'Något sparrat.',
  });
  const [row] = await app.dataSource.query<{ id: string }[]>(
    'SELECT h.id FROM held_texts h JOIN proposals p ON p.id = h.proposal_id WHERE p.reference = $1',
    [reference],
  );
  return { path: `/triage/proposals/${reference}/held-texts/readings`, id: row?.id ?? '' };
}

/** Something in quarantine: a proposal that filled in what no person sees. */
async function quarantined({ app, municipality }: Place): Promise<string> {
  const { body } = await app.api().post<{ reference: string }>('/proposals', {
    key: true,
    body: {
      kind: 'idea',
      municipality: municipality.slug,
      description: 'Köp nu',
      details: { topic: 'safety' },
      homepage: 'https://spam.example',
    },
  });
  const [row] = await app.dataSource.query<{ id: string }[]>(
    'SELECT id FROM proposals WHERE reference = $1',
    [body.reference],
  );
  return `/triage/quarantine/${row?.id ?? ''}`;
}

/** What is held back: secret photos, what lies in quarantine, and texts that hit the block list. */
export const holdTable: readonly Line[] = [
  {
    route: 'GET /api/v1/triage/quarantine',
    own: '401 200 200 200 403',
    foreign: '401 200- 200- 200- 403',
    call: async (place) => {
      await quarantined(place);
      return { path: '/triage/quarantine', query: { municipality: place.municipality.slug } };
    },
  },
  {
    route: 'POST /api/v1/triage/quarantine/{id}/restorations',
    own: '401 200 200 200 403',
    foreign: notThere,
    call: async (place) => ({ path: `${await quarantined(place)}/restorations`, key: true, body: {} }),
  },
  {
    route: 'DELETE /api/v1/triage/quarantine/{id}',
    own: '401 204 204 204 403',
    foreign: notThere,
    call: async (place) => ({ path: await quarantined(place) }),
  },
  {
    route: `GET ${list}`,
    own: '401 403 403 200 200',
    foreign: '401 403 403 403 403',
    call: ({ municipality: { slug } }) => ({ path: `/municipalities/${slug}/block-list` }),
  },
  {
    route: `PUT ${list}`,
    own: '401 403 403 200 200',
    foreign: '401 403 403 403 403',
    call: async (place) => ({
      path: `/municipalities/${place.municipality.slug}/block-list`,
      body: { version: await place.version(), words: ['sparrat'] },
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/held-texts/readings',
    own: '401 200 200 200 403',
    foreign: notThere,
    call: async (place) => {
      const { path, id } = await held(place);
      return { path, key: true, body: { ids: [id] } };
    },
  },
  {
    route: 'PUT /api/v1/triage/proposals/{reference}/photos/{id}/secrecy',
    and: 'which those set who answer for a speed check',
    own: '401 200 403 403 403',
    foreign: notThere,
    call: async (place) => ({ path: (await photo(place)).path, body: { version: 1, ground } }),
  },
  {
    route: 'DELETE /api/v1/triage/proposals/{reference}/photos/{id}/secrecy',
    own: '401 200 403 403 403',
    foreign: notThere,
    call: async (place) => {
      const { path, version } = await secretPhoto(place);
      return { path, query: { version: String(version) } };
    },
  },
  ...['', '/thumbnail'].map((size): Line => ({
    route: `GET /api/v1/photos/{id}${size}`,
    and: 'a secret one of the police',
    own: '404 200 404 404 404',
    foreign: '404 404 404 404 404',
    call: async (place) => ({ path: `${(await secretPhoto(place)).picture}${size}` }),
  })),
];
