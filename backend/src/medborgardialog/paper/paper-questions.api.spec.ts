import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { DialoguePaper } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type { PaperQuestion } from '@lofteskartan/shared/contracts/medborgardialog-paper-questions';
import type { WorkQuestions } from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type { StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import type { Api, ProblemBody } from '../../../test/support/api.js';
import { done } from '../../../test/support/done.js';
import { makeDialogue } from '../../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff } from '../../../test/support/staff.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';

describe('what is typed in from the tables', () => {
  let app: TestApp;
  let town: TestMunicipality;
  let officer: Api;
  let dialogue: MedborgardialogRecord;

  beforeAll(async () => {
    app = await startTestApp();
    town = await makeMunicipality(app.dataSource);
    officer = (await makeStaff(app, 'case-officer', town)).api;
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    dialogue = await makeDialogue(app, town, { status: 'open' });
  });

  const work = (more: string) => `/dialogues/${dialogue.reference}${more}`;
  const shown = () => done<LiveDialogue>(app.api().get(`/live/${dialogue.shortCode}`));
  const question = {
    kind: 'question',
    text: 'När lagas lampan vid skolan?',
    source: 'table',
    table: ' Bord 3 ',
    publish: true,
  };
  const type = (more: object = {}, key: string | true = true) =>
    officer.post<PaperQuestion>(work('/paper-questions'), { key, body: { ...question, ...more } });

  it('is shown to everyone at once where that is chosen, as one person’s, and staff see from which table it came', async () => {
    const { reference, status } = await done<PaperQuestion>(type());
    expect(status).toBe('published');
    expect((await shown()).questions.items).toEqual([
      { reference, text: 'När lagas lampan vid skolan?', supportCount: 1, isAnswered: false },
    ]);
    const { items } = await done<WorkQuestions>(officer.get(work('/questions')));
    expect(items).toMatchObject([{ reference, source: 'table', table: 'Bord 3', kind: 'question' }]);
    const open = await app.api().get(`/medborgardialoger/${dialogue.reference}/questions`);
    expect(JSON.stringify(open.body)).not.toContain('Bord 3');
  });

  it.each([
    ['what is not to be shown yet', { publish: false }],
    ['what looks like personal data', { text: 'Ring Kim på 070-123 45 67 om lampan' }],
  ])('waits to be read: %s', async (_, more) => {
    expect((await done<PaperQuestion>(type(more))).status).toBe('received');
    expect((await shown()).questions.total).toBe(0);
  });

  it('is kept once, however often it is sent', async () => {
    const [one, two] = [
      await done<PaperQuestion>(type({}, 'papper-en-gang-01')),
      await done<PaperQuestion>(type({}, 'papper-en-gang-01')),
    ];
    expect(two.reference).toBe(one.reference);
    expect((await shown()).questions.total).toBe(1);
  });

  it.each([
    ['draft', 'dialogue.draft'],
    ['reported', 'dialogue.reported'],
    ['cancelled', 'dialogue.cancelled'],
  ] as const)('is refused for a dialogue that is %s', async (status, code) => {
    dialogue = await makeDialogue(app, town, { status });
    const { body } = await officer.post<ProblemBody>(work('/paper-questions'), { key: true, body: question });
    expect(body.code).toBe(code);
  });

  it('keeps a statement that was proposed on paper as a resident’s, until it is shown', async () => {
    const body = { text: 'Fler bänkar', fromResident: true };
    const { statements } = await done<StaffLive>(officer.post(work('/statements'), { key: true, body }));
    expect(statements).toMatchObject([{ text: 'Fler bänkar', source: 'resident', status: 'waiting' }]);
    expect((await shown()).statements).toEqual([]);
  });

  it('takes the votes of a table twice from a device that heard no answer, and counts them once', async () => {
    const [row] = await app.dataSource.query<{ id: string }[]>(
      `INSERT INTO medborgardialog_statements (dialogue_id, text, status, source, ordinal) VALUES ($1, 'Mörkt', 'open', 'staff', 1) RETURNING id`,
      [dialogue.id],
    );
    const votes = { statementId: row?.id, table: 'Bord 1', agree: 6, disagree: 1, pass: 0 };
    const send = (body: object) => officer.put<DialoguePaper>(work('/paper-votes'), { body });
    await done<DialoguePaper>(send(votes));
    const { statements } = await done<DialoguePaper>(send(votes));
    expect(statements[0]?.votes).toEqual([{ table: 'Bord 1', agree: 6, disagree: 1, pass: 0 }]);
    const none = { ...votes, agree: 0, disagree: 0 };
    const known = { agree: 6, disagree: 1, pass: 0 };
    await done<DialoguePaper>(send({ ...none, known }));
    expect((await done<DialoguePaper>(send({ ...none, known }))).statements[0]?.votes).toEqual([]);
  });
});
