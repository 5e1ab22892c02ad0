import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type {
  FollowedProposal,
  ProposalReceipt,
  ProposalStory,
} from '@lofteskartan/shared/contracts/proposals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { OwnOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../../test/support/promise.js';
import { northOf, submitProposal } from '../../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

describe('what is done for one of a case', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;
  let handler: TestPerson;
  let coordinator: TestPerson;
  let checks: TestCommitment;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    await app.empty();
    app.clock.set('2091-11-20T12:00:00Z');
    ale = await makeMunicipality(app.dataSource);
    checks = await makeCommitment(app.dataSource, ale, { period: { from: '2090-01-01', to: '2092-12-31' } });
    officer = await makeStaff(app, 'police-officer', ale);
    handler = await makeStaff(app, 'case-officer', ale);
    coordinator = await makeStaff(app, 'coordinator', ale);
  });
  afterAll(() => app.stop());

  const sent = (metres = 0, kind: ProposalKind = 'speed-check') =>
    submitProposal(app, { kind, position: northOf(ale.center, metres) });
  const page = async ({ reference }: ProposalReceipt, by = handler) =>
    (await by.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body;
  const gather = async (leader: ProposalReceipt, ...members: ProposalReceipt[]) => {
    const named = await Promise.all(
      members.map(async (each) => ({ reference: each.reference, version: (await page(each)).version })),
    );
    const body = { version: (await page(leader)).version, members: named };
    const answer = await handler.api.post(`/triage/cases/${leader.reference}/members`, { key: true, body });
    expect(answer.status).toBe(200);
  };
  const move = async (proposal: ProposalReceipt, to: string, more: object = {}) => {
    const body = { to, version: (await page(proposal)).version, ...more };
    const answer = await handler.api.post(`/triage/proposals/${proposal.reference}/moves`, { body });
    expect(answer.status).toBe(200);
  };
  const logged = async (...served: ProposalReceipt[]) => {
    const body = {
      commitmentId: checks.id,
      occurredOn: '2091-11-20',
      publicText: 'Vi kontrollerade hastigheten.',
      proposalReferences: served.map(({ reference }) => reference),
      result: { endedAt: '2091-11-20T11:30:00Z', measured: 80 },
    };
    const { status, body: activity } = await officer.api.post<StaffActivity>('/activities', {
      key: true,
      body,
    });
    expect(status).toBe(201);
    expect((await coordinator.api.post(`/activities/${activity.id}/confirm`, { body: {} })).status).toBe(200);
    return activity.id;
  };
  const release = async (id: string) => {
    expect((await officer.api.post(`/activities/${id}/release`, { body: {} })).status).toBe(200);
  };
  const told = async ({ reference }: ProposalReceipt) =>
    (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body;
  const followed = async ({ followToken }: ProposalReceipt) =>
    (await app.api().get<FollowedProposal>('/follow', { followToken })).body;
  const activitiesIn = async (proposal: ProposalReceipt) =>
    (await page(proposal)).events.filter(({ type }) => type === 'activity' || type === 'released').length;

  it('is done for the whole case once it is released, and shows nothing before', async () => {
    const [leader, member, other] = [await sent(), await sent(20), await sent(30)];
    await gather(leader, member, other);
    await move(leader, 'committed', { commitmentId: checks.id });
    const public_ = async () => [
      await told(leader),
      await told(member),
      await told(other),
      await followed(leader),
      await followed(member),
      await followed(other),
    ];
    const before = await public_();
    const id = await logged(member);
    expect(await public_()).toEqual(before);
    expect([(await page(leader)).status, (await page(member)).status]).toEqual(['done', 'duplicate']);
    await release(id);
    expect(await told(leader)).toMatchObject({ status: 'done' });
    expect((await told(leader)).events.filter(({ type }) => type === 'activity')).toHaveLength(1);
    for (const each of [member, other]) {
      expect(await followed(each)).toMatchObject({ mayTellOutcome: true, case: { status: 'done' } });
    }
    expect((await page(leader)).activities.map((each) => each.id)).toEqual([id]);
  });

  it('is told once to the leader however many of its case were named', async () => {
    const [leader, inner, leaf] = [await sent(), await sent(20), await sent(30)];
    await gather(inner, leaf);
    await gather(leader, inner);
    await release(await logged(leaf, inner, leader));
    expect([await activitiesIn(leader), await activitiesIn(inner), await activitiesIn(leaf)]).toEqual([
      2, 2, 2,
    ]);
    expect((await told(leader)).status).toBe('done');
  });

  it('leaves a case that has ended as it is', async () => {
    const [leader, member] = [await sent(), await sent(20)];
    await gather(leader, member);
    await move(leader, 'answered', { publicText: 'Vägen byggs om.' });
    await release(await logged(member));
    expect((await told(leader)).status).toBe('answered');
  });

  it('leaves whom staff took out before it was done', async () => {
    const [leader, member] = [await sent(), await sent(20)];
    await gather(leader, member);
    const members = [{ reference: member.reference, version: (await page(member)).version }];
    const body = { members, reason: 'Olika vägar' };
    await handler.api.post(`/triage/cases/${leader.reference}/releases`, { key: true, body });
    await release(await logged(member));
    expect([(await told(leader)).status, (await told(member)).status]).toEqual(['received', 'done']);
  });

  it('that did not help one of them is opened again outside the case, and the case’s history tells', async () => {
    const [leader, member] = [await sent(0, 'dark-place'), await sent(20, 'dark-place')];
    await gather(leader, member);
    expect((await page(leader)).events.at(-1)).toMatchObject({
      type: 'member-joined',
      changes: { reference: member.reference },
      actor: handler.staff.name,
    });
    await move(leader, 'answered', { publicText: 'Lampan är lagad.' });
    const { followToken } = member;
    const { body: outcome } = await app.api().put<OwnOutcome>('/follow/outcome', {
      followToken,
      body: { helped: 'no', text: 'Min lampa är mörk.' },
    });
    const closing = {
      decision: 'reopened',
      note: 'En annan lampa',
      toldAt: outcome.toldAt,
      version: (await page(member)).version,
    };
    const path = `/triage/proposals/${member.reference}/outcome-closings`;
    const reopened = await handler.api.post<TriageProposal>(path, { body: closing });
    expect([reopened.status, reopened.body.status, reopened.body.duplicateOf]).toEqual([
      200,
      'under-review',
      null,
    ]);
    const { status, events } = await page(leader);
    expect(status).toBe('answered');
    expect(events.at(-1)).toMatchObject({
      type: 'member-left',
      reason: 'En annan lampa',
      changes: { reference: member.reference },
      actor: handler.staff.name,
    });
    expect(await followed(member)).toMatchObject({ status: 'under-review', case: null, outcome: null });
    expect((await followed(member)).events.at(-1)?.type).toBe('reopened');
    expect(JSON.stringify(await told(leader))).not.toContain('En annan lampa');
  });
});
