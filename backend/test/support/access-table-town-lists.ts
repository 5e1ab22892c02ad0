import type { TownPlacePage } from '@lofteskartan/shared/contracts/place-list';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';

const administers = '401 403 403 200 200';
const adds = '401 403 403 201 201';
const elsewhere = '401 403 403 403 403';
const list = '/api/v1/municipalities/{slug}/place-list';

const path = ({ municipality: { slug } }: Place, rest = ''): string =>
  `/municipalities/${slug}/place-list${rest}`;
const school = async (place: Place): Promise<object> => ({
  version: await place.version(),
  type: 'school',
  name: 'Skolan',
  locality: null,
  position: place.municipality.center,
});

/** A road of the municipality's own list. */
async function road(place: Place): Promise<string> {
  const { municipality, app } = place;
  const [row] = await app.dataSource.query<TownPlacePage['items']>(
    `INSERT INTO named_places (municipality_id, type, name, position)
     SELECT id, 'road', 'Tillfälliga vägen', ST_Centroid(outline) FROM municipalities WHERE id = $1 RETURNING id`,
    [municipality.id],
  );
  return `/${row?.id ?? ''}`;
}

/** The place list and the opening balances. */
export const townListsTable: readonly Line[] = [
  { route: `GET ${list}`, own: administers, foreign: elsewhere, call: (place) => ({ path: path(place) }) },
  {
    route: `POST ${list}`,
    own: adds,
    foreign: elsewhere,
    call: async (place) => ({ path: path(place), body: await school(place) }),
  },
  {
    route: `PUT ${list}/{id}`,
    own: administers,
    foreign: elsewhere,
    call: async (place) => ({ path: path(place, await road(place)), body: await school(place) }),
  },
  {
    route: `DELETE ${list}/{id}`,
    own: administers,
    foreign: elsewhere,
    call: async (place) => ({
      path: path(place, await road(place)),
      query: { version: await place.version() },
    }),
  },
  {
    route: `POST ${list}/imports/preview`,
    own: administers,
    foreign: elsewhere,
    call: (place) => ({ path: path(place, '/imports/preview'), body: { text: 'typ;namn;lng;lat' } }),
  },
  {
    route: `POST ${list}/imports`,
    own: adds,
    foreign: elsewhere,
    call: async (place) => ({
      path: path(place, '/imports'),
      key: true,
      body: {
        text: `typ;namn;lng;lat\nskola;Läroverket;${place.municipality.center.join(';')}`,
        version: await place.version(),
        removeOthers: false,
      },
    }),
  },
  {
    route: 'GET /api/v1/opening-balances',
    own: '401 403 403 200 403',
    foreign: '401 403 403 404 403',
    call: ({ municipality: { slug } }) => ({ path: '/opening-balances', query: { municipality: slug } }),
  },
  {
    route: 'PUT /api/v1/commitments/{id}/opening-balance',
    own: '401 403 403 200 403',
    foreign: '401 403 403 404 403',
    call: ({ commitment }) => ({
      path: `/commitments/${commitment.id}/opening-balance`,
      body: { opening: null, version: 0 },
    }),
  },
];
