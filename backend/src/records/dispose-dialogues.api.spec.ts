import { randomBytes } from 'node:crypto';
import type {
  DialogueReport,
  StaffDialogueReport,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { DialoguePaper } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type { StaffPoints } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { WorkQuestionDetail } from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type {
  PublicQuestions,
  QuestionReceipt,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import type { Disposal, DisposalPreview, RetentionRules } from '@lofteskartan/shared/contracts/records';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mailing } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { done } from '../../test/support/done.js';
import { makeDialogue } from '../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff } from '../../test/support/staff.js';
import { MedborgardialogRepository } from '../medborgardialog/medborgardialog.repository.js';
import { GatheredQuestionsRepository } from '../medborgardialog/questions/gathered-questions.repository.js';
import { QuestionRepository } from '../medborgardialog/questions/question.repository.js';
import { DisposeService } from './dispose.service.js';

const secret = 'gallrahemligt';

let app: TestApp;
let town: TestMunicipality;

beforeAll(async () => {
  app = await startTestApp({ config: mailing, clock: new TestClock('2026-03-02T12:00:00Z') });
  town = await makeMunicipality(app.dataSource);
});
afterAll(() => app.stop());

const staffOf = async (role: 'case-officer' | 'coordinator') => (await makeStaff(app, role, town)).api;

/** A dialogue with a question that everyone read and one that nobody did, votes, a sign-up, and a report. */
async function reported(): Promise<{ reference: string; question: string; token: string }> {
  const officer = await staffOf('case-officer');
  const dialogue = await makeDialogue(app, town, { capacity: 20 });
  const [open, work] = [`/medborgardialoger/${dialogue.reference}`, `/dialogues/${dialogue.reference}`];
  const ask = (text: string) =>
    done<QuestionReceipt>(
      app.api().post(`${open}/questions`, {
        key: true,
        body: { kind: 'question', text, contact: { email: `${secret}@example.org` } },
      }),
    );
  const shown = await ask(`Är tunneln hos ${secret} mörk?`);
  const takenBack = await ask(`Varför var det ${secret}?`);
  const refused = await ask(`Varför ${secret}?`);
  const refusal = { version: 1, reason: 'other-subject', text: secret };
  await done(officer.post(`${work}/questions/${refused.reference}/refusals`, { body: refusal }));
  const act = async (what: 'words' | 'publications' | 'refusals', more: object, asked = shown) => {
    const path = `${work}/questions/${asked.reference}`;
    const { version } = await done<WorkQuestionDetail>(officer.get(path));
    const body = { version, ...more };
    await done(
      what === 'words' ? officer.put(`${path}/words`, { body }) : officer.post(`${path}/${what}`, { body }),
    );
  };
  await act('words', { text: 'Är tunneln mörk?', reason: secret });
  await act('publications', {});
  await act('publications', {}, takenBack);
  await done(app.api().post(`${open}/sign-ups`, { key: true, body: { people: 2, needs: ['wheelchair'] } }));
  const move = async (status: 'open' | 'closed') => {
    await app.dataSource.transaction((manager) =>
      app.get(MedborgardialogRepository).move(manager, dialogue.id, status, app.clock.now()),
    );
  };
  await move('open');
  const stated = { key: true, body: { text: 'Tunneln ska vara ljus' } } as const;
  await done(officer.post(`${work}/statements`, stated));
  const few = { key: true, body: { text: `Sanda hos ${secret}` } } as const;
  const { statements } = await done<StaffLive>(officer.post(`${work}/statements`, few));
  for (const [at, { id, version }] of statements.entries()) {
    const text = at === 0 ? 'Tunneln ska vara ljus' : 'Gångvägen ska sandas';
    await done(officer.put(`${work}/statements/${id}`, { body: { version, text, status: 'open' } }));
    for (let phone = 0; phone < (at === 0 ? 6 : 3); phone += 1) {
      const vote = phone < 5 ? 'agree' : 'disagree';
      const body = { statement: id, voter: randomBytes(16).toString('hex'), vote };
      await done(app.api().put(`/live/${dialogue.shortCode}/votes`, { body }));
    }
  }
  await app.dataSource.query(
    `INSERT INTO medborgardialog_paper_votes (statement_id, table_label, agree, disagree, pass) VALUES ($1, 'Bord 1', 10, 8, 2)`,
    [statements[1]?.id],
  );
  await done(app.api().post(`/live/${dialogue.shortCode}/statements`, { key: true, body: { text: secret } }));
  await move('closed');
  const { points } = await done<StaffPoints>(officer.get(`${work}/points`));
  await act('refusals', { reason: 'other-subject', text: 'Se dagordningen.' }, takenBack);
  const point = points.find(({ text }) => text === 'Är tunneln mörk?');
  const body = { version: 1, text: point?.text, outcome: 'answered', publicText: 'Ja.' };
  await done(officer.put(`${work}/points/${point?.id ?? ''}`, { body }));
  const written = { key: true, body: { text: `Som ${secret} sade` } } as const;
  const { points: more } = await done<StaffPoints>(officer.post(`${work}/points`, written));
  const byHand = more.find(({ text }) => text.includes(secret));
  const reworded = { ...body, version: byHand?.version, text: 'Mer ljus' };
  await done(officer.put(`${work}/points/${byHand?.id ?? ''}`, { body: reworded }));
  const report = await done<StaffDialogueReport>(officer.get(`${work}/report`));
  await done(officer.post(`${work}/report`, { body: { version: report.version } }));
  return { reference: dialogue.reference, question: shown.reference, token: shown.followToken };
}

/** How often the secret stands in a table. */
const kept = async (table: string): Promise<number> => {
  const [row] = await app.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM ${table} x WHERE x::text ILIKE '%${secret}%'`,
  );
  return row?.count ?? NaN;
};
const rows = async (table: string): Promise<number> => {
  const [row] = await app.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM ${table}`,
  );
  return row?.count ?? NaN;
};

