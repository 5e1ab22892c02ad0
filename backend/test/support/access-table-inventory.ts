import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { photoForm, type Place } from './access-scene.js';
import type { Line } from './access-table.js';

const readers = '401 200 200 200 403';
const everyone = '200 200 200 200 200';
const keepers = '401 403 200 200 403';
const makers = '401 403 201 201 403';
const notThere = '401 404 404 404 403';
const dark = { causes: ['underpass'], when: ['dark'], seasons: ['winter'], isPublic: false } as const;

/** What a new place of this municipality is made of. */
const newPlace = ({ municipality }: Place) => ({
  municipality: municipality.slug,
  name: 'Gångtunneln',
  position: municipality.center,
  ...dark,
});

/** A file with one lamp of this municipality. */
const lampFile = ({ municipality: { slug, center } }: Place) => ({
  municipality: slug,
  file: `typ;nummer;latitud;longitud\nsläckt;A1;${String(center[1])};${String(center[0])}`,
});

/** A place of the inventory, and its address. */
export async function inventoried(
  place: Place,
  more: object = {},
): Promise<Pick<StaffPlace, 'reference' | 'name' | 'position' | 'version'> & { path: string }> {
  const { api } = place.people['case-officer'];
  const body = { ...newPlace(place), ...more };
  const made = await api.post<StaffPlace>('/inventory/places', { key: true, body });
  const { reference, name, position, version } = made.body;
  return { reference, name, position, version, path: `/inventory/places/${reference}` };
}

/** The same with a measure that is planned, and the measure's address. */
async function measured(place: Place): Promise<{ path: string; version: number }> {
  const { path, version } = await inventoried(place);
  const body = { version, kind: 'cut-back', isPublic: true };
  const { api } = place.people['case-officer'];
  const made = await api.post<StaffPlace>(`${path}/measures`, { key: true, body });
  return { path: `${path}/measures/${made.body.measures[0]?.id ?? ''}`, version: made.body.version };
}

/** The same with a photo, and the photo's id. */
async function photographed(place: Place): Promise<{ path: string; id: string; version: number }> {
  const { path } = await inventoried(place);
  const sending = { key: true, query: { light: 'day' }, form: await photoForm() } as const;
  const made = await place.people['case-officer'].api.post<StaffPlace>(`${path}/photos`, sending);
  return { path, id: made.body.photos[0]?.id ?? '', version: made.body.version };
}

