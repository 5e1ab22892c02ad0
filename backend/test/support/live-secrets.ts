import { randomBytes, randomUUID } from 'node:crypto';
import type { StaffLive, StaffStatement } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import type { QuestionReceipt } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { MedborgardialogRecord } from '../../src/medborgardialog/medborgardialog.repository.js';
import type { Place } from './access-scene.js';
import { done } from './done.js';
import { makeDialogue } from './medborgardialog.js';

/** What is kept of dialogues while they are held, and the names by which somebody may ask. */
export interface LiveSecrets {
  readonly references: readonly string[];
  readonly codes: readonly string[];
  readonly questions: readonly string[];
  /** A statement that fewer than five have answered: how many, nobody is told. */
  readonly few: string;
  /** The proposal that a pin became. */
  readonly pin: string;
  /** Each a text that stands nowhere else, by its name. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** How the scene makes its words and its places. */
export interface SecretMakers {
  readonly word: (name: string) => string;
  readonly position: (name: string) => [number, number];
}

/** One that is held, with what waits and what was refused beside what people vote on; and one that is being prepared, with its code. */
export async function tellTheLive(place: Place, { word, position }: SecretMakers): Promise<LiveSecrets> {
  const { app, municipality } = place;
  const { api: officer } = place.people['case-officer'];
  const held = await makeDialogue(app, municipality, { status: 'open', title: 'Kvällen om tunneln' });
  const coming = await makeDialogue(app, municipality, { status: 'published', title: 'Våren' });
  const draft = await makeDialogue(app, municipality, { status: 'draft', title: word('liveutkast') });
  const secrets = new Map([['the code of a draft', draft.shortCode]]);
  const stated = async (
    { reference }: MedborgardialogRecord,
    text: string,
    status?: StaffStatement['status'],
  ) => {
    const path = `/dialogues/${reference}/statements`;
    const { statements } = await done<StaffLive>(officer.post(path, { key: true, body: { text } }));
    const { id = '', version } = statements.find((each) => each.text === text) ?? {};
    if (status) await done(officer.put(`${path}/${id}`, { body: { version, status } }));
    return id;
  };
  const conduct = ({ reference }: MedborgardialogRecord, body: object) =>
    done(officer.put(`/dialogues/${reference}/live`, { body }));
  const live = `/live/${held.shortCode}`;

  await conduct(held, { pinPrompt: 'Var är det mörkt?' });
  await conduct(coming, { pinPrompt: word('förberedd fråga') });
  await stated(coming, word('förberett påstående'), 'open');
  await stated(draft, word('påstående i ett utkast'));
  const few = await stated(held, 'Tunneln ska vara ljus', 'open');
  await stated(held, word('påstående som väntar'));
  await stated(held, word('nekat påstående'), 'refused');
  const proposed = { key: true, body: { text: word('en boendes påstående') } } as const;
  await done(app.api().post(`${live}/statements`, proposed));
  for (let phone = 0; phone < 4; phone++) {
    const voter = randomBytes(16).toString('hex');
    secrets.set(`what phone ${String(phone)} made up`, voter);
    await done(app.api().put(`${live}/votes`, { body: { statement: few, voter, vote: 'agree' } }));
  }
  for (const [name, value] of await storedVoters(place)) secrets.set(name, value);

  const phone = app.api();
  const asked = phone.post(`${live}/questions`, { key: true, body: { text: word('fråga från lokalen') } });
  const { reference: question, followToken } = await done<QuestionReceipt>(asked);
  secrets.set('the follow token of a question from the room', followToken);
  for (const [name, value] of phone.cookies)
    secrets.set(`the cookie ${name} of a phone`, value.split('.')[0] ?? value);
  const note = { id: randomUUID(), table: 'Bord 4', text: word('anteckning under mötet') };
  const writtenAt = app.clock.now().toISOString();
  await done(officer.post(`/dialogues/${held.reference}/notes`, { key: true, body: { ...note, writtenAt } }));
  const dropped = { position: position('a pin'), description: word('nålen') };
  const pin = await done<ProposalReceipt>(app.api().post(`${live}/pins`, { key: true, body: dropped }));
  secrets.set('the follow token of a pin', pin.followToken);
  return {
    references: [held.reference, coming.reference, draft.reference],
    codes: [held.shortCode, coming.shortCode, draft.shortCode],
    questions: [question],
    few,
    pin: pin.reference,
    secrets,
  };
}

/** The names under which votes are kept, and the key that they are made with. */
async function storedVoters({ app }: Place): Promise<[string, string][]> {
  const rows = await app.dataSource.query<{ voter: Buffer }[]>('SELECT voter FROM medborgardialog_votes');
  const keys = await app.dataSource.query<{ key: Buffer }[]>(
    'SELECT voter_key AS key FROM medborgardialog_live WHERE voter_key IS NOT NULL',
  );
  const [{ key } = { key: Buffer.alloc(0) }] = keys;
  if (rows.length === 0 || key.length === 0) throw new Error('No vote was kept');
  const both = (name: string, bytes: Buffer): [string, string][] => [
    [`${name}, in hexadecimal`, bytes.toString('hex')],
    [`${name}, in base64`, bytes.toString('base64').slice(0, 40)],
  ];
  return [
    ...both('the key of voters', key),
    ...rows.flatMap(({ voter }, number) => both(`voter ${String(number)}`, voter)),
  ];
}
