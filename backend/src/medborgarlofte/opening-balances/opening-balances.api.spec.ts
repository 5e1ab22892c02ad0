import type { FollowUp, StaffFollowUp } from '@lofteskartan/shared/contracts/follow-ups';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type {
  CommitmentOpening,
  CommitmentOpeningPage,
} from '@lofteskartan/shared/contracts/opening-balances';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

describe('opening balances', () => {
  let app: TestApp;
  let town: TestMunicipality;
  let coordinator: TestPerson;
  let meetings: TestCommitment;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-20T12:00:00Z');
    town = await makeMunicipality(app.dataSource);
    coordinator = await makeStaff(app, 'coordinator', town);
    meetings = await makeCommitment(app.dataSource, town, {
      target: 10,
      acceptsKinds: ['idea'],
      owners: [town.office],
    });
  });
  afterAll(() => app.stop());

  const opening = { count: 3, asOf: '2025-12-31', source: 'Årsrapporten 2025' };
  const put = (body: object, { api } = coordinator) =>
    api.put<CommitmentOpening & ProblemBody>(`/commitments/${meetings.id}/opening-balance`, { body });
  const shown = async () => (await app.api().get<Commitment>(`/commitments/${meetings.id}`)).body.progress;
  const listed = async () =>
    (
      await coordinator.api.get<CommitmentOpeningPage>('/opening-balances', {
        query: { municipality: town.slug },
      })
    ).body.items;
  const logged = (occurredOn: string) =>
    coordinator.api.post<{ id: string } & ProblemBody>('/activities', {
      key: true,
      body: { commitmentId: meetings.id, occurredOn, publicText: 'Ett möte.' },
    });

  it('are told for what is counted alone; progress follows at once, and the log has before, after and why', async () => {
    await makeCommitment(app.dataSource, town, { type: 'recurring', owners: [town.office] });
    expect(await listed()).toMatchObject([{ id: meetings.id, target: 10, opening: null, version: 0 }]);
    expect(await shown()).toMatchObject({ done: 0, opening: null });
    expect((await put({ opening, version: 0 })).body).toMatchObject({ opening, version: 1 });
    expect(await shown()).toMatchObject({ done: 3, opening });
    const changed = { ...opening, count: 4 };
    await put({ opening: changed, version: 1, reason: 'Ett möte saknades i rapporten.' });
    expect(await shown()).toMatchObject({ done: 4, opening: { count: 4 } });
    const events = await app.dataSource.query<unknown[]>(
      'SELECT type, subject_id, actor_account_id, changes FROM admin_events WHERE municipality_id = $1 ORDER BY id',
      [town.id],
    );
    const by = {
      type: 'opening.changed',
      subject_id: meetings.id,
      actor_account_id: coordinator.staff.accountId,
    };
    expect(events).toMatchObject([
      { ...by, changes: { before: null, after: opening, reason: null } },
      { ...by, changes: { before: opening, after: changed, reason: 'Ett möte saknades i rapporten.' } },
    ]);
  });

  it('are not changed without a reason, nor from an older version; the same again is nothing', async () => {
    await put({ opening, version: 0 });
    const silent = await put({ opening: { ...opening, count: 5 }, version: 1 });
    expect([silent.status, silent.body.errors]).toMatchObject([422, [{ field: 'reason', code: 'required' }]]);
    const stale = await put({ opening: null, version: 0, reason: 'Fel' });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
    expect((await put({ opening, version: 1 })).body.version).toBe(1);
    expect((await put({ opening: null, version: 1, reason: 'Siffran gällde annat.' })).body).toMatchObject({
      opening: null,
      version: 2,
    });
    expect(await shown()).toMatchObject({ done: 0, opening: null });
  });

  it.each([
    ['no source', { ...opening, source: ' ' }, 'opening.source'],
    ['less than nothing', { ...opening, count: -1 }, 'opening.count'],
    ['a day to come', { ...opening, asOf: '2026-11-21' }, 'opening.asOf'],
    ['a day before the promise', { ...opening, asOf: '2024-12-31' }, 'opening.asOf'],
  ])('with %s are refused', async (_what, given, field) => {
    const { status, body } = await put({ opening: given, version: 0 });
    expect([status, body.errors?.map((each) => each.field)]).toEqual([422, [field]]);
  });

  it('never cover a day on which something is logged, and nothing is logged within them', async () => {
    expect((await logged('2026-02-03')).status).toBe(201);
    const late = await put({ opening: { ...opening, asOf: '2026-02-03' }, version: 0 });
    expect(late.body.errors).toMatchObject([{ field: 'opening.asOf', code: 'loggedWithin' }]);
    expect(await listed()).toMatchObject([{ firstLoggedOn: '2026-02-03' }]);
    expect((await put({ opening: { ...opening, asOf: '2026-02-02' }, version: 0 })).status).toBe(200);
    expect((await logged('2026-02-02')).body.errors).toMatchObject([{ code: 'inTheOpening' }]);
  });

  it('leave a follow-up that is published as it was', async () => {
    await put({ opening, version: 0 });
    const { body: draft } = await coordinator.api.post<StaffFollowUp>('/triage/follow-ups', {
      key: true,
      body: { medborgarlofteId: meetings.medborgarlofteId, asOf: '2026-06-30' },
    });
    const items = [{ commitmentId: meetings.id, result: 'R', deviation: 'D', nextStep: 'N' }];
    const saved = await coordinator.api.put<StaffFollowUp>(`/triage/follow-ups/${draft.id}`, {
      body: { version: draft.version, items },
    });
    await coordinator.api.post(`/triage/follow-ups/${draft.id}/publish`, {
      key: true,
      body: { version: saved.body.version },
    });
    const published = async () =>
      (
        await app.api().get<FollowUp>('/follow-ups/by-date', {
          query: { municipality: town.slug, asOf: '2026-06-30' },
        })
      ).body;
    const before = await published();
    expect(before.items).toMatchObject([{ progress: { done: 3 } }]);
    await put({ opening: { ...opening, count: 9 }, version: 1, reason: 'Räknat om.' });
    expect(await shown()).toMatchObject({ done: 9 });
    expect(await published()).toEqual(before);
  });

  it('are written by coordinators of the municipality alone, in a draft too', async () => {
    const elsewhere = await makeMunicipality(app.dataSource);
    const foreign = await makeStaff(app, 'coordinator', elsewhere);
    expect((await put({ opening, version: 0 }, foreign)).status).toBe(404);
    await app.dataSource.query('UPDATE municipalities SET opened_at = NULL WHERE id = $1', [town.id]);
    expect(await listed()).toHaveLength(1);
    expect((await put({ opening, version: 0 })).status).toBe(200);
  });
});
