import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { photoForm, type Place } from './access-scene.js';
import type { Line } from './access-table.js';

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

/** What is held back: secret photos. */
export const holdTable: readonly Line[] = [
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
