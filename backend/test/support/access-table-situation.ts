import type { Line } from './access-table.js';

/** The picture is shared: police, case officers and coordinators read the same. */
const readers = '401 200 200 200 403';
const notThere = '401 404 404 404 403';

const period = { from: '2026-10-01', to: '2026-11-19' };

/** The situational picture (lägesbild). */
export const situationTable: readonly Line[] = ['', '/spots', '/outside', '/pdf'].map((path) => ({
  route: `GET /api/v1/situation/{municipality}${path}`,
  own: readers,
  foreign: notThere,
  call: ({ municipality: { slug } }) => ({ path: `/situation/${slug}${path}`, query: period }),
}));
