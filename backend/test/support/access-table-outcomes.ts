import { randomUUID } from 'node:crypto';
import type { StaffPoints } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { StaffDialogueReport } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { DialogueStatus } from '@lofteskartan/shared/medborgardialog';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';
import { done } from './done.js';
import { makeDialogue } from './medborgardialog.js';

const readers = '401 200 200 200 403';
const keepers = '401 403 200 200 403';
const keepersMake = '401 403 201 201 403';
const notThere = '401 404 404 404 403';
const everyone = '200 200 200 200 200';

const line = (route: string, own: string, call: Line['call'], foreign = notThere): Line => ({
  route,
  own,
  foreign,
  call,
});
const open = (route: string, call: Line['call']): Line => line(route, everyone, call, everyone);

/** The address of a new dialogue in the work of staff. */
async function work(place: Place, status: DialogueStatus = 'closed'): Promise<string> {
  const { reference } = await makeDialogue(place.app, place.municipality, { status });
  return `/dialogues/${reference}`;
}

interface Made {
  readonly path: string;
  readonly id: string;
  readonly version: number;
}

/** A new point, with an outcome or without. */
async function point(place: Place, isDecided: boolean): Promise<Made> {
  const { api } = place.people['case-officer'];
  const path = await work(place);
  const text = 'Fler bänkar';
  const { points } = await done<StaffPoints>(api.post(`${path}/points`, { key: true, body: { text } }));
  const id = points[0]?.id ?? '';
  if (!isDecided) return { path, id, version: 1 };
  const body = { version: 1, text, outcome: 'answered', publicText: 'Ja.' };
  await done(api.put(`${path}/points/${id}`, { body }));
  return { path, id, version: 2 };
}

async function note(place: Place): Promise<{ path: string; id: string }> {
  const path = await work(place);
  const id = randomUUID();
  const body = { id, table: 'Bord 1', text: 'Mörkt.', writtenAt: '2026-11-20T10:00:00Z' };
  await done(place.people['case-officer'].api.post(`${path}/notes`, { key: true, body }));
  return { path, id };
}

/** The address of a dialogue whose report is published. */
async function reported(place: Place): Promise<string> {
  const { path } = await point(place, true);
  const { api } = place.people['case-officer'];
  const { version } = await done<StaffDialogueReport>(api.get(`${path}/report`));
  await done(api.post(`${path}/report`, { body: { version } }));
  return path;
}

/** The same, followed up after six months. */
async function followedUp(place: Place, isPublished: boolean): Promise<string> {
  const path = await reported(place);
  const { api } = place.people['case-officer'];
  await done(api.put(`${path}/follow-ups/6`, { body: { version: 1, words: 'Så gick det.', items: [] } }));
  await place.app.dataSource.query(
    `UPDATE medborgardialog_follow_ups SET due_on = '2026-11-01' WHERE months = 6 AND dialogue_id = (
       SELECT id FROM medborgardialoger WHERE reference = $1)`,
    [path.split('/')[2]],
  );
  if (isPublished) await done(api.post(`${path}/follow-ups/6/publications`, { body: { version: 2 } }));
  return path;
}

const toPublic = (path: string): string => path.replace('/dialogues/', '/medborgardialoger/');

