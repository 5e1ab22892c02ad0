import { randomUUID } from 'node:crypto';
import type { YearlyWheel } from '@lofteskartan/shared/contracts/yearly-wheel';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';
import { inventoried } from './access-table-inventory.js';
import { stretchIn } from './access-table-planner.js';

const police = { own: '401 200 403 403 403', foreign: '401 404 403 403 403' } as const;
const readers = { own: '401 200 200 200 403', foreign: '401 404 404 404 403' } as const;

const keepers = { own: '401 403 200 200 403', foreign: '401 404 404 404 403' } as const;
const makers = { own: '401 403 201 201 403', foreign: '401 404 404 404 403' } as const;
const care = {
  kind: 'cutting',
  title: 'Klippning',
  unit: 'month',
  due: [5],
  everyYears: 1,
  startsOn: '2024-01-01',
  places: [],
} as const;
const occurrence = { year: 2025, number: 5 } as const;

/** Something that recurs in this municipality, and its address. */
async function recurring({ municipality, people }: Place): Promise<{ path: string; version: number }> {
  const title = `Klippning ${randomUUID()}`;
  const body = { municipality: municipality.slug, ...care, title };
  const { api } = people['case-officer'];
  const made = await api.post<YearlyWheel>('/inventory/wheel/items', { key: true, body });
  const item = made.body.items.find((each) => each.title === title);
  return { path: `/inventory/wheel/items/${item?.id ?? ''}`, version: item?.version ?? 0 };
}

/** The same with an occurrence that is done. */
async function reported(place: Place): Promise<{ path: string }> {
  const { path } = await recurring(place);
  const body = { ...occurrence, doneOn: '2025-05-20', asMeasures: false };
  await place.people['case-officer'].api.post(`${path}/occurrences`, { key: true, body });
  return { path };
}

/** Signs: of stretches for the police, of places for everyone who reads the inventory. And the yearly wheel. */
export const signsTable: readonly Line[] = [
  {
    route: 'GET /api/v1/planner/{municipality}/stretches/{id}/sign',
    ...police,
    call: async (place) => ({ path: `${(await stretchIn(place)).path}/sign` }),
  },
  {
    route: 'GET /api/v1/planner/{municipality}/stretches/{id}/sign/pdf',
    ...police,
    call: async (place) => ({ path: `${(await stretchIn(place)).path}/sign/pdf` }),
  },
  {
    route: 'GET /api/v1/inventory/places/{reference}/sign',
    ...readers,
    call: async (place) => ({ path: `${(await inventoried(place, { isPublic: true })).path}/sign` }),
  },
  {
    route: 'GET /api/v1/inventory/places/{reference}/sign/pdf',
    ...readers,
    call: async (place) => ({ path: `${(await inventoried(place, { isPublic: true })).path}/sign/pdf` }),
  },
  {
    route: 'GET /api/v1/inventory/wheel',
    ...readers,
    call: async (place) => {
      await recurring(place);
      return { path: '/inventory/wheel', query: { municipality: place.municipality.slug } };
    },
  },
  {
    route: 'POST /api/v1/inventory/wheel/items',
    ...makers,
    call: ({ municipality: { slug } }) => ({
      path: '/inventory/wheel/items',
      key: true,
      body: { municipality: slug, ...care },
    }),
  },
  {
    route: 'PUT /api/v1/inventory/wheel/items/{id}',
    ...keepers,
    call: async (place) => {
      const { path, version } = await recurring(place);
      return { path, body: { ...care, version } };
    },
  },
  {
    route: 'POST /api/v1/inventory/wheel/items/{id}/occurrences',
    ...makers,
    call: async (place) => ({
      path: `${(await recurring(place)).path}/occurrences`,
      key: true,
      body: { ...occurrence, doneOn: '2025-05-20', asMeasures: false },
    }),
  },
  {
    route: 'POST /api/v1/inventory/wheel/items/{id}/undoings',
    ...makers,
    call: async (place) => ({
      path: `${(await reported(place)).path}/undoings`,
      key: true,
      body: { ...occurrence, reason: 'Fel månad' },
    }),
  },
];
