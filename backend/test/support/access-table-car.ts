import type { Line } from './access-table.js';

/** What a patrol carries along: for the police of the municipality alone. */
export const carTable: readonly Line[] = [
  {
    route: 'GET /api/v1/planner/{municipality}/car-kit',
    own: '401 200 403 403 403',
    foreign: '401 404 403 403 403',
    call: ({ municipality: { slug } }) => ({ path: `/planner/${slug}/car-kit` }),
  },
];
