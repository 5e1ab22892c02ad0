import type { SpeedMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import type { Place } from './access-scene.js';
import { stretchIn } from './access-table-planner.js';
import type { Line } from './access-table.js';

/** Whoever reads the stretches: the police of a municipality, and nobody else. */
const police = '401 200 403 403 403';
const stores = '401 201 403 403 403';
const notThere = '401 404 403 403 403';

let told = 0;
/** A file that nobody has told before: the same twice on a stretch is refused. */
const upload = () => {
  told += 1;
  const passages = '2026-11-03 07:15;46\n'.repeat(told);
  return { source: 'speed-display', measuredBy: 'municipality', file: `Tidpunkt;Hastighet\n${passages}` };
};

/** Where the measurements of a stretch are found that has two, and one of them. */
async function measured(place: Place): Promise<{ path: string; one: SpeedMeasurement }> {
  const path = `${(await stretchIn(place)).path}/measurements`;
  const { api } = place.people['police-officer'];
  await api.post(path, { key: true, body: upload() });
  const { body } = await api.post<SpeedMeasurement>(path, { key: true, body: upload() });
  return { path, one: body };
}

/** Takes one of two away. */
async function removing(place: Place): Promise<{ path: string; key: true; body: object }> {
  const { path, one } = await measured(place);
  const body = { version: one.version, reason: 'Fel väg' };
  return { path: `${path}/${one.id}/removals`, key: true, body };
}

/** Measured speeds of stretches. */
export const measurementsTable: readonly Line[] = [
  {
    route: 'GET /api/v1/planner/{municipality}/stretches/{id}/measurements',
    own: police,
    foreign: notThere,
    call: async (place) => ({ path: (await measured(place)).path }),
  },
  {
    route: 'POST /api/v1/planner/{municipality}/stretches/{id}/measurements/preview',
    own: police,
    foreign: notThere,
    call: async (place) => ({
      path: `${(await stretchIn(place)).path}/measurements/preview`,
      body: upload(),
    }),
  },
  {
    route: 'POST /api/v1/planner/{municipality}/stretches/{id}/measurements',
    own: stores,
    foreign: notThere,
    call: async (place) => ({
      path: `${(await stretchIn(place)).path}/measurements`,
      key: true,
      body: upload(),
    }),
  },
  {
    route: 'POST /api/v1/planner/{municipality}/stretches/{id}/measurements/{measurementId}/removals',
    own: police,
    foreign: notThere,
    call: removing,
  },
];
