import { randomUUID } from 'node:crypto';
import type { StaffPoints } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { StaffDialogueReport } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { Place } from './access-scene.js';
import { done } from './done.js';
import { makeDialogue } from './medborgardialog.js';

/** What staff keep of dialogues, and the references by which somebody may ask. */
export interface OutcomeSecrets {
  readonly references: readonly string[];
  /** Each a text that stands nowhere else, by its name. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** A dialogue whose report is published beside what it does not tell, and one of which nothing is told yet. */
export async function tellTheOutcomes(place: Place, word: (name: string) => string): Promise<OutcomeSecrets> {
  const { api } = place.people['case-officer'];
  const reported = await makeDialogue(place.app, place.municipality, { status: 'closed' });
  const draft = await makeDialogue(place.app, place.municipality, { status: 'closed' });
  const note = async (reference: string, text: string, state: 'included' | 'left-out') => {
    const [id, table] = [randomUUID(), 'Bord 1'];
    const notes = `/dialogues/${reference}/notes`;
    const body = { id, table, text, writtenAt: '2026-11-20T10:00:00Z' };
    await done(api.post(notes, { key: true, body }));
    await done(api.put(`${notes}/${id}`, { body: { version: 1, table, text, state } }));
  };
  const point = async (reference: string, text: string, said: object) => {
    const path = `/dialogues/${reference}/points`;
    const { points } = await done<StaffPoints>(api.post(path, { key: true, body: { text } }));
    const made = points.at(-1);
    const body = { version: 1, text, ...said };
    await done(api.put(`${path}/${made?.id ?? ''}`, { body }));
  };
  const { people } = await done<StaffPoints>(api.get(`/dialogues/${reported.reference}/points`));
  const accountId = people[0]?.id ?? '';
  const organisationId = place.municipality.office.id;
  const owned = { organisationId, personId: accountId };
  await point(reported.reference, 'Det är mörkt.', {
    outcome: 'answered',
    publicText: 'Vi lagar.',
    ...owned,
  });
  await note(reported.reference, word('bordsanteckning'), 'left-out');
  const localities = [
    { locality: place.municipality.locality.slug, people: 311, bands: { women: 309, men: 2 } },
    { locality: null, people: 3 },
  ];
  await done(api.put(`/dialogues/${reported.reference}/attendance`, { body: { version: 0, localities } }));
  const { version } = await done<StaffDialogueReport>(api.get(`/dialogues/${reported.reference}/report`));
  await done(api.post(`/dialogues/${reported.reference}/report`, { body: { version } }));
  const followUps = `/dialogues/${reported.reference}/follow-ups`;
  const said = { version: 1, words: 'Tunneln är ljus.', items: [] };
  await done(api.put(`${followUps}/6`, { body: said }));
  await place.app.dataSource.query(
    `UPDATE medborgardialog_follow_ups SET due_on = '2026-11-01' WHERE months = 6 AND dialogue_id = $1`,
    [reported.id],
  );
  await done(api.post(`${followUps}/6/publications`, { body: { version: 2 } }));
  const kept = { version: 1, words: word('uppfoljningsutkast'), items: [] };
  await done(api.put(`${followUps}/12`, { body: kept }));
  await point(draft.reference, word('punkten'), { outcome: 'answered', publicText: word('punktsvaret') });
  await note(draft.reference, word('bordsutkast'), 'included');
  return {
    references: [reported.reference, draft.reference],
    secrets: new Map([
      ['a locality from which others would tell how few came', '"people":311'],
      ['a group of those who came, which would tell of another', '"people":309'],
      ['the account of who owns a point', accountId],
    ]),
  };
}
