import type { StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import type { MedborgardialogRecord } from '../../src/medborgardialog/medborgardialog.repository.js';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';
import { done } from './done.js';
import { makeDialogue } from './medborgardialog.js';

const everyone = '200 200 200 200 200';
const everyoneMade = '201 201 201 201 201';
const everyoneDone = '204 204 204 204 204';
const unknown = '404 404 404 404 404';
const notThere = '401 404 404 404 403';
const read = { own: '401 200 200 200 403', foreign: notThere };
const kept = { own: '401 403 200 200 403', foreign: notThere };
const made = { own: '401 403 201 201 403', foreign: notThere };

/** What means the same in every municipality, and for everyone. */
const open = (route: string, call: Line['call'], expected: string): Line => ({
  route,
  own: expected,
  foreign: expected,
  call,
});

/** A dialogue that is open, with a statement that people vote on and pins that are asked for. */
async function held(place: Place): Promise<MedborgardialogRecord & { statement: string }> {
  const dialogue = await makeDialogue(place.app, place.municipality, { status: 'open' });
  const { api } = place.people['case-officer'];
  const work = `/dialogues/${dialogue.reference}`;
  await done<StaffLive>(api.put(`${work}/live`, { body: { pinPrompt: 'Var är det mörkt?' } }));
  const body = { text: 'Gångtunneln ska vara ljus' };
  const { statements } = await done<StaffLive>(api.post(`${work}/statements`, { key: true, body }));
  const { id = '', version = 1 } = statements[0] ?? {};
  await done<StaffLive>(api.put(`${work}/statements/${id}`, { body: { version, status: 'open' } }));
  return { ...dialogue, statement: id };
}

const draft = (place: Place) => makeDialogue(place.app, place.municipality, { status: 'draft' });
const voter = '0123456789abcdef0123456789abcdef';

/** What is shown and done while a dialogue is held: everyone takes part, the police look on, the municipality's own people conduct it. */
export const liveTable: readonly Line[] = [
  open(
    'GET /api/v1/live/{code}',
    async (place) => ({ path: `/live/${(await held(place)).shortCode}` }),
    everyone,
  ),
  {
    ...open(
      'GET /api/v1/live/{code}',
      async (place) => ({ path: `/live/${(await draft(place)).shortCode}` }),
      unknown,
    ),
    and: 'the code of a draft',
  },
  open(
    'GET /api/v1/live/{code}/stream',
    async (place) => ({ path: `/live/${(await held(place)).shortCode}/stream` }),
    everyone,
  ),
  {
    ...open(
      'GET /api/v1/live/{code}/stream',
      async (place) => ({ path: `/live/${(await draft(place)).shortCode}/stream` }),
      unknown,
    ),
    and: 'the code of a draft',
  },
  open(
    'PUT /api/v1/live/{code}/votes',
    async (place) => {
      const { shortCode, statement } = await held(place);
      return { path: `/live/${shortCode}/votes`, body: { statement, voter, vote: 'agree' } };
    },
    everyoneDone,
  ),
  open(
    'POST /api/v1/live/{code}/questions',
    async (place) => ({
      path: `/live/${(await held(place)).shortCode}/questions`,
      key: true,
      body: { text: 'När lagas lampan?' },
    }),
    everyoneMade,
  ),
  open(
    'POST /api/v1/live/{code}/statements',
    async (place) => ({
      path: `/live/${(await held(place)).shortCode}/statements`,
      key: true,
      body: { text: 'Fler bänkar' },
    }),
    everyoneDone,
  ),
  open(
    'POST /api/v1/live/{code}/pins',
    async (place) => ({
      path: `/live/${(await held(place)).shortCode}/pins`,
      key: true,
      body: { position: place.municipality.center },
    }),
    everyoneMade,
  ),
  {
    route: 'GET /api/v1/dialogues/{reference}/live',
    ...read,
    call: async (place) => ({ path: `/dialogues/${(await draft(place)).reference}/live` }),
  },
  {
    route: 'PUT /api/v1/dialogues/{reference}/live',
    ...kept,
    call: async (place) => ({
      path: `/dialogues/${(await held(place)).reference}/live`,
      body: { questionsDirect: true },
    }),
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/statements',
    ...made,
    call: async (place) => ({
      path: `/dialogues/${(await draft(place)).reference}/statements`,
      key: true,
      body: { text: 'Fler bänkar' },
    }),
  },
  {
    route: 'PUT /api/v1/dialogues/{reference}/statements/{id}',
    ...kept,
    call: async (place) => {
      const { reference, statement } = await held(place);
      return {
        path: `/dialogues/${reference}/statements/${statement}`,
        body: { version: 2, status: 'closed' },
      };
    },
  },
];
