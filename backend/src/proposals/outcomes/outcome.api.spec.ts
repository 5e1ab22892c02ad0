import type { OwnOutcome, StaffOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import type { WorkSummaryPage } from '@lofteskartan/shared/contracts/staff';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { send } from '../proposal.fixture.js';

describe('did it help?', () => {
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
  const tell = (followToken: string, body: object) =>
    app.api().put<OwnOutcome & ProblemBody>('/follow/outcome', { followToken, body });
  const move = async (reference: string, body: object) => {
    const answer = await officer.api.post(`/triage/proposals/${reference}/moves`, { body });
    expect(answer.status).toBe(200);
  };
  const read = async (reference: string) =>
    (await officer.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body;
  const close = (reference: string, body: object) =>
    officer.api.post<TriageProposal & ProblemBody>(`/triage/proposals/${reference}/outcome-closings`, {
      body,
    });
  const queue = async () => {
    const query = { municipality: ale.slug, outcome: 'not-helped' };
    const { body } = await officer.api.get<TriagePage>('/triage/proposals', { query });
    return body.items.map(({ reference }) => reference);
  };
  const waiting = async () => {
    const { body } = await officer.api.get<WorkSummaryPage>('/triage/summary');
    return body.items.find(({ municipality }) => municipality === ale.slug)?.notHelped;
  };
  const answered = async (kind: 'dark-place' | 'speed-check' = 'dark-place') => {
    const sent = await send(app, ale, kind);
    await move(sent.reference, { to: 'answered', version: 1, publicText: 'Lampan är lagad.' });
    return sent;
  };

  it('is not asked before there is an answer', async () => {
    const sent = await send(app, ale);
    expect(await follow(sent.followToken)).toMatchObject({ mayTellOutcome: false, outcome: null });
    const { status, body } = await tell(sent.followToken, { helped: 'yes' });
    expect([status, body.code]).toEqual([409, 'outcome.tooEarly']);
  });

  it('is kept, and can be changed; the history keeps both', async () => {
    const { reference, followToken } = await answered();
    expect(await follow(followToken)).toMatchObject({ mayTellOutcome: true, outcome: null });
    const first = await tell(followToken, { helped: 'yes', safetyNow: 4 });
    expect([first.status, first.body]).toMatchObject([200, { helped: 'yes', text: null, safetyNow: 4 }]);
    app.clock.advance({ minutes: 5 });
    const second = await tell(followToken, { helped: 'partly', text: ' En lampa till är trasig. ' });
    expect(second.body).toMatchObject({
      helped: 'partly',
      text: 'En lampa till är trasig.',
      safetyNow: null,
    });
    expect((await follow(followToken)).outcome).toEqual(second.body);
    const { events, outcome } = await read(reference);
    expect(outcome).toMatchObject({ helped: 'partly', waits: true, closing: null });
    expect(
      events.filter(({ type }) => type === 'outcome-told').map(({ changes, reason }) => [changes, reason]),
    ).toEqual([
      [{ helped: 'yes', safetyNow: 4 }, null],
      [{ helped: 'partly' }, 'En lampa till är trasig.'],
    ]);
  });

  it('the same answer sent twice is one', async () => {
    const { reference, followToken } = await answered();
    const first = await tell(followToken, { helped: 'no', text: 'Lika mörkt' });
    app.clock.advance({ minutes: 5 });
    expect((await tell(followToken, { helped: 'no', text: 'Lika mörkt' })).body).toEqual(first.body);
    expect((await read(reference)).events.filter(({ type }) => type === 'outcome-told')).toHaveLength(1);
  });

  it.each([
    ['how safe a speed check feels', 'speed-check', { helped: 'yes', safetyNow: 3 }, 'safetyNow'],
    ['more than five', 'dark-place', { helped: 'yes', safetyNow: 6 }, 'safetyNow'],
    ['perhaps', 'dark-place', { helped: 'perhaps' }, 'helped'],
    ['a text that is too long', 'dark-place', { helped: 'no', text: 'å'.repeat(2001) }, 'text'],
  ] as const)('refuses %s', async (_name, kind, body, field) => {
    const { followToken } = await answered(kind);
    const refused = await tell(followToken, body);
    expect([refused.status, refused.body.errors?.map((each) => each.field)]).toEqual([422, [field]]);
  });

  it('what did not help goes to a human, who has seen it', async () => {
    const { reference, followToken } = await answered();
    const before = await waiting();
    expect(await queue()).not.toContain(reference);
    const { body: told } = await tell(followToken, { helped: 'no', text: 'Lika mörkt' });
    expect([await queue(), await waiting()]).toEqual([
      expect.arrayContaining([reference]),
      (before ?? 0) + 1,
    ]);
    const seen = { decision: 'seen', note: 'Ringt fastighetsägaren', toldAt: told.toldAt, version: 2 };
    const { status, body } = await close(reference, seen);
    expect([status, body.status, body.outcome]).toEqual([
      200,
      'answered',
      {
        helped: told.helped,
        text: told.text,
        safetyNow: told.safetyNow,
        toldAt: told.toldAt,
        waits: false,
        onBehalf: false,
        closing: {
          decision: 'seen',
          note: 'Ringt fastighetsägaren',
          by: officer.staff.name,
          at: app.clock.now().toISOString(),
        },
      } satisfies StaffOutcome,
    ]);
    expect([await queue(), await waiting()]).toEqual([expect.not.arrayContaining([reference]), before]);
    expect((await close(reference, seen)).body.code).toBe('outcome.changed');
    expect((await follow(followToken)).outcome).toEqual(told);
  });

  it('an answer that was changed since is read first', async () => {
    const { reference, followToken } = await answered();
    const { body: told } = await tell(followToken, { helped: 'no' });
    app.clock.advance({ minutes: 5 });
    await tell(followToken, { helped: 'no', text: 'Nu ännu värre' });
    const { status, body } = await close(reference, {
      decision: 'seen',
      note: 'Läst',
      toldAt: told.toldAt,
      version: 2,
    });
    expect([status, body.code]).toEqual([409, 'outcome.changed']);
  });

  it('opens the proposal again; at its next end the sender is asked anew', async () => {
    const { reference, followToken } = await answered();
    const { body: told } = await tell(followToken, { helped: 'no' });
    const reopened = await close(reference, {
      decision: 'reopened',
      note: 'Vi tittar igen',
      toldAt: told.toldAt,
      version: 2,
    });
    expect([reopened.status, reopened.body.status]).toEqual([200, 'under-review']);
    expect(reopened.body.outcome?.closing).toMatchObject({ decision: 'reopened', note: 'Vi tittar igen' });
    expect(await follow(followToken)).toMatchObject({ mayTellOutcome: false, outcome: null });
    await move(reference, { to: 'answered', version: 3, publicText: 'Nu är den lagad.' });
    expect(await follow(followToken)).toMatchObject({ mayTellOutcome: true, outcome: null });
    await tell(followToken, { helped: 'yes' });
    expect((await read(reference)).outcome).toMatchObject({ helped: 'yes', waits: false, closing: null });
  });

  it('nothing public changes by it', async () => {
    const { reference, followToken } = await answered();
    const story = (await app.api().get(`/proposals/${reference}`)).body;
    app.clock.advance({ minutes: 5 });
    const { body: told } = await tell(followToken, { helped: 'no', text: 'Hemligt missnöje', safetyNow: 1 });
    await close(reference, { decision: 'seen', note: 'Hemlig notering', toldAt: told.toldAt, version: 2 });
    expect((await app.api().get(`/proposals/${reference}`)).body).toEqual(story);
  });
});
