import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  WorkQuestionDetail,
  WorkQuestions,
} from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type {
  FollowedQuestion,
  PublicQuestions,
  QuestionReceipt,
  QuestionStory,
  QuestionSupportReceipt,
  SimilarQuestions,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { QuarantinePage } from '@lofteskartan/shared/contracts/quarantine';
import type { Api } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { done } from '../../../test/support/done.js';
import { makeDialogue } from '../../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { AnswerQuestion } from './answer-question.service.js';
import { QuestionRepository } from './question.repository.js';

describe('questions of a medborgardialog', () => {
  let app: TestApp;
  let town: TestMunicipality;
  let officer: TestPerson;
  let dialogue: MedborgardialogRecord;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    town = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', town);
    dialogue = await makeDialogue(app, town);
  });
  afterAll(async () => {
    await app.stop();
  });

  const path = () => `/medborgardialoger/${dialogue.reference}/questions`;
  const work = (question: string, act = '') => `/dialogues/${dialogue.reference}/questions/${question}${act}`;
  const ask = (text: string, more: object = {}, api: Api = app.api()) =>
    done<QuestionReceipt>(api.post(path(), { key: true, body: { kind: 'question', text, ...more } }));
  const list = async (q?: string) =>
    (await app.api().get<PublicQuestions>(path(), q === undefined ? {} : { query: { q } })).body;
  const detail = (question: string) => done<WorkQuestionDetail>(officer.api.get(work(question)));
  const act = async (question: string, what: string, body: object = {}) => {
    const { version } = await detail(question);
    return done<WorkQuestionDetail>(officer.api.post(work(question, what), { body: { version, ...body } }));
  };
  const publish = (question: string) => act(question, '/publications');
  const published = async (text: string, api: Api = app.api()) => {
    const receipt = await ask(text, {}, api);
    await publish(receipt.reference);
    return receipt;
  };
  const support = (question: string, api: Api = app.api()) =>
    done<QuestionSupportReceipt>(
      api.post(`/medborgardialog-questions/${question}/support`, { key: true, body: {} }),
    );
  const story = (question: string) => app.api().get<QuestionStory>(`/medborgardialog-questions/${question}`);
  const follow = (followToken: string) =>
    done<FollowedQuestion>(app.api().get('/question-follow', { followToken }));
  const answer = async (reference: string, publicText: string) => {
    const question = await app.get(QuestionRepository).byReference(app.dataSource.manager, reference);
    await app.dataSource.transaction((manager) =>
      app.get(AnswerQuestion).answer(manager, question?.id ?? '', { publicText, outcome: 'answered' }),
    );
  };

  it('shows a question to nobody but its sender and staff before a human has published it', async () => {
    const { reference, followToken } = await ask('När lagas belysningen i gångtunneln?');
    expect(reference).toMatch(/^F\w{5}$/);
    expect(await list()).toMatchObject({ items: [], total: 0, open: true });
    expect((await story(reference)).status).toBe(404);
    expect(await follow(followToken)).toMatchObject({ status: 'received', mayWithdraw: true, contact: null });
    await publish(reference);
    expect((await list()).items).toMatchObject([
      {
        reference,
        text: 'När lagas belysningen i gångtunneln?',
        edited: false,
        supportCount: 1,
        support: 'open',
        answer: null,
      },
    ]);
    expect((await story(reference)).body.events.map(({ type }) => type)).toEqual(['received', 'published']);
    expect(await follow(followToken)).toMatchObject({ status: 'published' });
  });

  it('takes one only until the deadline, and in a dialogue that everyone may read of', async () => {
    const tries = async (each: MedborgardialogRecord) => {
      const body = { kind: 'subject', text: 'Fler bänkar' };
      const answered = await app
        .api()
        .post(`/medborgardialoger/${each.reference}/questions`, { key: true, body });
      return [answered.status, (answered.body as { code?: string }).code ?? null];
    };
    const at = app.clock.now().getTime();
    const late = await makeDialogue(app, town, { questionsUntil: new Date(at - 1000) });
    expect(await tries(dialogue)).toEqual([201, null]);
    expect(await tries(late)).toEqual([409, 'dialogue.questionsClosed']);
    expect(await tries(await makeDialogue(app, town, { status: 'closed' }))).toEqual([
      409,
      'dialogue.questionsClosed',
    ]);
    expect(await tries(await makeDialogue(app, town, { status: 'cancelled' }))).toEqual([
      409,
      'dialogue.cancelled',
    ]);
    expect(await tries(await makeDialogue(app, town, { status: 'draft' }))).toEqual([404, 'not.found']);
  });

  it('takes the same question once, however often it comes', async () => {
    const send = () =>
      app
        .api()
        .post<QuestionReceipt>(path(), { key: 'samma-nyckel', body: { kind: 'question', text: 'Varför?' } });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    const { counts } = await done<WorkQuestions>(
      officer.api.get(`/dialogues/${dialogue.reference}/questions`),
    );
    expect(counts.received).toBe(1);
  });

  it('shows similar ones first, and finds by word', async () => {
    const lamp = await published('När lagas belysningen i gångtunneln vid stationen?');
    await published('Får vi fler bänkar i parken?');
    const similar = await app
      .api()
      .get<SimilarQuestions>(`${path()}/similar`, { query: { text: 'Kan ni laga belysningen i tunneln' } });
    expect(similar.body.items.map(({ reference }) => reference)).toEqual([lamp.reference]);
    expect((await list('bänk')).items.map(({ text }) => text)).toEqual(['Får vi fler bänkar i parken?']);
    expect(await list('helikopter')).toMatchObject({ items: [], total: 2 });
  });

  it('counts a person once, and lists by support', async () => {
    const few = await published('Får vi fler bänkar?');
    const many = await published('När lagas lampan?');
    const neighbour = app.api();
    expect(await support(many.reference, neighbour)).toEqual({ reference: many.reference, supportCount: 2 });
    expect((await support(many.reference, neighbour)).supportCount).toBe(2);
    expect((await list()).items.map(({ reference }) => reference)).toEqual([many.reference, few.reference]);
  });

  it('gathers without moving anybody, counts each person once, and takes apart again', async () => {
    const both = app.api();
    const leader = await published('När lagas lampan i tunneln?');
    const other = await published('Lampan är trasig, när blir den hel?');
    await support(leader.reference, both);
    await support(other.reference, both);
    await act(other.reference, '/gatherings', { into: leader.reference });
    // Two senders and one who supported both.
    expect((await list()).items).toMatchObject([
      { reference: leader.reference, supportCount: 3, gatheredCount: 1 },
    ]);
    expect((await story(other.reference)).body.reference).toBe(leader.reference);
    expect((await support(other.reference)).reference).toBe(leader.reference);
    expect(await follow(other.followToken)).toMatchObject({
      status: 'gathered',
      gatheredInto: { reference: leader.reference, supportCount: 4 },
    });
    await act(other.reference, '/separations');
    const counts = new Map((await list()).items.map((each) => [each.reference, each.supportCount]));
    expect(counts).toEqual(
      new Map([
        [leader.reference, 3],
        [other.reference, 2],
      ]),
    );
    const { events } = await detail(other.reference);
    expect(events.map(({ type }) => type)).toEqual(['received', 'published', 'gathered', 'ungathered']);
  });

  it('refuses circles, and questions that nobody can read', async () => {
    const one = await published('Ett');
    const two = await published('Två');
    const unread = await ask('Tre');
    await act(two.reference, '/gatherings', { into: one.reference });
    const tries = async (question: string, into: string) => {
      const { version } = await detail(question);
      return (
        await officer.api.post<{ code: string }>(work(question, '/gatherings'), { body: { version, into } })
      ).status;
    };
    expect(await tries(one.reference, two.reference)).toBe(422);
    expect(await tries(one.reference, unread.reference)).toBe(422);
    expect(await tries(one.reference, one.reference)).toBe(422);
    expect(await tries(unread.reference, one.reference)).toBe(200);
  });

  it('gives one answer to all who were gathered, and the same answer is told once', async () => {
    const leader = await published('När lagas lampan?');
    const other = await published('När blir lampan hel?');
    await act(other.reference, '/gatherings', { into: leader.reference });
    await answer(other.reference, 'Den lagas i mars.');
    await answer(leader.reference, 'Den lagas i mars.');
    const expected = { text: 'Den lagas i mars.', outcome: 'answered' };
    for (const { followToken } of [leader, other])
      expect(await follow(followToken)).toMatchObject({ answer: expected, mayWithdraw: false });
    expect((await story(other.reference)).body.answer).toMatchObject(expected);
    const { events } = await detail(leader.reference);
    expect(events.filter(({ type }) => type === 'answered')).toHaveLength(1);
  });

  it('keeps what was sent when the words are edited', async () => {
    const { reference, followToken } = await ask('Varför gör Kalle inget?');
    const { version } = await detail(reference);
    const body = { version, text: 'Varför görs inget?', reason: 'Ett namn stod i frågan.' };
    await done(officer.api.put(work(reference, '/words'), { body }));
    await publish(reference);
    expect((await list()).items).toMatchObject([{ text: 'Varför görs inget?', edited: true }]);
    expect(await follow(followToken)).toMatchObject({
      text: 'Varför gör Kalle inget?',
      shownText: 'Varför görs inget?',
      editedReason: 'Ett namn stod i frågan.',
    });
    const { events } = await detail(reference);
    expect(events[1]).toMatchObject({
      type: 'edited',
      before: 'Varför gör Kalle inget?',
      after: 'Varför görs inget?',
    });
  });

  it('says to the sender alone why a question is refused, and lets go what was gathered with it', async () => {
    const leader = await published('Vem stal min cykel?');
    const other = await published('Vem tar cyklarna?');
    await act(other.reference, '/gatherings', { into: leader.reference });
    const text = 'Anmäl det till polisen på 114 14.';
    await act(leader.reference, '/refusals', { reason: 'crime', text });
    expect((await list()).items.map(({ reference }) => reference)).toEqual([other.reference]);
    expect((await story(leader.reference)).status).toBe(404);
    expect(await follow(leader.followToken)).toMatchObject({
      status: 'refused',
      refusal: { reason: 'crime', text },
    });
    expect(await follow(other.followToken)).toMatchObject({ status: 'published', refusal: null });
    await publish(leader.reference);
    expect(await follow(leader.followToken)).toMatchObject({ status: 'published', refusal: null });
  });

  const withdraw = (followToken: string) =>
    app.api().post<FollowedQuestion>('/question-follow/withdrawals', { followToken, body: {} });

  it('is taken back by its sender, for good', async () => {
    const leader = await published('När lagas lampan?');
    const other = await published('När blir lampan hel?');
    await act(other.reference, '/gatherings', { into: leader.reference });
    const taken = await withdraw(other.followToken);
    expect(taken.body).toMatchObject({ status: 'withdrawn', mayWithdraw: false, answer: null });
    expect((await withdraw(other.followToken)).status).toBe(200);
    expect((await list()).items).toMatchObject([{ reference: leader.reference, supportCount: 1 }]);
    expect((await story(other.reference)).status).toBe(404);
    const { version } = await detail(other.reference);
    const published2 = await officer.api.post(work(other.reference, '/publications'), { body: { version } });
    expect(published2.status).toBe(409);
  });

  it('is left by its sender when others want the answer too: only their own tie goes', async () => {
    const { reference, followToken } = await published('När lagas lampan?');
    expect(await follow(followToken)).toMatchObject({ othersWant: false });
    const neighbour = app.api();
    await support(reference, neighbour);
    expect(await follow(followToken)).toMatchObject({ othersWant: true, supportCount: 2 });
    expect((await withdraw(followToken)).body).toMatchObject({
      status: 'published',
      mayWithdraw: false,
      contact: null,
      supportCount: 1,
    });
    expect((await withdraw(followToken)).status).toBe(401);
    expect((await app.api().get('/question-follow', { followToken })).status).toBe(401);
    expect((await story(reference)).body).toMatchObject({ supportCount: 1 });
    const { events } = await detail(reference);
    expect(events.map(({ type }) => type)).toEqual(['received', 'published', 'left']);
    await answer(reference, 'I mars.');
    expect((await story(reference)).body.answer).toMatchObject({ text: 'I mars.' });
  });

  it('is left where it is gathered, for those who supported it there', async () => {
    const leader = await published('När lagas lampan?');
    const other = await published('När blir lampan hel?');
    await support(other.reference);
    await act(other.reference, '/gatherings', { into: leader.reference });
    expect((await withdraw(other.followToken)).body.status).toBe('gathered');
    expect((await list()).items).toMatchObject([{ reference: leader.reference, supportCount: 2 }]);
    await act(other.reference, '/separations');
    expect((await story(other.reference)).body).toMatchObject({ supportCount: 1 });
  });

  it('hangs under nothing that is gone: neither one taken back with others under it, nor one taken back meanwhile', async () => {
    const leader = await published('När lagas lampan?');
    const middle = await published('När blir lampan hel?');
    const last = await published('När lyser lampan?');
    await act(last.reference, '/gatherings', { into: middle.reference });
    await act(middle.reference, '/gatherings', { into: leader.reference });
    expect((await withdraw(middle.followToken)).body.status).toBe('withdrawn');
    await act(leader.reference, '/refusals', { reason: 'crime', text: 'Ring 114 14.' });
    expect(await follow(last.followToken)).toMatchObject({ status: 'published', gatheredInto: null });

    const target = await published('Vem plogar?');
    const { version } = await detail(last.reference);
    const questions = app.get(QuestionRepository);
    const gatherings: Promise<{ readonly status: number }>[] = [];
    await app.dataSource.transaction(async (manager) => {
      const { id } = (await questions.byReference(manager, target.reference)) ?? { id: '' };
      await questions.lock(manager, [id]);
      const body = { version, into: target.reference };
      gatherings.push(officer.api.post(work(last.reference, '/gatherings'), { body }));
      await new Promise((passed) => setTimeout(passed, 300));
      await questions.saveStatus(manager, id, { status: 'withdrawn' }, app.clock.now());
    });
    expect((await Promise.all(gatherings)).map(({ status }) => status)).toEqual([422]);
    expect(await follow(last.followToken)).toMatchObject({ status: 'published' });
  });

  it('says that no answer will come when the dialogue is called off, and counts nobody more', async () => {
    const { reference, followToken } = await published('När lagas lampan?');
    const unread = await ask('Vem plogar?');
    const refused = await published('Vem stal min cykel?');
    await act(refused.reference, '/refusals', { reason: 'crime', text: 'Ring 114 14.' });
    expect((await story(reference)).body.dialogue.isCancelled).toBe(false);
    const body = { version: dialogue.version, reason: 'Lokalen är stängd.' };
    await done(officer.api.post(`/dialogues/${dialogue.reference}/cancellations`, { body }));
    const told = (await story(reference)).body;
    expect(told.dialogue.isCancelled).toBe(true);
    expect(told.support).toBe('cancelled');
    expect(told.events.map(({ type }) => type)).toEqual(['received', 'published', 'cancelled']);
    for (const each of [followToken, unread.followToken]) {
      const followed = await follow(each);
      expect(followed.dialogue.isCancelled).toBe(true);
      expect(followed.events.at(-1)?.type).toBe('cancelled');
    }
    expect((await follow(refused.followToken)).events.at(-1)?.type).toBe('refused');
    const supports = await app
      .api()
      .post(`/medborgardialog-questions/${reference}/support`, { key: true, body: {} });
    expect([supports.status, supports.body]).toMatchObject([409, { code: 'dialogue.cancelled' }]);
    const contact = { followToken, body: { email: 'kim@example.org' } };
    expect((await app.api().put('/question-follow/contact', contact)).body).toMatchObject({
      code: 'dialogue.cancelled',
    });
    expect((await withdraw(followToken)).body.status).toBe('withdrawn');
  });

  it('marks what looks like a person and what is on the block list, and puts the latter first', async () => {
    const coordinator = await makeStaff(app, 'coordinator', town);
    const { body } = await coordinator.api.get<{ version: number }>(
      `/municipalities/${town.slug}/block-list`,
    );
    await done(
      coordinator.api.put(`/municipalities/${town.slug}/block-list`, {
        body: { version: body.version, words: ['fulord'] },
      }),
    );
    await ask('Ring mig på 070-123 45 67');
    await ask('Varför är det fulord överallt?');
    const { items } = await done<WorkQuestions>(
      officer.api.get(`/dialogues/${dialogue.reference}/questions`),
    );
    expect(items.map(({ blockedWords }) => blockedWords)).toEqual([['fulord'], []]);
    expect(items[1]?.personalData).toMatchObject([{ type: 'phone' }]);
  });

  it('keeps aside what a machine sent, until somebody finds that a person did', async () => {
    const { reference, followToken } = await ask('Köp billigt', { homepage: 'https://spam.example' });
    const all = () => done<WorkQuestions>(officer.api.get(`/dialogues/${dialogue.reference}/questions`));
    expect((await all()).items).toEqual([]);
    const { items } = await done<QuarantinePage>(officer.api.get('/triage/quarantine'));
    expect(items).toMatchObject([{ kind: 'dialogue-question', reference, words: ['Köp billigt'] }]);
    await done(
      officer.api.post(`/triage/quarantine/${items[0]?.id ?? ''}/restorations`, { key: true, body: {} }),
    );
    expect((await all()).items).toMatchObject([{ reference, status: 'received', text: 'Köp billigt' }]);
    expect(await follow(followToken)).toMatchObject({ status: 'received' });
  });

  it('is not decided on what somebody has not read', async () => {
    const { reference } = await ask('Varför?');
    const stale = await officer.api.post<{ code: string }>(work(reference, '/publications'), {
      body: { version: 7 },
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
  });

  it('takes no address where no mail is sent', async () => {
    const body = { kind: 'question', text: 'Varför?', contact: { email: 'kim@example.org' } };
    expect((await app.api().post(path(), { key: true, body })).status).toBe(422);
  });
});