/** What comes of public dialogues: everyone reads what is published, the police read all, the municipality's own people decide. */
export const outcomesTable: readonly Line[] = [
  line('GET /api/v1/dialogue-work/own', readers, () => ({ path: '/dialogue-work/own' }), readers),
  line('GET /api/v1/dialogue-work/heard/{slug}', readers, (place) => ({
    path: `/dialogue-work/heard/${place.municipality.slug}`,
  })),
  line('GET /api/v1/dialogues/{reference}/points', readers, async (place) => ({
    path: `${await work(place)}/points`,
  })),
  line('GET /api/v1/dialogues/{reference}/point-choices', readers, async (place) => ({
    path: `${await work(place)}/point-choices?kind=proposal`,
  })),
  line('POST /api/v1/dialogues/{reference}/points', keepersMake, async (place) => ({
    path: `${await work(place)}/points`,
    key: true,
    body: { text: 'Fler bänkar' },
  })),
  line('PUT /api/v1/dialogues/{reference}/points/{id}', keepers, async (place) => {
    const { path, id, version } = await point(place, false);
    return { path: `${path}/points/${id}`, body: { version, text: 'Bänkar' } };
  }),
  line('POST /api/v1/dialogues/{reference}/points/{id}/completions', keepers, async (place) => {
    const { path, id, version } = await point(place, true);
    const body = { version, doneOn: '2026-11-19', text: 'De står där.' };
    return { path: `${path}/points/${id}/completions`, body };
  }),
  line('POST /api/v1/dialogues/{reference}/points/{id}/withdrawals', keepers, async (place) => {
    const { path, id, version } = await point(place, false);
    return { path: `${path}/points/${id}/withdrawals`, body: { version, reason: 'Fel dialog' } };
  }),
  line('GET /api/v1/dialogues/{reference}/points/{id}/history', readers, async (place) => {
    const { path, id } = await point(place, true);
    return { path: `${path}/points/${id}/history` };
  }),
  line('GET /api/v1/dialogues/{reference}/paper', readers, async (place) => ({
    path: `${await work(place)}/paper`,
  })),
  line('POST /api/v1/dialogues/{reference}/notes', keepersMake, async (place) => ({
    path: `${await work(place)}/notes`,
    key: true,
    body: { id: randomUUID(), table: 'Bord 1', text: 'Mörkt.', writtenAt: '2026-11-20T10:00:00Z' },
  })),
  line('PUT /api/v1/dialogues/{reference}/notes/{id}', keepers, async (place) => {
    const { path, id } = await note(place);
    const body = { version: 1, table: 'Bord 1', text: 'Mörkt.', state: 'included' };
    return { path: `${path}/notes/${id}`, body };
  }),
  line('POST /api/v1/dialogues/{reference}/notes/{id}/removals', keepers, async (place) => {
    const { path, id } = await note(place);
    return { path: `${path}/notes/${id}/removals`, body: {} };
  }),
  line('PUT /api/v1/dialogues/{reference}/attendance', keepers, async (place) => ({
    path: `${await work(place)}/attendance`,
    body: { version: 0, localities: [{ locality: null, people: 12 }] },
  })),
  line('PUT /api/v1/dialogues/{reference}/paper-votes', keepers, async (place) => {
    const path = await work(place);
    const [row] = await place.app.dataSource.query<{ id: string }[]>(
      `INSERT INTO medborgardialog_statements (dialogue_id, text, status, source, ordinal)
       SELECT id, 'Det är mörkt.', 'closed', 'staff', 1 FROM medborgardialoger WHERE reference = $1 RETURNING id`,
      [path.split('/')[2]],
    );
    const body = { statementId: row?.id, table: 'Bord 1', agree: 4, disagree: 1, pass: 0 };
    return { path: `${path}/paper-votes`, body };
  }),
  line('GET /api/v1/dialogues/{reference}/report', readers, async (place) => ({
    path: `${await work(place)}/report`,
  })),
  line('POST /api/v1/dialogues/{reference}/report', keepers, async (place) => {
    const { path } = await point(place, true);
    return { path: `${path}/report`, body: { version: 1 } };
  }),
  line('GET /api/v1/dialogues/{reference}/follow-ups', readers, async (place) => ({
    path: `${await reported(place)}/follow-ups`,
  })),
  line('PUT /api/v1/dialogues/{reference}/follow-ups/{months}', keepers, async (place) => ({
    path: `${await reported(place)}/follow-ups/6`,
    body: { version: 1, words: 'Så gick det.', items: [] },
  })),
  line('POST /api/v1/dialogues/{reference}/follow-ups/{months}/publications', keepers, async (place) => ({
    path: `${await followedUp(place, false)}/follow-ups/6/publications`,
    body: { version: 2 },
  })),
  open('GET /api/v1/medborgardialoger/{reference}/report', async (place) => ({
    path: `${toPublic(await reported(place))}/report`,
  })),
  open('GET /api/v1/medborgardialoger/{reference}/report.pdf', async (place) => ({
    path: `${toPublic(await reported(place))}/report.pdf`,
  })),
  open('GET /api/v1/medborgardialoger/{reference}/follow-ups/{months}', async (place) => ({
    path: `${toPublic(await followedUp(place, true))}/follow-ups/6`,
  })),
  open('GET /api/v1/municipalities/{slug}/dialogue-outcomes', (place) => ({
    path: `/municipalities/${place.municipality.slug}/dialogue-outcomes`,
  })),
  open('GET /api/v1/municipalities/{slug}/dialogue-heard', (place) => ({
    path: `/municipalities/${place.municipality.slug}/dialogue-heard`,
  })),
];
