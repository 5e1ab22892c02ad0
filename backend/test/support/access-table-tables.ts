import type { Line } from './access-table.js';
import { makeDialogue } from './medborgardialog.js';

const readers = '401 200 200 200 403';
const notThere = '401 404 404 404 403';

/** What lies on the tables of medborgardialoger, and what is typed in from there. */
export const tablesTable: readonly Line[] = [
  {
    route: 'GET /api/v1/dialogues/{reference}/table-sheet',
    own: readers,
    foreign: notThere,
    call: async (place) => {
      const { reference } = await makeDialogue(place.app, place.municipality);
      return { path: `/dialogues/${reference}/table-sheet` };
    },
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/paper-questions',
    own: '401 403 201 201 403',
    foreign: notThere,
    call: async (place) => {
      const { reference } = await makeDialogue(place.app, place.municipality, { status: 'open' });
      const body = {
        kind: 'question',
        text: 'När lagas lampan?',
        source: 'table',
        table: 'Bord 1',
        publish: true,
      };
      return { path: `/dialogues/${reference}/paper-questions`, key: true, body };
    },
  },
];
