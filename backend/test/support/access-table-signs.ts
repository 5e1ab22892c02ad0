import type { Line } from './access-table.js';
import { inventoried } from './access-table-inventory.js';
import { stretchIn } from './access-table-planner.js';

const police = { own: '401 200 403 403 403', foreign: '401 404 403 403 403' } as const;
const readers = { own: '401 200 200 200 403', foreign: '401 404 404 404 403' } as const;

/** Signs: of stretches for the police, of places for everyone who reads the inventory. */
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
];
