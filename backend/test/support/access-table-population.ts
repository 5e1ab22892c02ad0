import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';

const administers = '401 403 403 200 200';
const adds = '401 403 403 201 201';
const elsewhere = '401 403 403 403 403';
const route = '/api/v1/municipalities/{slug}/population';

const path = ({ municipality: { slug } }: Place, rest = ''): string =>
  `/municipalities/${slug}/population${rest}`;
const file = 'år;grupp;antal;källa\n2025;kvinnor;510;SCB\n2025;män;490;SCB';

/** The population by sex and age: those who administer the municipality tell it. */
export const populationTable: readonly Line[] = [
  {
    route: `GET ${route}`,
    own: administers,
    foreign: elsewhere,
    call: (place) => ({ path: path(place) }),
  },
  {
    route: `PUT ${route}`,
    own: administers,
    foreign: elsewhere,
    call: async (place) => ({
      path: path(place),
      body: { version: await place.version(), year: 2024, source: 'SCB', bands: { women: 510, men: 490 } },
    }),
  },
  {
    route: `POST ${route}/imports/preview`,
    own: administers,
    foreign: elsewhere,
    call: (place) => ({ path: path(place, '/imports/preview'), body: { file } }),
  },
  {
    route: `POST ${route}/imports`,
    own: adds,
    foreign: elsewhere,
    call: async (place) => ({
      path: path(place, '/imports'),
      key: true,
      body: { file, version: await place.version() },
    }),
  },
];
