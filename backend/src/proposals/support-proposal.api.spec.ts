import type { SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaffMember } from '../../test/support/staff.js';
import { MoveProposalService } from './move-proposal.service.js';
import { send } from './proposal.fixture.js';

describe('"me too"', () => {
  let app: TestApp;
  let ale: TestMunicipality;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
  });
  afterAll(() => app.stop());

  const support = (reference: string, api: Api, key: string | true = true) =>
    api.post<SupportReceipt & ProblemBody>(`/proposals/${reference}/support`, { key, body: {} });
  const publicRow = async (reference: string) =>
    (
      await app.dataSource.query<{ support_count: number; updated_at: Date }[]>(
        'SELECT support_count, updated_at FROM public_proposals WHERE reference = $1',
        [reference],
      )
    )[0]!;

  it('counts each device once, however often it presses', async () => {
    const sent = await send(app, ale);
    const neighbour = app.api();
    const first = await support(sent.reference, neighbour);
    expect([first.status, first.body]).toEqual([
      200,
      { reference: sent.reference, supportCount: 2, supported: true },
    ]);
    expect(neighbour.cookies.get('device')).toBeDefined();
    expect((await support(sent.reference, neighbour)).body.supportCount).toBe(2);
    expect((await support(sent.reference, app.api())).body.supportCount).toBe(3);
  });

  it('the sender’s device counts already', async () => {
    const sender = app.api();
    const sent = await send(app, ale, 'dark-place', {}, sender);
    expect((await support(sent.reference, sender)).body.supportCount).toBe(1);
  });

  it('a device that sends twice is the same device', async () => {
    const sender = app.api();
    const one = await send(app, ale, 'dark-place', {}, sender);
    const device = sender.cookies.get('device');
    const two = await send(app, ale, 'dark-place', {}, sender);
    expect(sender.cookies.get('device')).toBe(device);
    expect((await support(one.reference, sender)).body.supportCount).toBe(1);
    expect((await support(two.reference, sender)).body.supportCount).toBe(1);
  });

  it('a cookie that was not made here is replaced by one that was', async () => {
    const sent = await send(app, ale);
    const forger = app.api();
    forger.cookies.set('device', 'made.up');
    expect((await support(sent.reference, forger)).body.supportCount).toBe(2);
    expect(forger.cookies.get('device')).not.toBe('made.up');
  });

  it('a repeat whose first answer was lost gets the same answer and the same device', async () => {
    const sent = await send(app, ale);
    const [first, again] = [app.api(), app.api()];
    const one = await support(sent.reference, first, 'samma-nyckel-1');
    const two = await support(sent.reference, again, 'samma-nyckel-1');
    expect(two.body).toEqual(one.body);
    expect(again.cookies.get('device')).toBe(first.cookies.get('device'));
    expect((await publicRow(sent.reference)).support_count).toBe(2);
  });

  it('two devices that happen on the same key both count', async () => {
    const sent = await send(app, ale);
    const [one, two] = [app.api(), app.api()];
    await send(app, ale, 'dark-place', {}, one);
    await send(app, ale, 'dark-place', {}, two);
    await support(sent.reference, one, 'tillfallighet');
    expect((await support(sent.reference, two, 'tillfallighet')).body.supportCount).toBe(3);
  });

  it('20 at the same time are counted to the last one, and when it was last updated stays', async () => {
    const sent = await send(app, ale);
    const { updated_at } = await publicRow(sent.reference);
    app.clock.advance({ hours: 2 });
    await Promise.all(Array.from({ length: 20 }, () => support(sent.reference, app.api())));
    expect(await publicRow(sent.reference)).toEqual({ support_count: 21, updated_at });
  });

  it('supporting a duplicate supports the one that leads', async () => {
    const [leader, other] = [await send(app, ale), await send(app, ale)];
    const actor = await makeStaffMember(app.dataSource, 'case-officer', ale);
    await app.dataSource.transaction((manager) =>
      app.get(MoveProposalService).move(manager, {
        proposalId: other.id,
        to: 'duplicate',
        duplicateOfReference: leader.reference,
        actor,
      }),
    );
    const { body } = await support(other.reference, app.api());
    expect(body).toEqual({ reference: leader.reference, supportCount: 3, supported: true });
    expect((await publicRow(leader.reference)).support_count).toBe(3);
  });

  it('what is not public cannot be supported', async () => {
    const idea = await send(app, ale, 'idea');
    expect((await support(idea.reference, app.api())).status).toBe(404);
    expect((await support('ALE-22222', app.api())).status).toBe(404);
    const hidden = await send(app, ale);
    const actor = await makeStaffMember(app.dataSource, 'case-officer', ale);
    await app.dataSource.transaction((manager) =>
      app.get(MoveProposalService).move(manager, { proposalId: hidden.id, to: 'hidden', actor }),
    );
    expect((await support(hidden.reference, app.api())).status).toBe(404);
  });

  it('needs a key', async () => {
    const sent = await send(app, ale);
    const { status } = await app
      .api()
      .post<ProblemBody>(`/proposals/${sent.reference}/support`, { body: {} });
    expect(status).toBe(428);
  });
});
