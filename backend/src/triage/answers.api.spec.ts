import type { AnswerLedger } from '@lofteskartan/shared/contracts/answers';
import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { ProposalPage } from '@lofteskartan/shared/contracts/proposals';
import type { AnswerState } from '@lofteskartan/shared/vocabulary';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

describe('GET /answers', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let caseOfficer: TestPerson;
  let checks: string;

  beforeAll(async () => {
    // A Wednesday.
    app = await startTestApp({ clock: new TestClock('2026-11-18T09:00:00Z') });
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    caseOfficer = await makeStaff(app, 'case-officer', ale);
    checks = (
      await makeCommitment(app.dataSource, ale, { acceptsKinds: ['speed-check'], owners: [ale.police] })
    ).id;
    await makeCommitment(app.dataSource, ale, { acceptsKinds: ['dark-place'], owners: [ale.office] });
  });
  afterAll(() => app.stop());

  const send = async (kind: 'speed-check' | 'dark-place' = 'speed-check', metres = 0) =>
    (await submitProposal(app, { kind, position: northOf(ale.center, metres) })).reference;
  const move = async (reference: string, body: object) => {
    const answer = await caseOfficer.api.post(`/triage/proposals/${reference}/moves`, { body });
    expect(answer.status).toBe(200);
  };
  const ledger = async () =>
    (await app.api().get<AnswerLedger>('/answers', { query: { municipality: ale.slug } })).body;
  const list = async (query: Record<string, string>) =>
    (
      await app.api().get<ProposalPage>('/proposals', { query: { municipality: ale.slug, ...query } })
    ).body.items.map(({ reference }) => reference);

  it('counts answers, and each number opens its list', async () => {
    const [waits, linked, declined, referred, replied] = [
      await send(),
      await send(),
      await send('dark-place'),
      await send('dark-place'),
      await send('dark-place'),
    ];
    await move(linked, { to: 'committed', version: 1, commitmentId: checks });
    await move(declined, { to: 'declined', version: 1, reason: 'other', publicText: 'Nej' });
    await move(referred, {
      to: 'referred',
      version: 1,
      responsible: 'Trafikverket',
      publicText: 'Deras väg',
    });
    await move(replied, { to: 'answered', version: 1, publicText: 'Så här är det' });
    const counted = await ledger();
    expect(counted).toMatchObject({
      municipality: ale.slug,
      withinWorkingDays: 5,
      total: 5,
      answered: 4,
      waiting: 1,
      overdue: 0,
      yes: 1,
      no: 1,
      referred: 1,
      replied: 1,
    });
    const lists: [AnswerState, string[]][] = [
      ['waiting', [waits]],
      ['overdue', []],
      ['yes', [linked]],
      ['no', [declined]],
      ['referred', [referred]],
      ['replied', [replied]],
    ];
    for (const [answer, references] of lists)
      expect([answer, await list({ answer })]).toEqual([answer, references]);
    expect(await list({ answer: 'yes', status: 'received' })).toEqual([]);
    expect(counted.owners.map(({ owner, total, waiting }) => [owner, total, waiting])).toEqual(
      [
        [ale.office.slug, 2, 0],
        [ale.police.slug, 2, 1],
      ]
        .sort()
        .concat([['body:Trafikverket', 1, 0]]),
    );
    for (const { owner, total } of counted.owners) expect((await list({ owner })).length).toBe(total);
    expect(await list({ owner: ale.police.slug, answer: 'waiting' })).toEqual([waits]);
    expect(await list({ owner: 'body:Trafikverket' })).toEqual([referred]);
    expect(await list({ owner: 'none' })).toEqual([]);
    expect(await list({ owner: 'ingen-sadan' })).toEqual([]);
  });

  it('tells localities apart, and ideas that have none', async () => {
    await send();
    const { reference } = await submitProposal(app, {
      kind: 'idea',
      municipality: ale.slug,
      details: { topic: 'drugs' },
    });
    expect((await ledger()).total).toBe(1);
    await caseOfficer.api.post(`/triage/proposals/${reference}/publication`, { body: { text: 'release' } });
    const { localities, owners } = await ledger();
    expect(localities.map(({ locality, total }) => [locality, total])).toEqual([
      ['centrum', 1],
      [null, 1],
    ]);
    expect(await list({ locality: 'none' })).toEqual([reference]);
    expect(await list({ locality: 'none', sort: 'most-supported' })).toEqual([reference]);
    expect(owners.at(-1)).toMatchObject({ owner: 'none', name: null, total: 1 });
    expect(await list({ owner: 'none' })).toEqual([reference]);
  });

  it('five working days are over on the day after the fifth', async () => {
    const clock = app.clock.now();
    const reference = await send();
    const overdue = async () => [(await ledger()).overdue, (await list({ answer: 'overdue' })).length];
    app.clock.advance({ hours: 7 * 24 });
    expect(await overdue()).toEqual([0, 0]);
    app.clock.advance({ hours: 24 });
    expect(await overdue()).toEqual([1, 1]);
    caseOfficer = await makeStaff(app, 'case-officer', ale);
    await move(reference, { to: 'under-review', version: 1, publicText: 'Vi tittar på det' });
    expect(await overdue()).toEqual([1, 1]);
    await move(reference, { to: 'answered', version: 2, publicText: 'Svar' });
    expect(await overdue()).toEqual([0, 0]);
    // Opened again it waits from then on.
    await move(reference, { to: 'under-review', version: 3, reason: 'Nya uppgifter' });
    expect((await ledger()).waiting).toBe(1);
    expect(await overdue()).toEqual([0, 0]);
    app.clock.advance({ hours: 8 * 24 });
    expect(await overdue()).toEqual([1, 1]);
    app.clock.advance({ hours: -((app.clock.now().getTime() - clock.getTime()) / 3_600_000) });
  });

  it('what is not public or withdrawn is not counted; what is gathered counts with the one that leads', async () => {
    const [leader, gathered, hidden] = [await send(), await send(), await send()];
    await submitProposal(app, { kind: 'idea', municipality: ale.slug });
    await move(gathered, { to: 'duplicate', version: 1, duplicateOf: leader });
    await move(hidden, { to: 'hidden', version: 1 });
    expect(await ledger()).toMatchObject({ total: 2, gathered: 1 });
  });

  it('a check that is planned or not released changes nothing', async () => {
    const officer = await makeStaff(app, 'police-officer', ale);
    const coordinator = await makeStaff(app, 'coordinator', ale);
    const reference = await send();
    await move(reference, { to: 'committed', version: 1, commitmentId: checks });
    const seen = async () => [
      await ledger(),
      await list({ answer: 'yes' }),
      await list({ answer: 'waiting' }),
      await list({ owner: ale.police.slug }),
    ];
    const before = await seen();
    await officer.api.post(`/triage/proposals/${reference}/moves`, { body: { to: 'planned', version: 2 } });
    expect(await seen()).toEqual(before);
    const logged = await officer.api.post<StaffActivity>('/activities', {
      key: true,
      body: {
        commitmentId: checks,
        occurredOn: '2026-11-18',
        publicText: 'Vi mätte.',
        position: ale.center,
        proposalReferences: [reference],
        result: { endedAt: '2026-11-18T08:00:00Z' },
      },
    });
    expect(logged.status).toBe(201);
    const confirmed = await coordinator.api.post(`/activities/${logged.body.id}/confirm`);
    expect(confirmed.status).toBe(200);
    expect(await seen()).toEqual(before);
  });

  it('a municipality that is not there has no ledger', async () => {
    const { status } = await app.api().get('/answers', { query: { municipality: 'atlantis' } });
    expect(status).toBe(404);
    expect((await app.api().get('/answers')).status).toBe(422);
  });
});
