import type { WorkQuestionDetail } from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type { QuestionReceipt } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { Api } from './api.js';
import type { TestApp } from './app.js';
import { done } from './done.js';
import { makeDialogue } from './medborgardialog.js';
import type { TestMunicipality } from './municipality.js';

/** What is kept of questions, and the references by which somebody may ask. */
export interface QuestionSecrets {
  readonly dialogues: readonly string[];
  readonly questions: readonly string[];
  /** Each a text that stands nowhere else, by its name. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** A dialogue with questions in every state, and a draft. Only what is published may be read by everyone, and only in its edited words. */
export async function tellTheQuestions(
  app: TestApp,
  officer: Api,
  town: TestMunicipality,
  word: (name: string) => string,
): Promise<QuestionSecrets> {
  const { reference: dialogue } = await makeDialogue(app, town);
  const draft = await makeDialogue(app, town, { status: 'draft', title: word('dialogutkast') });
  const secrets = new Map<string, string>([['a draft of a dialogue', draft.reference]]);
  const questions: string[] = [];
  const ask = async (text: string, more: object = {}): Promise<string> => {
    const email = `${word(`frågeadress${String(questions.length)}`)}@example.org`;
    const body = { kind: 'question', text, contact: { email }, ...more };
    const asked = app.api().post(`/medborgardialoger/${dialogue}/questions`, { key: true, body });
    const { reference, followToken } = await done<QuestionReceipt>(asked);
    questions.push(reference);
    secrets.set(`the follow token of ${reference}`, followToken);
    return reference;
  };
  const act = async (reference: string, what: string, more: object): Promise<void> => {
    const path = `/dialogues/${dialogue}/questions/${reference}`;
    const { version } = await done<WorkQuestionDetail>(officer.get(path));
    const options = { body: { version, ...more } };
    await done(
      what === 'words' ? officer.put(`${path}/words`, options) : officer.post(`${path}/${what}`, options),
    );
  };
  await ask(`Varför ${word('oläst')}?`);
  await ask(`Köp ${word('maskinfråga')}`, { homepage: 'https://spam.example' });
  const refused = await ask(`Vem är ${word('nekad')}?`);
  await act(refused, 'refusals', { reason: 'personal-data', text: `Nej, ${word('nekandet')}` });
  const shown = await ask(`När lagas lampan hos ${word('utpekad')}?`);
  await act(shown, 'words', { text: 'När lagas lampan?', reason: word('redigeringsskäl') });
  await act(shown, 'publications', {});
  const gathered = await ask(`När blir lampan ${word('samlad')} hel?`);
  await act(gathered, 'gatherings', { into: shown });
  return { dialogues: [dialogue, draft.reference], questions, secrets };
}