/** Dark and unsafe places: the police read, the municipality's own people change. */
export const inventoryTable: readonly Line[] = [
  {
    route: 'GET /api/v1/inventory/places',
    own: readers,
    foreign: notThere,
    call: async (place) => {
      await inventoried(place);
      return { path: '/inventory/places', query: { municipality: place.municipality.slug } };
    },
  },
  {
    route: 'POST /api/v1/inventory/places',
    own: makers,
    foreign: notThere,
    call: (place) => ({ path: '/inventory/places', key: true, body: newPlace(place) }),
  },
  {
    route: 'GET /api/v1/inventory/places/{reference}',
    own: readers,
    foreign: notThere,
    call: async (place) => ({ path: (await inventoried(place)).path }),
  },
  {
    route: 'PUT /api/v1/inventory/places/{reference}',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { path, name, position, version } = await inventoried(place);
      return { path, body: { name, position, version, ...dark } };
    },
  },
  {
    route: 'POST /api/v1/inventory/places/{reference}/proposals',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { path, version } = await inventoried(place);
      const { reference } = await place.darkPlace();
      return { path: `${path}/proposals`, body: { version, proposals: [reference] } };
    },
  },
  {
    route: 'POST /api/v1/inventory/places/{reference}/unlinkings',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const proposals = [(await place.darkPlace()).reference];
      const { path, version } = await inventoried(place, { proposals });
      return { path: `${path}/unlinkings`, body: { version, proposals, reason: 'Fel plats' } };
    },
  },
  {
    route: 'GET /api/v1/inventory/proposals/{reference}',
    own: readers,
    foreign: notThere,
    call: ({ proposal: { reference } }) => ({ path: `/inventory/proposals/${reference}` }),
  },
  {
    route: 'POST /api/v1/inventory/places/{reference}/measures',
    own: makers,
    foreign: notThere,
    call: async (place) => {
      const { path, version } = await inventoried(place);
      return { path: `${path}/measures`, key: true, body: { version, kind: 'cut-back', isPublic: true } };
    },
  },
  {
    route: 'PUT /api/v1/inventory/places/{reference}/measures/{id}',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { path, version } = await measured(place);
      return { path, body: { version, kind: 'cleaned', isPublic: true } };
    },
  },
  {
    route: 'POST /api/v1/inventory/places/{reference}/measures/{id}/completions',
    own: makers,
    foreign: notThere,
    call: async (place) => {
      const { path, version } = await measured(place);
      const body = { version, doneOn: '2026-11-19', text: 'Buskarna är klippta.' };
      return { path: `${path}/completions`, key: true, body };
    },
  },
  {
    route: 'POST /api/v1/inventory/places/{reference}/measures/{id}/withdrawals',
    own: makers,
    foreign: notThere,
    call: async (place) => {
      const { path, version } = await measured(place);
      const { api } = place.people['case-officer'];
      const completing = { version, doneOn: '2026-11-19', text: 'Buskarna är klippta.' };
      const done = await api.post<StaffPlace>(`${path}/completions`, { key: true, body: completing });
      const body = { version: done.body.version, reason: 'Fel plats', planAgain: true };
      return { path: `${path}/withdrawals`, key: true, body };
    },
  },
  {
    route: 'POST /api/v1/inventory/places/{reference}/photos',
    own: makers,
    foreign: notThere,
    call: async (place) => ({
      path: `${(await inventoried(place)).path}/photos`,
      key: true,
      query: { light: 'night' },
      form: await photoForm(),
    }),
  },
  {
    route: 'PATCH /api/v1/inventory/places/{reference}/photos/{id}',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const { path, id, version } = await photographed(place);
      return { path: `${path}/photos/${id}`, body: { version, isPublic: true } };
    },
  },
  {
    route: 'GET /api/v1/inventory/photos/{id}',
    own: '404 200 200 200 404',
    foreign: '404 404 404 404 404',
    call: async (place) => ({ path: `/inventory/photos/${(await photographed(place)).id}` }),
  },
  {
    route: 'GET /api/v1/inventory/photos/{id}/thumbnail',
    own: '404 200 200 200 404',
    foreign: '404 404 404 404 404',
    call: async (place) => ({ path: `/inventory/photos/${(await photographed(place)).id}/thumbnail` }),
  },
  {
    route: 'GET /api/v1/dark-places',
    own: everyone,
    foreign: everyone,
    call: async (place) => {
      await inventoried(place, { isPublic: true });
      return { path: '/dark-places', query: { municipality: place.municipality.slug } };
    },
  },
  {
    route: 'GET /api/v1/dark-places/{reference}',
    own: everyone,
    foreign: everyone,
    call: async (place) => ({
      path: `/dark-places/${(await inventoried(place, { isPublic: true })).reference}`,
    }),
  },
  {
    route: 'GET /api/v1/dark-places/{reference}',
    and: 'nobody’s decision to show it',
    own: '404 404 404 404 404',
    foreign: '404 404 404 404 404',
    call: async (place) => ({ path: `/dark-places/${(await inventoried(place)).reference}` }),
  },
  {
    route: 'GET /api/v1/lighting',
    own: '200- 200- 200- 200- 200-',
    foreign: '200- 200- 200- 200- 200-',
    call: ({ municipality }) => ({ path: '/lighting', query: { municipality: municipality.slug } }),
  },
  {
    route: 'POST /api/v1/inventory/lighting/imports/preview',
    own: keepers,
    foreign: notThere,
    call: (place) => ({ path: '/inventory/lighting/imports/preview', body: lampFile(place) }),
  },
  {
    route: 'POST /api/v1/inventory/lighting/imports',
    own: makers,
    foreign: notThere,
    call: (place) => ({ path: '/inventory/lighting/imports', key: true, body: lampFile(place) }),
  },
  {
    route: 'POST /api/v1/inventory/places/{reference}/merges',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const [{ path, version }, { reference: into }] = [await inventoried(place), await inventoried(place)];
      return { path: `${path}/merges`, body: { version, into } };
    },
  },
  {
    route: 'POST /api/v1/inventory/places/{reference}/splits',
    own: makers,
    foreign: notThere,
    call: async (place) => {
      const { path, id, version } = await photographed(place);
      const part = { name: 'Trappan', position: place.municipality.center, ...dark };
      const body = { ...part, version, reason: 'Två platser', proposals: [], measures: [], photos: [id] };
      return { path: `${path}/splits`, key: true, body };
    },
  },
  {
    route: 'POST /api/v1/inventory/places/{reference}/partings',
    own: keepers,
    foreign: notThere,
    call: async (place) => {
      const [{ path, version }, { reference: into }] = [await inventoried(place), await inventoried(place)];
      await place.people['case-officer'].api.post(`${path}/merges`, { body: { version, into } });
      return { path: `${path}/partings`, body: { version: version + 1, reason: 'Två platser' } };
    },
  },
];