it('disposes of what a dialogue holds of people under a decision alone, and leaves what was published', async () => {
  const { reference, question, token } = await reported();
  const before = await done<DialogueReport>(app.api().get(`/medborgardialoger/${reference}/report`));
  app.clock.set('2029-03-03T12:00:00Z');
  await app.get(DisposeService).disposeAll();
  expect(await rows('medborgardialog_question_contacts')).toBeGreaterThan(0);
  const coordinator = await staffOf('coordinator');
  const path = `/municipalities/${town.slug}`;
  const { version } = await done<RetentionRules>(coordinator.get(`${path}/retention-rules`));
  const rules = [{ type: 'medborgardialog', years: 1, decision: 'KS 2026/7' }];
  await done(coordinator.put(`${path}/retention-rules`, { body: { version, rules } }));
  // Corrections are told for thirteen months.
  app.clock.set('2027-04-01T12:00:00Z');
  await app.get(DisposeService).disposeAll();
  expect(await rows('medborgardialog_question_contacts')).toBeGreaterThan(0);
  app.clock.set('2027-04-02T12:00:00Z');
  const preview = await done<DisposalPreview>(coordinator.get(`${path}/disposal-preview`));
  const [due] = preview.items;
  expect(due).toMatchObject({ name: reference, after: '2027-04-02', decision: 'KS 2026/7' });

  await app.get(DisposeService).disposeAll();
  for (const table of ['question_contacts', 'question_supports', 'sign_ups', 'votes'])
    expect([table, await rows(`medborgardialog_${table}`)]).toEqual([table, 0]);
  for (const table of ['questions', 'question_events', 'statements', 'points', 'events', 'notes', 'reports'])
    expect([table, await kept(`medborgardialog_${table}`)]).toEqual([table, 0]);
  const after = await done<DialogueReport>(app.api().get(`/medborgardialoger/${reference}/report`));
  expect(after).toEqual(before);
  expect(after.statements).toMatchObject([
    { answers: 6, agree: 5, disagree: 1 },
    { answers: 20, agree: 10, disagree: 8, pass: 2 },
  ]);
  const questions = await done<PublicQuestions>(app.api().get(`/medborgardialoger/${reference}/questions`));
  expect(questions.items).toMatchObject([{ text: 'Är tunneln mörk?', supportCount: 1, support: 'over' }]);
  const support = await app
    .api()
    .post(`/medborgardialog-questions/${question}/support`, { key: true, body: {} });
  expect(support.body).toMatchObject({ code: 'question.notNow' });
  expect(await rows('medborgardialog_question_supports')).toBe(0);
  await app.dataSource.transaction(async (manager) => {
    const asked = await app.get(QuestionRepository).byReference(manager, question);
    await app.get(GatheredQuestionsRepository).recount(manager, [asked?.id ?? '']);
    expect(await app.get(QuestionRepository).byReference(manager, question)).toMatchObject({
      supportCount: 1,
    });
  });
  const own = await app.api().get('/question-follow', { followToken: token });
  expect(own.body).toMatchObject({ code: 'followToken.wrong' });
  const officer = await staffOf('case-officer');
  const again = await done<StaffDialogueReport>(officer.get(`/dialogues/${reference}/report`));
  expect(again.isChanged).toBe(false);
  const paper = await done<DialoguePaper>(officer.get(`/dialogues/${reference}/paper`));
  expect(paper.statements.map(({ votes }) => votes.map(({ table }) => table))).toEqual([[], ['Bord 1']]);

  const protocol = await done<{ items: Disposal[] }>(
    coordinator.get('/disposals', { query: { municipality: town.slug } }),
  );
  expect(protocol.items).toMatchObject([{ type: 'medborgardialog', count: 1, decision: 'KS 2026/7' }]);
  await app.get(DisposeService).disposeAll();
  const unchanged = await done<{ items: Disposal[] }>(
    coordinator.get('/disposals', { query: { municipality: town.slug } }),
  );
  expect(unchanged.items[0]?.count).toBe(1);
});
