import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { photoForm, type Place } from './access-scene.js';
import type { Line } from './access-table.js';

const handlers = '401 200 200 200 403';
const notThere = '401 404 404 404 403';
const regions = [{ x: 0, y: 0, width: 0.5, height: 0.5 }];

/** A proposal with a photo, and its address. */
async function photographed(place: Place): Promise<string> {
  const { reference, followToken } = await place.freshProposal();
  const path = `/proposals/${reference}/photos`;
  const sent = await place.app
    .api()
    .post<{ items: { id: string }[] }>(path, { key: true, followToken, form: await photoForm() });
  return `/triage${path}/${sent.body.items[0]?.id ?? ''}`;
}

/** The same, of which a part is covered. */
async function covered(place: Place): Promise<{ path: string; version: number }> {
  const path = await photographed(place);
  const { body } = await place.people.coordinator.api.post<TriageProposal>(`${path}/redactions`, {
    key: true,
    body: { version: 1, regions },
  });
  return { path, version: body.version };
}

/** Photos of which parts are covered, and their originals. */
export const photosTable: readonly Line[] = [
  {
    route: 'POST /api/v1/triage/proposals/{reference}/photos/{id}/redactions',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `${await photographed(place)}/redactions`,
      key: true,
      body: { version: 1, regions },
    }),
  },
  {
    route: 'DELETE /api/v1/triage/proposals/{reference}/photos/{id}/redactions',
    own: handlers,
    foreign: notThere,
    call: async (place) => {
      const { path, version } = await covered(place);
      return { path: `${path}/redactions`, key: true, query: { version: String(version) } };
    },
  },
  {
    route: 'GET /api/v1/triage/proposals/{reference}/photos/{id}/original',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({ path: `${(await covered(place)).path}/original` }),
  },
];
