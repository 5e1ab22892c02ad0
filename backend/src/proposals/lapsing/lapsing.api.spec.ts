import type { FollowedProposal, WishTerm } from '@lofteskartan/shared/contracts/proposals';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { TestClock } from '../../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../../test/support/promise.js';
import { makeStaffMember } from '../../../test/support/staff.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { CompleteByActivityService } from '../complete-by-activity.service.js';
import { MoveProposalService } from '../move-proposal.service.js';
import { makeActivity, send } from '../proposal.fixture.js';
import { LapseWishes } from './lapse-wishes.service.js';

describe('a wish that nobody renews', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let commitment: TestCommitment;
  let officer: StaffMember;

  beforeEach(async () => {
    app = await startTestApp({ clock: new TestClock('2026-03-15T12:00:00Z') });
    ale = await makeMunicipality(app.dataSource);
    commitment = await makeCommitment(app.dataSource, ale, {
      period: { from: '2025-01-01', to: '2027-12-31' },
    });
    officer = await makeStaffMember(app.dataSource, 'case-officer', ale);
  });
  afterEach(() => app.stop());

  const days = (count: number) => {
    app.clock.advance({ hours: count * 24 });
  };
  const follow = async (followToken: string) =>
    (await app.api().get<FollowedProposal>('/follow', { followToken })).body;
  const renew = (followToken: string) =>
    app.api().post<WishTerm & ProblemBody>('/follow/renewals', { followToken, body: {} });
  const story = async (reference: string) => (await app.api().get(`/proposals/${reference}`)).body;
  const lapse = () => app.get(LapseWishes).lapseAll();
  const commit = (proposalId: string) =>
    app.dataSource.transaction((manager) =>
      app.get(MoveProposalService).move(manager, { proposalId, to: 'committed', actor: officer, commitment }),
    );

  it('ends after twelve months with an answer that says how to ask again', async () => {
    const sent = await send(app, ale, 'speed-check');
    expect((await follow(sent.followToken)).wish).toEqual({ lapsesOn: '2027-03-15', mayRenew: false });
    expect((await renew(sent.followToken)).body.code).toBe('wish.notYet');
    days(364);
    await lapse();
    expect(await follow(sent.followToken)).toMatchObject({ status: 'received', wish: { mayRenew: true } });
    days(1);
    await lapse();
    await lapse();
    const ended = await follow(sent.followToken);
    expect([ended.status, ended.wish, ended.events.length]).toEqual(['answered', null, 2]);
    expect(ended.events.at(-1)?.text).toMatch(/tolv månader.*nytt önskemål/);
  });

  it('holds for twelve months more when it is renewed, and nobody else can tell', async () => {
    const sent = await send(app, ale, 'speed-check');
    await commit(sent.id);
    const before = await story(sent.reference);
    days(340);
    const { status, body } = await renew(sent.followToken);
    expect([status, body]).toEqual([200, { lapsesOn: '2028-02-18', mayRenew: false }]);
    days(30);
    await lapse();
    expect(await story(sent.reference)).toEqual(before);
  });

  it('ends with its promise', async () => {
    const sent = await send(app, ale, 'speed-check');
    const linked = await send(app, ale, 'speed-check');
    await commit(linked.id);
    await app.dataSource.query(
      `UPDATE medborgarloften SET ends_on = '2026-06-30' WHERE municipality_id = $1`,
      [ale.id],
    );
    days(107);
    await lapse();
    expect((await follow(sent.followToken)).status).toBe('received');
    days(1);
    const later = await send(app, ale, 'speed-check');
    await lapse();
    for (const { followToken } of [sent, linked]) {
      const { status, events } = await follow(followToken);
      expect([status, events.at(-1)?.text]).toEqual(['answered', expect.stringMatching(/^Löftet som/)]);
    }
    expect((await follow(later.followToken)).status).toBe('received');
  });

  it('is left alone when a check was made that is not public yet, and looks as before', async () => {
    const sent = await send(app, ale, 'speed-check');
    await commit(sent.id);
    days(366);
    const [own, all] = [await follow(sent.followToken), await story(sent.reference)];
    const occurredOn = '2027-03-15';
    const activityId = await makeActivity(app.dataSource, {
      commitment,
      organisationId: ale.police.id,
      accountId: officer.accountId,
      occurredOn,
      proposalIds: [sent.id],
    });
    await app.dataSource.transaction((manager) =>
      app.get(CompleteByActivityService).confirmed(manager, {
        activityId,
        proposalIds: [sent.id],
        occurredOn,
        embargoed: true,
        actor: officer,
        organisationId: ale.police.id,
        publicText: 'Vi har kontrollerat farten.',
        now: app.clock.now(),
      }),
    );
    await lapse();
    expect([await follow(sent.followToken), await story(sent.reference)]).toEqual([own, all]);
    expect((await renew(sent.followToken)).status).toBe(200);
    expect(await story(sent.reference)).toEqual(all);
  });

  it('a plan of the police keeps nothing open', async () => {
    const sent = await send(app, ale, 'speed-check');
    await commit(sent.id);
    await app.dataSource.query('UPDATE proposals SET police_planned_at = $2 WHERE id = $1', [
      sent.id,
      app.clock.now(),
    ]);
    days(365);
    await lapse();
    expect((await follow(sent.followToken)).status).toBe('answered');
  });
});
