import type { TestPerson } from '../../test/support/staff.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff } from '../../test/support/staff.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { CompleteByActivityService } from './complete-by-activity.service.js';
import { MoveProposalService, type ProposalMove } from './move-proposal.service.js';
import { makeActivity, send } from './proposal.fixture.js';

type Sent = Awaited<ReturnType<typeof send>>;

/** Every public answer, and the sender's own, byte by byte with its tags, before and after what only staff may know. */
describe('what nobody may notice of a speed check', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let commitment: TestCommitment;
  let police: TestPerson;
  let coordinator: TestPerson;
  let sent: Sent;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    commitment = await makeCommitment(app.dataSource, ale, { acceptsKinds: ['speed-check', 'dark-place'] });
    police = await makeStaff(app, 'police-officer', ale);
    coordinator = await makeStaff(app, 'coordinator', ale);
    sent = await send(app, ale, 'speed-check');
    await move(sent.id, 'committed', {
      commitment,
      publicText: 'Med bland platserna polisen väljer mellan.',
    });
  });
  afterAll(() => app.stop());

  const move = (proposalId: string, to: ProposalMove['to'], more: Partial<ProposalMove> = {}) =>
    app.dataSource.transaction((manager) =>
      app.get(MoveProposalService).move(manager, { proposalId, to, actor: coordinator.staff, ...more }),
    );
  const confirm = async (embargoed: boolean, occurredOn = '2026-11-20', proposals: Sent[] = [sent]) => {
    const proposalIds = proposals.map(({ id }) => id);
    const by = { organisationId: ale.police.id, accountId: police.staff.accountId };
    const activityId = await makeActivity(app.dataSource, { commitment, ...by, occurredOn, proposalIds });
    await app.dataSource.transaction((manager) =>
      app.get(CompleteByActivityService).confirmed(manager, {
        activityId,
        proposalIds,
        occurredOn,
        embargoed,
        actor: coordinator.staff,
        organisationId: ale.police.id,
        publicText: 'Vi har kontrollerat hastigheten.',
        now: app.clock.now(),
      }),
    );
    return activityId;
  };
  const release = (activityId: string) =>
    app.dataSource.transaction((manager) =>
      app.get(CompleteByActivityService).released(manager, { activityId, now: app.clock.now() }),
    );

  const addresses = () => {
    const box = ale.bbox.join(',');
    const here = `position=${ale.center.join(',')}&kind=speed-check`;
    return [
      `/proposals/${sent.reference}`,
      `/proposals?municipality=${ale.slug}`,
      `/proposals?municipality=${ale.slug}&status=committed&sort=latest-answer`,
      `/proposals?municipality=${ale.slug}&status=done`,
      `/proposals?commitment=${commitment.id}`,
      `/proposals?q=${sent.reference}`,
      `/proposals/map?bbox=${box}&zoom=16&municipality=${ale.slug}`,
      `/proposals/map?bbox=${box}&zoom=8&municipality=${ale.slug}`,
      `/proposals/similar?${here}`,
      '/follow',
    ];
  };
  const answers = async (): Promise<string[]> => {
    const told: string[] = [];
    for (const address of addresses()) {
      const response = await fetch(`${app.url}/api/v1${address}`, {
        headers: { 'Follow-Token': sent.followToken },
      });
      expect([address, response.status]).toEqual([address, 200]);
      const headers = [...response.headers].filter(
        ([name]) => !['date', 'x-request-id', 'server-timing'].includes(name),
      );
      told.push(`${address}\n${response.status}\n${JSON.stringify(headers)}\n${await response.text()}`);
    }
    return told;
  };
  const statusRead = async ({ api }: TestPerson): Promise<string> =>
    (await api.get<{ status: string }>(`/triage/proposals/${sent.reference}`)).body.status;
  const status = async () => {
    const { body } = await app
      .api()
      .get<{ status: string; doneOn: string | null }>(`/proposals/${sent.reference}`);
    return [body.status, body.doneOn];
  };

  it('that it is planned, and that it is not any more', async () => {
    const before = await answers();
    const staffBefore = (await coordinator.api.get<object>(`/triage/proposals/${sent.reference}`)).body;
    app.clock.advance({ hours: 5 });
    await move(sent.id, 'planned', { actor: police.staff, note: 'På torsdag' });
    expect(await answers()).toEqual(before);
    expect((await coordinator.api.get<object>(`/triage/proposals/${sent.reference}`)).body).toEqual(
      staffBefore,
    );
    expect([await statusRead(police), await statusRead(coordinator)]).toEqual(['planned', 'committed']);

    await move(sent.id, 'committed', { actor: police.staff });
    expect(await answers()).toEqual(before);
    expect((await coordinator.api.get<object>(`/triage/proposals/${sent.reference}`)).body).toEqual(
      staffBefore,
    );
  });

  it('that it was done, until it is released; then all of it', async () => {
    await move(sent.id, 'planned', { actor: police.staff });
    const before = await answers();
    app.clock.advance({ hours: 5 });
    const activity = await confirm(true);
    expect(await answers()).toEqual(before);
    expect(await statusRead(coordinator)).toBe('done');
    await confirm(true);
    expect(await answers()).toEqual(before);

    app.clock.advance({ hours: 24 });
    await release(activity);
    const now = app.clock.now().toISOString();
    const { body } = await app.api().get<object>(`/proposals/${sent.reference}`);
    expect(body).toMatchObject({
      status: 'done',
      doneOn: '2026-11-20',
      updatedAt: now,
      latestAnswer: { at: now, status: 'done', text: 'Vi har kontrollerat hastigheten.' },
    });
    const released = await answers();
    await release(activity);
    expect(await answers()).toEqual(released);
  });

  it('a release tells its own date, not that of another check that is still kept back', async () => {
    const first = await confirm(true, '2026-11-10');
    await confirm(true, '2026-11-19');
    await release(first);
    expect(await status()).toEqual(['done', '2026-11-10']);
  });

  it('an activity without delay is public at once, beside one that is kept back', async () => {
    await confirm(true, '2026-11-10');
    expect(await status()).toEqual(['committed', null]);
    await confirm(false, '2026-11-12');
    expect(await status()).toEqual(['done', '2026-11-12']);
  });

  it('what staff moved on in the meantime stays moved on', async () => {
    const activity = await confirm(true);
    await move(sent.id, 'under-review', { reason: 'Fel plats' });
    expect(await status()).toEqual(['under-review', null]);
    const { body } = await app.api().get<{ events: { type: string }[] }>(`/proposals/${sent.reference}`);
    expect(body.events.map(({ type }) => type)).toEqual(['received', 'moved', 'moved']);
    await release(activity);
    expect(await status()).toEqual(['under-review', null]);
  });

  it('the sender may withdraw a check that was done in secret, as if it were not', async () => {
    const activity = await confirm(true);
    const { status: answered } = await app
      .api()
      .post('/follow/withdraw', { body: {}, followToken: sent.followToken });
    expect(answered).toBe(200);
    await release(activity);
    const follow = await app.api().get<{ status: string }>('/follow', { followToken: sent.followToken });
    expect(follow.body.status).toBe('withdrawn');
  });

  it('one activity completes all open proposals that it served, and leaves those that had ended', async () => {
    const [open, declined] = [await send(app, ale), await send(app, ale)];
    await move(declined.id, 'declined', { reason: 'other', publicText: 'Nej' });
    await confirm(false, '2026-11-20', [sent, open, declined]);
    const statuses = await app.dataSource.query<{ status: string }[]>(
      'SELECT public_status AS status FROM proposals WHERE id = ANY ($1) ORDER BY array_position($1::uuid[], id)',
      [[sent.id, open.id, declined.id]],
    );
    expect(statuses.map(({ status: each }) => each)).toEqual(['done', 'done', 'declined']);
  });

  it('confirming again for the same activity changes nothing', async () => {
    const activityId = await confirm(false);
    const before = await answers();
    app.clock.advance({ hours: 1 });
    await app.dataSource.transaction((manager) =>
      app.get(CompleteByActivityService).confirmed(manager, {
        activityId,
        proposalIds: [sent.id],
        occurredOn: '2026-11-20',
        embargoed: false,
        actor: coordinator.staff,
        organisationId: ale.police.id,
        publicText: 'Igen',
        now: app.clock.now(),
      }),
    );
    expect(await answers()).toEqual(before);
  });
});
