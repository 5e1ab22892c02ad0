import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import type { OwnQuestion } from '@lofteskartan/shared/contracts/questions';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment } from '../../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { CompleteByActivityService } from '../complete-by-activity.service.js';
import { makeActivity, send } from '../proposal.fixture.js';
import { RemindSenders } from './remind-senders.service.js';

const text = 'Vid vilken av trapporna är det mörkt?';

describe('a question to the sender', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', ale);
  });
  beforeEach(() => app.clock.advance({ minutes: 1 }));
  afterAll(() => app.stop());

  const follow = async (followToken: string) =>
    (await app.api().get<FollowedProposal>('/follow', { followToken })).body;
  const reply = (followToken: string, words: string, key: string | true = true) =>
    app.api().post<OwnQuestion & ProblemBody>('/follow/replies', { followToken, key, body: { text: words } });
  const move = (reference: string, body: object) =>
    officer.api.post<TriageProposal & ProblemBody>(`/triage/proposals/${reference}/moves`, { body });
  const read = async (reference: string) =>
    (await officer.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body;
  const story = async (reference: string) => (await app.api().get(`/proposals/${reference}`)).body;
  const marked = async (reference: string) => {
    const query = { municipality: ale.slug, q: reference };
    const { body } = await officer.api.get<TriagePage>('/triage/proposals', { query });
    return body.items[0]?.replied;
  };
  /** Days go by; whoever was signed in is no more. */
  const days = async (count: number) => {
    app.clock.advance({ hours: count * 24 });
    officer = await makeStaff(app, 'case-officer', ale);
  };
  const remind = () => app.get(RemindSenders).remindAll();
  const asked = async (changes: object = {}) => {
    const sent = await send(app, ale, 'dark-place', changes);
    await move(sent.reference, { to: 'under-review', version: 1 });
    const before = await story(sent.reference);
    app.clock.advance({ minutes: 1 });
    const { status, body } = await move(sent.reference, {
      to: 'awaiting-reply',
      version: 2,
      publicText: text,
    });
    expect([status, body.status, body.version]).toEqual([200, 'awaiting-reply', 3]);
    return Object.assign(sent, { before });
  };

  it('is read by the sender and staff, and by nobody else', async () => {
    const { reference, followToken, before } = await asked();
    const { status, questions } = await follow(followToken);
    expect([status, questions]).toMatchObject([
      'under-review',
      [{ text, open: true, organisation: expect.any(String), reply: null }],
    ]);
    expect(await story(reference)).toEqual(before);
    const { events } = await read(reference);
    expect(events.at(-1)).toMatchObject({ type: 'asked', publicText: null, reason: text });
  });

  it('needs words, and is asked from review alone', async () => {
    const { reference } = await send(app, ale);
    const early = await move(reference, { to: 'awaiting-reply', version: 1, publicText: text });
    expect(early.body.code).toBe('move.notAllowed');
    await move(reference, { to: 'under-review', version: 1 });
    const silent = await move(reference, { to: 'awaiting-reply', version: 2 });
    expect([silent.status, silent.body.errors?.[0]?.field]).toEqual([422, 'publicText']);
  });

  it('the reply gives the proposal back and marks it, until staff go on', async () => {
    const { reference, followToken, before } = await asked();
    app.clock.advance({ hours: 5 });
    const { status, body } = await reply(followToken, ' Den norra. Ring 070-123 45 67. ', 'one-and-the-same');
    expect([status, body]).toMatchObject([
      201,
      { open: false, replyBy: null, reply: 'Den norra. Ring 070-123 45 67.' },
    ]);
    expect((await reply(followToken, ' Den norra. Ring 070-123 45 67. ', 'one-and-the-same')).body).toEqual(
      body,
    );
    expect(await story(reference)).toEqual(before);
    const seen = await read(reference);
    expect(seen).toMatchObject({ status: 'under-review', replied: true });
    expect(seen.questions[0]).toMatchObject({ unhandled: true, personalData: [{ type: 'phone' }] });
    expect(seen.events.filter(({ type }) => type === 'replied')).toHaveLength(1);
    expect(await marked(reference)).toBe(true);
    expect((await reply(followToken, 'En gång till')).body.code).toBe('reply.notAsked');
    await move(reference, { to: 'answered', version: seen.version, publicText: 'Den lagas.' });
    expect(await marked(reference)).toBe(false);
    expect(JSON.stringify(await story(reference))).not.toMatch(/trapporna|norra/);
  });

  it('is taken back without a word to the public', async () => {
    const { reference, followToken, before } = await asked();
    await move(reference, { to: 'under-review', version: 3 });
    expect(await story(reference)).toEqual(before);
    expect((await follow(followToken)).questions[0]).toMatchObject({ open: false, reply: null });
    expect((await reply(followToken, 'För sent')).body.code).toBe('reply.notAsked');
  });

  it('is reminded of once after a week, and ended kindly after three, in the sender’s language', async () => {
    const { reference, followToken, before } = await asked();
    const types = async () => (await read(reference)).events.map(({ type }) => type);
    await days(6);
    await remind();
    expect(await types()).not.toContain('reminded');
    await days(1);
    await remind();
    await remind();
    expect((await types()).filter((type) => type === 'reminded')).toHaveLength(1);
    expect(await story(reference)).toEqual(before);
    await days(13);
    await remind();
    expect((await read(reference)).status).toBe('awaiting-reply');
    await days(1);
    await remind();
    await remind();
    const ended = await follow(followToken);
    expect([ended.status, ended.questions[0]?.open]).toEqual(['answered', false]);
    expect(ended.events.at(-1)).toMatchObject({
      status: 'answered',
      text: expect.stringContaining('Tack för att du hörde av dig'),
      organisation: null,
    });
  });

  it('withdrawing ends it', async () => {
    const { followToken } = await asked();
    await app.api().post('/follow/withdraw', { followToken, body: {} });
    expect((await reply(followToken, 'Ändå')).body.code).toBe('reply.notAsked');
  });

  it('a check that is not public yet does not take the question away, nor its reply', async () => {
    const sent = await send(app, ale, 'speed-check');
    await move(sent.reference, { to: 'under-review', version: 1 });
    await move(sent.reference, { to: 'awaiting-reply', version: 2, publicText: text });
    const before = await follow(sent.followToken);
    const commitment = await makeCommitment(app.dataSource, ale);
    const { staff } = officer;
    const activityId = await makeActivity(app.dataSource, {
      commitment,
      organisationId: ale.police.id,
      accountId: staff.accountId,
      occurredOn: '2026-11-01',
      proposalIds: [sent.id],
    });
    await app.dataSource.transaction((manager) =>
      app.get(CompleteByActivityService).confirmed(manager, {
        activityId,
        proposalIds: [sent.id],
        occurredOn: '2026-11-01',
        embargoed: true,
        actor: staff,
        organisationId: ale.police.id,
        publicText: 'Vi har kontrollerat farten.',
        now: app.clock.now(),
      }),
    );
    expect((await read(sent.reference)).status).toBe('done');
    expect(await follow(sent.followToken)).toEqual(before);
    await days(22);
    await remind();
    await days(8);
    await remind();
    expect((await follow(sent.followToken)).status).toBe('under-review');
    expect((await reply(sent.followToken, 'Mot skolan')).status).toBe(201);
    expect((await read(sent.reference)).status).toBe('done');
  });
});
