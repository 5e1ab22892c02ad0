/** The import rules of the house (docs/adr/0001-the-house.md); `npm run check` fails when one is broken. */

/** A room may import these rooms, through their services, and no others. */
const rooms = {
  staff: [],
  municipalities: ['staff'],
  geocoder: ['municipalities'],
  proposals: ['municipalities', 'staff'],
  medborgarlofte: ['municipalities', 'staff', 'proposals'],
  triage: ['municipalities', 'staff', 'proposals', 'medborgarlofte'],
  inventory: ['municipalities', 'staff', 'proposals', 'medborgarlofte'],
  planner: ['municipalities', 'staff', 'proposals', 'medborgarlofte', 'triage'],
  situation: ['municipalities', 'staff', 'proposals'],
  notifications: ['municipalities', 'proposals'],
  subscriptions: ['municipalities', 'proposals', 'notifications'],
  feeds: ['medborgardialog', 'municipalities', 'medborgarlofte'],
  sharing: ['medborgardialog', 'municipalities', 'staff', 'proposals', 'medborgarlofte', 'inventory'],
  signs: ['medborgardialog', 'municipalities', 'staff', 'medborgarlofte', 'inventory', 'planner'],
  medborgardialog: ['municipalities', 'staff', 'proposals', 'medborgarlofte', 'inventory', 'situation'],
  records: ['medborgardialog', 'municipalities', 'staff', 'proposals', 'medborgarlofte', 'triage'],
  seeding: [
    'medborgardialog',
    'municipalities',
    'staff',
    'proposals',
    'medborgarlofte',
    'triage',
    'inventory',
    'planner',
  ],
};

const src = '^backend/src/';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-knows-only-the-contract',
      comment: 'shared is read by both ends: class-validator and class-transformer only.',
      severity: 'error',
      from: { path: '^shared/src' },
      to: { pathNot: ['^shared/src', 'node_modules/class-validator', 'node_modules/class-transformer'] },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: `${src}platform` },
      to: { path: src, pathNot: `${src}platform` },
    },
    ...Object.entries(rooms).map(([room, may]) => ({
      name: `${room}-imports-only-its-neighbours`,
      severity: 'error',
      from: { path: `${src}${room}/`, pathNot: '\\.(spec|main)\\.ts$' },
      to: { path: src, pathNot: [room, 'platform', ...may].map((name) => `${src}${name}/`) },
    })),
    {
      name: 'rooms-are-reached-through-services',
      comment:
        'What a room exports: services, rules, its module and its types; never entities, repositories or controllers.',
      severity: 'error',
      from: { path: `${src}([^/]+)/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `${src}[^/]+/.*\\.(repository|entity|controller)\\.ts$`, pathNot: `${src}$1/` },
    },
    {
      name: 'rules-are-pure',
      comment:
        'Rules import shared, other rules and the pure parts of the platform (dates, XML and CSV as text); no Nest, no TypeORM, no clock.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        pathNot: [
          '^shared/',
          '\\.rules\\.ts$',
          `${src}platform/(dates|staff-member|problem/codes|problem/field-fault|xml|csv/read-rows|csv/read-date)\\.ts$`,
          '@lofteskartan/shared',
        ],
      },
    },
    {
      name: 'sql-lives-in-repositories',
      comment: 'Controllers and rules do not know the database.',
      severity: 'error',
      from: { path: '\\.controller\\.ts$', pathNot: `${src}platform/health/` },
      to: { path: 'node_modules/(typeorm|pg)/' },
    },
    {
      name: 'only-the-map-room-knows-leaflet',
      severity: 'error',
      from: { path: '^frontend/src', pathNot: '^frontend/src/map/' },
      to: { path: 'node_modules/(@types/)?(leaflet|react-leaflet|supercluster)/' },
    },
    {
      name: 'no-feature-imports-another',
      severity: 'error',
      from: { path: '^frontend/src/features/([^/]+)/' },
      to: { path: '^frontend/src/features/[^/]+/', pathNot: '^frontend/src/features/$1/' },
    },
    {
      name: 'features-know-no-pages',
      severity: 'error',
      from: { path: '^frontend/src/features/' },
      to: { path: '^frontend/src/(pages|app)/' },
    },
    {
      name: 'map-ui-and-platform-know-no-domain',
      severity: 'error',
      from: { path: '^frontend/src/(map|ui|platform)/' },
      to: { path: '^frontend/src/(pages|features|app)/' },
    },
    {
      name: 'ui-stands-alone',
      severity: 'error',
      from: { path: '^frontend/src/ui/' },
      to: { path: '^frontend/src/map/' },
    },
    {
      name: 'journeys-speak-http-and-browser',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(backend|frontend)/' },
    },
    {
      name: 'no-junk-drawers',
      severity: 'error',
      from: {},
      to: {
        path: '^(shared|backend|frontend|e2e)/.*/(utils|helpers|common|lib|misc)(/|\\.ts)',
        pathNot: 'node_modules',
      },
    },
    {
      name: 'nothing-unresolved',
      comment:
        'Those left out are resolved by their exports map or hold types only; the compiler checks them.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: ['^react-aria-components/', '^geojson$', '^class-transformer/types'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/\\.cache/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
