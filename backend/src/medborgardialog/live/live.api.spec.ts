import { randomBytes } from 'node:crypto';
import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { StaffLive, StaffStatement } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import type { Api, ProblemBody } from '../../../test/support/api.js';
import { done } from '../../../test/support/done.js';
import { LiveListener } from '../../../bench/live-listener.js';
import { makeDialogue } from '../../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff } from '../../../test/support/staff.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';

describe('a dialogue that is held', () => {
  let app: TestApp;
  let other: TestApp;
  let town: TestMunicipality;
  let officer: Api;
  let dialogue: MedborgardialogRecord;
  const listeners: LiveListener[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    other = await startTestApp();
    town = await makeMunicipality(app.dataSource);
    officer = (await makeStaff(app, 'case-officer', town)).api;
  });
  afterAll(async () => {
    await app.stop();
    await other.stop();
  });
  beforeEach(async () => {
    dialogue = await makeDialogue(app, town, { status: 'open' });
  });
  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.hangUp();
  });

  const work = () => `/dialogues/${dialogue.reference}`;
  const live = (more = '') => `/live/${dialogue.shortCode}${more}`;
  const shown = () => done<LiveDialogue>(app.api().get(live()));
  const conduct = (body: object) => done<StaffLive>(officer.put(`${work()}/live`, { body }));
  const follow = (at: TestApp) => {
    const listener = new LiveListener(`${at.url}/api/v1${live('/stream')}`);
    listeners.push(listener);
    return listener;
  };
  const boardOf = (listener: LiveListener) => listener.board as unknown as LiveDialogue;
  const hears = (listener: LiveListener, condition: (board: LiveDialogue) => boolean) =>
    listener.until((board) => 'dialogue' in board && condition(boardOf(listener)));

  /** A statement that people vote on. */
  async function ask(text: string): Promise<StaffStatement> {
    const { statements } = await done<StaffLive>(
      officer.post(`${work()}/statements`, { key: true, body: { text } }),
    );
    const added = statements.find((each) => each.text === text);
    return change(added?.id ?? '', { version: 1, status: 'open' });
  }
  async function change(id: string, body: object): Promise<StaffStatement> {
    const { statements } = await done<StaffLive>(officer.put(`${work()}/statements/${id}`, { body }));
    const changed = statements.find((each) => each.id === id);
    if (!changed) throw new Error('The statement is gone');
    return changed;
  }
  const vote = (statement: string, vote: string, voter = randomBytes(16).toString('hex')) =>
    app.api().put(live('/votes'), { body: { statement, voter, vote } });
  const put = (text: string, api = app.api()) =>
    done<{ reference: string; followToken: string }>(
      api.post(live('/questions'), { key: true, body: { text } }),
    );
  const publish = (reference: string) =>
    done(officer.post(`${work()}/questions/${reference}/publications`, { body: { version: 1 } }));
  const refusal = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    return [status, (body as ProblemBody).code];
  };

  it('shows on all phones, in all processes, what those who conduct it choose', async () => {
    const phones = [follow(app), follow(other)];
    for (const phone of phones) await hears(phone, ({ agenda }) => agenda.current === null);
    const item = (await shown()).agenda.items[1]?.id ?? '';
    await conduct({ agendaItem: item });
    for (const phone of phones) await hears(phone, ({ agenda }) => agenda.current === item);
    await conduct({ agendaItem: null });
    for (const phone of phones) await hears(phone, ({ agenda }) => agenda.current === null);
  });

  it('leaves as it is what is not named, and counts what is changed', async () => {
    const first = await conduct({ pinPrompt: ' Var är det mörkt? ', pinKind: 'dark-place' });
    const second = await conduct({ questionsDirect: true });
    expect(second.live.pins.prompt).toBe('Var är det mörkt?');
    expect(second.live.questions.direct).toBe(true);
    expect(second.revision).toBe(first.revision + 1);
    expect((await conduct({ questionsDirect: true })).revision).toBe(second.revision);
  });

  it.each([
    ['an item of another agenda', { agendaItem: '11111111-2222-4333-8444-555555555555' }, 'agendaItem'],
    ['a question that is not published', { question: 'F23456' }, 'question'],
  ])('does not take %s', async (_, body, field) => {
    const { status, body: problem } = await officer.put<ProblemBody>(`${work()}/live`, { body });
    expect([status, problem.errors?.[0]?.field]).toEqual([422, field]);
  });

  it('keeps a question for a human, and shows on all phones the one that is published and answered', async () => {
    const phone = follow(other);
    const { reference } = await put('När lagas lampan vid skolan?');
    await hears(phone, ({ questions }) => questions.total === 0);
    await publish(reference);
    await hears(phone, ({ questions }) => questions.items[0]?.reference === reference);
    await conduct({ question: reference });
    await hears(phone, ({ questions }) => questions.current === reference);
    await done(app.api().post(`/medborgardialog-questions/${reference}/support`, { key: true, body: {} }));
    await hears(phone, ({ questions }) => questions.items[0]?.supportCount === 2);
    await done(
      officer.post(`${work()}/questions/${reference}/refusals`, {
        body: { version: 2, reason: 'insult', text: 'Den kan inte visas.' },
      }),
    );
    await hears(phone, ({ questions }) => questions.total === 0 && questions.current === null);
  });

  it('shows the question that is being answered, however few support it, and those that have been answered last', async () => {
    await conduct({ questionsDirect: true });
    const asked: string[] = [];
    const at = app.clock.now().getTime();
    for (let n = 1; n <= 42; n += 1) {
      app.clock.set(new Date(at + n * 1000).toISOString());
      asked.push((await put(`Fråga nummer ${String(n)}?`)).reference);
    }
    const [first = '', late = ''] = [asked[0], asked[41]];
    expect((await shown()).questions.items.map(({ reference }) => reference)).not.toContain(late);
    await conduct({ question: late });
    const { questions } = await shown();
    expect([questions.current, questions.items[0]?.reference, questions.items.length]).toEqual([
      late,
      late,
      40,
    ]);
    await conduct({ question: null, answered: late });
    await conduct({ answered: first });
    const { items } = (await shown()).questions;
    expect(items[0]).toMatchObject({ reference: asked[1], isAnswered: false });
    expect(items.map(({ reference }) => reference)).not.toContain(first);
    await conduct({ unanswered: first });
    expect((await shown()).questions.items[0]).toMatchObject({ reference: first, isAnswered: false });
    const { status, body } = await officer.put<ProblemBody>(`${work()}/live`, {
      body: { answered: 'F23456' },
    });
    expect([status, body.errors?.[0]?.field]).toEqual([422, 'answered']);
  });

  it('shows a question at once where that is chosen, but not what may name somebody', async () => {
    await conduct({ questionsDirect: true });
    await put('Kan gångvägen få belysning?');
    await put('Ring Kim på 070-123 45 67 om lampan');
    expect((await shown()).questions.items.map(({ text }) => text)).toEqual(['Kan gångvägen få belysning?']);
  });

  it('answers a repeated question the same, and keeps it once', async () => {
    const call = { key: 'fraga-en-gang-0001', body: { text: 'En gång?' } };
    const api = app.api();
    const [one, two] = [
      await api.post<{ reference: string }>(live('/questions'), call),
      await api.post<{ reference: string }>(live('/questions'), call),
    ];
    expect(two.body.reference).toBe(one.body.reference);
  });

  it('shows the fewest answers first by fives, and results from five answers on', async () => {
    const statement = await ask('Busskuren ska ha ljus');
    for (let n = 0; n < 4; n += 1) expect((await vote(statement.id, 'agree')).status).toBe(204);
    const few = await shown();
    expect(few.statements).toEqual([{ id: statement.id, text: 'Busskuren ska ha ljus', round: 0 }]);
    expect(few.results[0]).toMatchObject({ answers: null, agree: null, verdict: 'few' });
    await vote(statement.id, 'disagree');
    const enough = await shown();
    expect(enough.statements[0]?.round).toBe(1);
    expect(enough.results[0]).toMatchObject({
      answers: 5,
      agree: 4,
      disagree: 1,
      pass: 0,
      share: 0.8,
      isSmall: true,
    });
  });

  it('tells of votes on all phones', async () => {
    const statement = await ask('Mer ljus');
    const phone = follow(other);
    await hears(phone, ({ results }) => results.length === 1);
    for (let n = 0; n < 6; n += 1) await vote(statement.id, 'agree');
    await hears(phone, ({ results }) => results[0]?.answers === 6);
  });

  it('keeps the words that people read from the moment they are shown, and takes no votes when a statement is closed', async () => {
    const { statements: added } = await done<StaffLive>(
      officer.post(`${work()}/statements`, { key: true, body: { text: 'Mer ljus' } }),
    );
    const id = added[0]?.id ?? '';
    expect((await change(id, { version: 1, text: 'Mera ljus' })).text).toBe('Mera ljus');
    const statement = await change(id, { version: 2, status: 'open' });
    const voter = randomBytes(16).toString('hex');
    expect(
      await refusal(officer.put(`${work()}/statements/${id}`, { body: { version: 3, text: 'Mörkt' } })),
    ).toEqual([409, 'statement.shown']);
    await vote(statement.id, 'agree', voter);
    expect(
      await refusal(
        officer.put(`${work()}/statements/${statement.id}`, { body: { version: 1, status: 'closed' } }),
      ),
    ).toEqual([409, 'version.stale']);
    await change(statement.id, { version: 3, status: 'closed' });
    expect(await refusal(vote(statement.id, 'disagree', voter))).toEqual([409, 'statement.closed']);
    const { statements, results } = await shown();
    expect([statements, results[0]?.isOpen]).toEqual([[], false]);
  });

  it('keeps for staff what a resident proposes until it is shown, and what is refused for good', async () => {
    expect(
      (await app.api().post(live('/statements'), { key: true, body: { text: 'Fler bänkar' } })).status,
    ).toBe(204);
    expect((await shown()).results).toEqual([]);
    const { statements } = await done<StaffLive>(officer.get(`${work()}/live`));
    expect(statements).toMatchObject([{ text: 'Fler bänkar', status: 'waiting', source: 'resident' }]);
    await change(statements[0]?.id ?? '', { version: 1, status: 'refused' });
    expect(JSON.stringify(await shown())).not.toContain('bänkar');
  });

  it('keeps nothing of a statement that a machine sends', async () => {
    const body = { text: 'Köp nu', homepage: 'http://x.example' };
    expect((await app.api().post(live('/statements'), { key: true, body })).status).toBe(204);
    expect((await done<StaffLive>(officer.get(`${work()}/live`))).statements).toEqual([]);
  });

  describe('while pins are asked for', () => {
    const drop = (body: object) => app.api().post<ProposalReceipt>(live('/pins'), { key: true, body });

    it('makes each a proposal of the dialogue, moderated as all are, that no device stands behind', async () => {
      await conduct({ pinPrompt: 'Var är det mörkt?' });
      const { status, body } = await drop({ position: town.center, description: 'Lampan är sönder' });
      expect([status, body.kind]).toEqual([201, 'dark-place']);
      const [row] = await app.dataSource.query<
        { source: string; dialogue_id: string; publication: string }[]
      >(
        `SELECT p.source, p.publication, l.dialogue_id FROM proposals p JOIN medborgardialog_pins l ON l.proposal_id = p.id WHERE p.reference = $1`,
        [body.reference],
      );
      expect(row).toEqual({ source: 'dialogue', dialogue_id: dialogue.id, publication: 'pending' });
    });

    it('does not tell how many there are before there are five', async () => {
      await conduct({ pinPrompt: 'Var kör de för fort?', pinKind: 'speed-check' });
      for (let n = 0; n < 4; n += 1) await drop({ position: town.center });
      expect((await shown()).pins.count).toBeNull();
      await drop({ position: town.center });
      expect((await shown()).pins).toEqual({ prompt: 'Var kör de för fort?', kind: 'speed-check', count: 5 });
    });

    it('refuses a place in another municipality, and keeps nothing of it', async () => {
      const elsewhere = await makeMunicipality(app.dataSource);
      await conduct({ pinPrompt: 'Var är det mörkt?' });
      const { status, body } = await app
        .api()
        .post<ProblemBody>(live('/pins'), { key: true, body: { position: elsewhere.center } });
      expect([status, body.errors?.[0]?.code]).toEqual([422, 'otherMunicipality']);
      const rows = await app.dataSource.query<unknown[]>(
        'SELECT 1 FROM proposals WHERE municipality_id = $1',
        [elsewhere.id],
      );
      expect(rows).toEqual([]);
    });

    it('takes as what it was begun a pin that comes when something else is asked for, or nothing for a while', async () => {
      app.clock.set('2026-11-20T19:00:00Z');
      await conduct({ pinPrompt: 'Var är det mörkt?', pinKind: 'dark-place' });
      await conduct({ pinPrompt: 'Var kör de för fort?', pinKind: 'speed-check' });
      expect((await drop({ position: town.center, kind: 'dark-place' })).body.kind).toBe('dark-place');
      expect((await drop({ position: town.center, kind: null })).body.kind).toBe('speed-check');
      await conduct({ pinPrompt: null });
      app.clock.set('2026-11-20T19:09:00Z');
      expect((await drop({ position: town.center, kind: 'speed-check' })).body.kind).toBe('speed-check');
      app.clock.set('2026-11-20T19:11:00Z');
      expect(await refusal(drop({ position: town.center, kind: 'speed-check' }))).toEqual([
        409,
        'live.noPins',
      ]);
    });

    it('refuses pins that nobody asks for', async () => {
      expect(await refusal(drop({ position: town.center }))).toEqual([409, 'live.noPins']);
    });
  });

  it('takes nothing more when it is closed, says so on all phones, and cannot be read from afterwards', async () => {
    const statement = await ask('Mer ljus');
    const voters = Array.from({ length: 6 }, () => randomBytes(16).toString('hex'));
    for (const voter of voters) await vote(statement.id, 'agree', voter);
    const phone = follow(other);
    await hears(phone, ({ results }) => results[0]?.answers === 6);
    const current = await done<{ version: number }>(officer.get(work()));
    await done(officer.post(`${work()}/closings`, { body: { version: current.version } }));
    await hears(phone, (board) => board.dialogue.status === 'closed');
    expect(boardOf(phone).results[0]).toMatchObject({ answers: 6, agree: 6, isOpen: false });
    expect(boardOf(phone).statements).toEqual([]);
    expect(await refusal(vote(statement.id, 'disagree', voters[0]))).toEqual([409, 'dialogue.notOpen']);
    expect(await refusal(app.api().post(live('/questions'), { key: true, body: { text: 'Sent?' } }))).toEqual(
      [409, 'dialogue.notOpen'],
    );
    expect(await refusal(app.api().post(live('/statements'), { key: true, body: { text: 'Sent' } }))).toEqual(
      [409, 'dialogue.notOpen'],
    );
    expect(
      await refusal(app.api().post(live('/pins'), { key: true, body: { position: town.center } })),
    ).toEqual([409, 'dialogue.notOpen']);
    const [row] = await app.dataSource.query<{ voter_key: Buffer | null }[]>(
      'SELECT voter_key FROM medborgardialog_live WHERE dialogue_id = $1',
      [dialogue.id],
    );
    expect(row?.voter_key).toBeNull();
  });

  it('shows before it is opened what it is, and nothing that is prepared', async () => {
    dialogue = await makeDialogue(app, town, { status: 'published' });
    await ask('Mer ljus');
    await conduct({ pinPrompt: 'Var är det mörkt?' });
    const board = await shown();
    expect([board.dialogue.status, board.statements, board.pins.prompt]).toEqual(['published', [], null]);
    expect(board.results).toEqual([]);
  });

  it('is read by the code in small letters, with an ETag that spares those who ask again', async () => {
    const first = await app.api().get(`/live/${dialogue.shortCode.toLowerCase()}`);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    const again = await app
      .api()
      .get(live(), { headers: { 'If-None-Match': tag, 'Cache-Control': 'max-age=0' } });
    expect(again.status).toBe(304);
  });
});
