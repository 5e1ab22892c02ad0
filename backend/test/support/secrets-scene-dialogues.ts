import { QuestionSecrets } from '../../src/medborgardialog/questions/question-secrets.js';
import type { Place } from './access-scene.js';
import { tellTheDialogues } from './dialogue-secrets.js';
import { type SecretMakers, tellTheLive } from './live-secrets.js';
import { tellTheOutcomes } from './outcome-secrets.js';
import { tellTheQuestions } from './question-secrets.js';

/** Everything of medborgardialoger that is kept, and the names by which somebody may ask. */
export interface DialogueScene {
  /** Whatever became of them: drafts, held, reported, called off. */
  readonly references: readonly string[];
  readonly codes: readonly string[];
  readonly questions: readonly string[];
  /** A statement of which nobody is told how few answered it. */
  readonly few: string;
  /** The proposal that a pin became. */
  readonly pin: string;
  readonly secrets: ReadonlyMap<string, string>;
}

/** Medborgardialoger from draft to follow-up, each with what only its own people know. */
export async function tellOfDialogues(
  place: Place,
  { word, position }: SecretMakers,
  hiddenPlace: string,
): Promise<DialogueScene> {
  const { app, municipality } = place;
  const { api: officer } = place.people['case-officer'];
  const questions = await tellTheQuestions(app, officer, municipality, word);
  const planned = await tellTheDialogues(officer, app.api(), municipality.slug, { word, hiddenPlace });
  const outcomes = await tellTheOutcomes(place, word);
  const live = await tellTheLive(place, { word, position });
  const secrets = [questions, planned, outcomes, live].flatMap((each) => [...each.secrets]);
  const codes = await app.dataSource.query<{ code: string }[]>(
    'SELECT short_code AS code FROM medborgardialoger ORDER BY short_code',
  );
  return {
    references: [...questions.dialogues, ...planned.references, ...outcomes.references, ...live.references],
    codes: codes.map(({ code }) => code),
    questions: [...questions.questions, ...live.questions],
    few: live.few,
    pin: live.pin,
    secrets: new Map([...secrets, ...(await contactsOf(place)), ...(await devicesOf(place))]),
  };
}

/** Those who want their answer by mail, and what the links in their mails hold. */
async function contactsOf({ app }: Place): Promise<[string, string][]> {
  const { dataSource } = app;
  const links = app.get(QuestionSecrets);
  const rows = await dataSource.query<{ id: string; address: string }[]>(
    'SELECT id, address_hash AS address FROM medborgardialog_question_contacts',
  );
  if (rows.length === 0) throw new Error('Nobody who asked left an address');
  return rows.flatMap(({ id, address }): [string, string][] => [
    [`the contact ${id} of a question`, id],
    [`the name of the address ${id}`, address],
    ...(['question-confirm', 'question-stop', 'question-follow'] as const).map((link): [string, string] => [
      `the link ${link} of ${id}`,
      links.token(link, id),
    ]),
  ]);
}

/** The names under which devices that asked or supported are kept. */
async function devicesOf({ app: { dataSource } }: Place): Promise<[string, string][]> {
  const rows = await dataSource.query<{ device: string }[]>(
    `SELECT DISTINCT encode(device_hash, 'hex') AS device FROM medborgardialog_question_supports`,
  );
  return rows.map(({ device }, number) => [`the device ${String(number)} of a question`, device]);
}
