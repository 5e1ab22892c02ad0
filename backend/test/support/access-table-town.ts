import type { Line } from './access-table.js';

const administers = '401 403 403 200 200';
const elsewhere = '401 403 403 403 403';
const square = (west: number, south: number): string =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 0.1, south],
        [west + 0.12, south + 0.05],
        [west + 0.1, south + 0.1],
        [west, south + 0.1],
        [west, south],
      ],
    ],
  });

/** Routes of those who administer a municipality. */
const ofTown = (route: string, call: Line['call'], own = administers): Line => ({
  route: route.replace('…', '/api/v1/municipalities/{slug}'),
  own,
  foreign: elsewhere,
  call,
});

/** Administration of municipalities and organisations, and the right to look after the whole installation. */
export const townTable: readonly Line[] = [
  {
    route: 'POST /api/v1/municipalities',
    own: '401 403 403 403 403',
    foreign: '401 403 403 403 403',
    call: () => ({ path: '/municipalities', key: true, body: {} }),
  },
  {
    route: 'PUT /api/v1/accounts/{id}/installation-right',
    own: '401 403 403 403 403',
    foreign: '401 403 403 403 403',
    call: async (place) => ({
      path: `/accounts/${await place.freshAccount()}/installation-right`,
      body: { granted: true },
    }),
  },
  ofTown('GET …/administration', ({ municipality: { slug } }) => ({
    path: `/municipalities/${slug}/administration`,
  })),
  ofTown('PATCH …/administration', async (place) => ({
    path: `/municipalities/${place.municipality.slug}/administration`,
    body: { version: await place.version(), shortName: 'Prov' },
  })),
  ofTown(
    'POST …/opening',
    async (place) => ({
      path: `/municipalities/${place.municipality.slug}/opening`,
      body: { version: await place.version() },
    }),
    '401 403 403 403 409',
  ),
  ofTown(
    'POST …/localities',
    async (place) => ({
      path: `/municipalities/${place.municipality.slug}/localities`,
      body: {
        version: await place.version(),
        name: 'Nyorten',
        position: place.municipality.center,
        population: 1200,
      },
    }),
    '401 403 403 201 201',
  ),
  ofTown('PUT …/localities/{locality}', async (place) => ({
    path: `/municipalities/${place.municipality.slug}/localities/centrum`,
    body: {
      version: await place.version(),
      name: 'Centrum',
      position: place.municipality.center,
      population: 10,
    },
  })),
  ofTown(
    'DELETE …/localities/{locality}',
    async (place) => ({
      path: `/municipalities/${place.municipality.slug}/localities/centrum`,
      query: { version: await place.version() },
    }),
    '401 403 403 409 409',
  ),
  ofTown('POST …/shapes/{kind}/checks', ({ municipality: { slug, bbox } }) => ({
    path: `/municipalities/${slug}/shapes/outline/checks`,
    body: { text: square(bbox[0], bbox[1]) },
  })),
  ofTown('PUT …/shapes/{kind}', async (place) => ({
    path: `/municipalities/${place.municipality.slug}/shapes/sketch`,
    body: { version: await place.version(), text: '{"type":"FeatureCollection","features":[]}' },
  })),
  ofTown(
    'GET …/shapes/{kind}/former',
    ({ municipality: { slug } }) => ({
      path: `/municipalities/${slug}/shapes/outline/former`,
    }),
    '401 403 403 200- 200-',
  ),
  ofTown(
    'POST …/shapes/{kind}/returns',
    async (place) => ({
      path: `/municipalities/${place.municipality.slug}/shapes/outline/returns`,
      body: { version: await place.version(), id: place.photoId },
    }),
    '401 403 403 404 404',
  ),
  {
    route: 'GET /api/v1/geocoder/search',
    own: '200- 200- 200- 200- 200-',
    foreign: '200- 200- 200- 200- 200-',
    call: ({ municipality: { slug } }) => ({
      path: '/geocoder/search',
      query: { q: 'Storgatan', municipality: slug },
    }),
  },
  {
    route: 'GET /api/v1/geocoder/reverse',
    own: '200- 200- 200- 200- 200-',
    foreign: '200- 200- 200- 200- 200-',
    call: ({ municipality: { slug, center } }) => ({
      path: '/geocoder/reverse',
      query: { position: center.join(), municipality: slug },
    }),
  },
  {
    route: 'POST /api/v1/organisations',
    own: '401 403 403 403 201',
    foreign: '401 403 403 403 403',
    call: ({ municipality: { slug } }) => ({
      path: '/organisations',
      key: true,
      body: { name: 'Vägföreningen', type: 'partner', municipalities: [slug] },
    }),
  },
  {
    route: 'PUT /api/v1/organisations/{slug}',
    own: '401 403 403 403 200',
    foreign: '401 403 403 403 404',
    call: async (place) => ({
      path: `/organisations/${place.municipality.office.slug}`,
      body: {
        version: await place.organisationVersion(),
        name: 'Kontoret',
        type: 'municipality',
        municipalities: [place.municipality.slug],
      },
    }),
  },
];
