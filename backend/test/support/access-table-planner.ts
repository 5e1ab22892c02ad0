import { DEFAULT_WEIGHTS } from '@lofteskartan/shared/planner';
import type { Line } from './access-table.js';

/** The police of a municipality, and nobody else: not its officers, not its coordinators, not its administrators. */
const police = '401 200 403 403 403';
const notThere = '401 404 403 403 403';

/** Planning of speed checks. */
export const plannerTable: readonly Line[] = [
  {
    route: 'GET /api/v1/planner/{municipality}/stretches',
    own: police,
    foreign: notThere,
    call: ({ municipality: { slug } }) => ({ path: `/planner/${slug}/stretches` }),
  },
  {
    route: 'GET /api/v1/planner/{municipality}/settings',
    own: police,
    foreign: notThere,
    call: ({ municipality: { slug } }) => ({ path: `/planner/${slug}/settings` }),
  },
  {
    route: 'PUT /api/v1/planner/{municipality}/weights',
    own: police,
    foreign: notThere,
    call: async ({ app, municipality: { id, slug } }) => {
      const [row] = await app.dataSource.query<{ version: number }[]>(
        'SELECT version FROM planner_settings WHERE municipality_id = $1',
        [id],
      );
      return {
        path: `/planner/${slug}/weights`,
        body: { version: row?.version ?? 0, weights: DEFAULT_WEIGHTS },
      };
    },
  },
  {
    route: 'POST /api/v1/planner/{municipality}/weight-previews',
    own: police,
    foreign: notThere,
    call: ({ municipality: { slug } }) => ({
      path: `/planner/${slug}/weight-previews`,
      body: { weights: DEFAULT_WEIGHTS },
    }),
  },
];
