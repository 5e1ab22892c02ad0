import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { Place } from './access-scene.js';
import { submitProposal } from './proposal.js';
import type { Line } from './access-table.js';

const handlers = '401 200 200 200 403';
const notThere = '401 404 404 404 403';

const coordinators = '401 403 403 200 403';
const notTheirs = '401 403 403 404 403';

/** A proposal with words. */
const wordy = ({ app, municipality }: Place): Promise<ProposalReceipt> =>
  submitProposal(app, {
    kind: 'speed-check',
    position: municipality.center,
    description: 'Kalle kör för fort.',
  });

/** What is kept of proposals and activities: edited words, the log, records, disposal and the documentation of personal data. */
export const recordsTable: readonly Line[] = [
  {
    route: 'POST /api/v1/triage/proposals/{reference}/edited-words',
    own: handlers,
    foreign: notThere,
    call: async (place) => ({
      path: `/triage/proposals/${(await wordy(place)).reference}/edited-words`,
      body: { version: 1, description: 'Någon kör för fort.', reason: 'Ett namn' },
    }),
  },
  ...['', '/people', '/csv'].map((part) => ({
    route: `GET /api/v1/work-log${part}`,
    own: coordinators,
    foreign: notTheirs,
    call: ({ municipality }: Place) => ({
      path: `/work-log${part}`,
      query: { municipality: municipality.slug },
    }),
  })),
];
