import type { ChangedCheck, PlanWeek } from '@lofteskartan/shared/contracts/planned-checks';
import type { PlannerSettings } from '@lofteskartan/shared/contracts/planner';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { TestClock } from '../../test/support/clock.js';
import { orderOf, wishAt } from './planner.fixture.js';

const thursday = '2026-11-26';

describe('the plan', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let commitment: TestCommitment;
  let mopeds: TestCommitment;
  let police: TestPerson;
  let wish: ProposalReceipt;
  let stretchId: string;

  beforeAll(async () => {
    app = await startTestApp({ clock: new TestClock(`${thursday}T09:00:00Z`) });
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    commitment = await makeCommitment(app.dataSource, ale, { target: 30 });
    const kinds = { acceptsKinds: ['speed-check', 'idea'], requiresWish: false, target: 4 } as const;
    mopeds = await makeCommitment(app.dataSource, ale, kinds);
    police = await makeStaff(app, 'police-officer', ale);
    wish = await wishAt(app, ale, 0, { weekdays: ['fri'], hourBands: ['15-18'], roadName: 'Storgatan' });
    stretchId = (await orderOf(police, ale))[0]?.id ?? '';
  });
  afterAll(() => app.stop());

  const path = () => `/planner/${ale.slug}`;
  const turn = async (on: boolean) => {
    const { body } = await police.api.get<PlannerSettings>(`${path()}/settings`);
    return police.api.put<PlannerSettings>(`${path()}/plan`, { body: { on, version: body.version } });
  };
  const plan = (more: object = {}) =>
    police.api.post<ChangedCheck & { code: string }>(`${path()}/checks`, {
      key: true,
      body: { stretchId, plannedOn: '2026-11-27', fromHour: 15, toHour: 17, ...more },
    });
  const week = async (day = thursday) => (await police.api.get<PlanWeek>(`${path()}/weeks/${day}`)).body;
  const log = (more: object = {}) =>
    police.api.post<{ id: string }>('/activities', {
      key: true,
      body: {
        commitmentId: commitment.id,
        occurredOn: thursday,
        publicText: 'Vi mätte.',
        proposalReferences: [wish.reference],
        ...more,
      },
    });
  const stored = async () => {
    const [row] = await app.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM planned_checks WHERE municipality_id = $1',
      [ale.id],
    );
    return row?.count;
  };

  it('stores nothing until the police switch it on', async () => {
    const refused = await plan();
    expect([refused.status, refused.body.code, await stored()]).toEqual([409, 'plan.off', 0]);
    expect(await week()).toMatchObject({ on: false, checks: [], suggestions: [] });
    expect((await turn(true)).body).toMatchObject({ planOn: true, planSince: `${thursday}T09:00:00.000Z` });
    expect([(await plan()).status, await stored()]).toEqual([201, 1]);
  });

  it('knows nothing that is to be made once it is switched off', async () => {
    await turn(true);
    await plan();
    await log({ occurredOn: '2026-11-24' });
    await plan({ plannedOn: '2026-12-03' });
    expect((await turn(false)).body.planOn).toBe(false);
    const states = await app.dataSource.query<{ state: string }[]>(
      'SELECT state FROM planned_checks WHERE municipality_id = $1 ORDER BY planned_on',
      [ale.id],
    );
    expect(states.map(({ state }) => state)).toEqual(['fulfilled', 'cancelled']);
    expect(await week()).toMatchObject({ on: false, checks: [] });
    expect((await plan()).status).toBe(409);
  });

  it('tells what is left, and proposes what fits', async () => {
    await turn(true);
    const { target, suggestions } = await week();
    expect(target).toMatchObject({ target: 30, done: 0, left: 30, months: 13, perMonth: 2.3, thisWeek: 1 });
    expect(suggestions).toMatchObject([
      {
        stretchId,
        stretchName: 'Storgatan',
        plannedOn: '2026-11-27',
        fits: 1,
        told: 1,
        needed: true,
        rank: 1,
      },
    ]);
    expect(suggestions[0]?.fromHour).toBe(15);
    await plan();
    expect((await week()).suggestions).toEqual([]);
    expect((await orderOf(police, ale))[0]?.plannedOn).toBe('2026-11-27');
  });

  describe('of a stretch whose only wish can be read no more', () => {
    const listed = (isListed: boolean) =>
      app.dataSource.query('UPDATE proposals SET road_listed = $2 WHERE reference = $1', [
        wish.reference,
        isListed,
      ]);
    const seen = async () => {
      const { body } = await police.api.get<StretchDetail>(`${path()}/stretches/${stretchId}`);
      const [check] = (await week()).checks;
      return { body, check };
    };

    it('keeps its place and its road when they were open to all', async () => {
      await listed(true);
      await turn(true);
      await plan();
      await app.api().post('/follow/withdraw', { body: {}, followToken: wish.followToken });
      const { body, check } = await seen();
      expect(check).toMatchObject({ stretchId, stretchName: 'Storgatan', position: ale.center, people: 0 });
      expect(body).toMatchObject({ name: 'Storgatan', position: ale.center, wishList: [], latestAt: null });
      expect((await log({ proposalReferences: [], position: ale.center })).status).toBe(201);
      expect((await week()).checks).toMatchObject([{ state: 'fulfilled' }]);
    });

    it('tells no road that only its sender wrote', async () => {
      await listed(false);
      await turn(true);
      await plan();
      await app.api().post('/follow/withdraw', { body: {}, followToken: wish.followToken });
      expect((await seen()).check).toMatchObject({ stretchName: null, position: ale.center });
    });

    it('tells no place of a secret one, and can be opened still', async () => {
      await turn(true);
      await plan();
      const body = { version: 0, secrecyGround: 'OSL 18:1' };
      const record = await police.api.put(`/triage/proposals/${wish.reference}/record`, { body });
      expect(record.status).toBe(200);
      const told = await seen();
      expect(told.check).toMatchObject({ stretchName: null, localityName: null, position: null });
      expect(told.body).toMatchObject({ id: stretchId, name: null, position: null, wishList: [] });
    });
  });

  it('needs nothing after the last day of the promise', async () => {
    await turn(true);
    expect((await week('2027-12-29')).target).toMatchObject({ until: '2027-12-31', left: 30, thisWeek: 30 });
    const { target, suggestions } = await week('2028-01-05');
    expect([target, suggestions.some(({ needed }) => needed)]).toEqual([null, false]);
  });

  it('does not propose where no check can be made', async () => {
    await turn(true);
    const body = { version: 1, safePlace: false, limitChangeMetres: null, roadKeeper: null, note: null };
    await police.api.put(`${path()}/stretches/${stretchId}/suitability`, { body });
    expect((await week()).suggestions).toEqual([]);
  });

  it('can be changed, and what is cancelled is gone from the week', async () => {
    await turn(true);
    const { body } = await plan({ note: 'Ta med laser' });
    const moved = { version: 1, plannedOn: '2026-11-28', fromHour: 8, toHour: 9 };
    expect((await police.api.put(`${path()}/checks/${body.id}`, { body: moved })).status).toBe(200);
    expect((await week()).checks).toMatchObject([
      { plannedOn: '2026-11-28', fromHour: 8, note: 'Ta med laser', plannedBy: police.staff.name, people: 1 },
    ]);
    expect((await police.api.put(`${path()}/checks/${body.id}`, { body: moved })).status).toBe(409);
    const cancelled = await police.api.put(`${path()}/checks/${body.id}/cancelled`, { body: { version: 2 } });
    expect([cancelled.status, (await week()).checks]).toEqual([200, []]);
    const again = await police.api.put<{ code: string }>(`${path()}/checks/${body.id}/cancelled`, {
      body: { version: 3 },
    });
    expect(again.body.code).toBe('plan.ended');
    const events = await app.dataSource.query<{ type: string }[]>(
      'SELECT type FROM planned_check_events WHERE planned_check_id = $1 ORDER BY id',
      [body.id],
    );
    expect(events.map(({ type }) => type)).toEqual(['planned', 'changed', 'cancelled']);
  });

  it.each<[name: string, more: object]>([
    ['a day that has passed', { plannedOn: '2026-11-25' }],
    ['a day that is none', { plannedOn: '2026-02-30' }],
    ['an end before its beginning', { fromHour: 17, toHour: 15 }],
    ['a stretch that is not there', { stretchId: '0b9d6c1e-6f0a-4d55-9a57-2f4f3f6f1c11' }],
  ])('refuses %s', async (_name, more) => {
    await turn(true);
    expect((await plan(more)).status).toBe(422);
  });

  it('refuses a week that is none', async () => {
    expect((await police.api.get(`${path()}/weeks/snart`)).status).toBe(422);
  });

  describe('is fulfilled when its check is logged', () => {
    const states = async () => (await week()).checks.map(({ state }) => state);
    beforeEach(() => turn(true));

    it.each<[name: string, more: () => object, state: string]>([
      ['for a wish of the stretch', () => ({}), 'fulfilled'],
      ['near it, whatever it served', () => ({ proposalReferences: [], position: ale.center }), 'fulfilled'],
      [
        'elsewhere',
        () => ({ proposalReferences: [], position: [ale.center[0], ale.center[1] + 0.01] }),
        'planned',
      ],
      ['towards another commitment', () => ({ commitmentId: mopeds.id }), 'planned'],
      ['in another week', () => ({ occurredOn: '2026-11-22' }), 'planned'],
    ])('%s', async (_name, more, state) => {
      await plan();
      expect((await log(more())).status).toBe(201);
      expect(await states()).toEqual([state]);
    });

    it('once, and the one of the nearest day', async () => {
      await plan({ plannedOn: '2026-11-29' });
      await plan({ plannedOn: '2026-11-27' });
      const { body } = await log();
      const checks = (await week()).checks.map(({ plannedOn, activityId }) => [plannedOn, activityId]);
      expect(checks).toEqual([
        ['2026-11-27', body.id],
        ['2026-11-29', null],
      ]);
    });

    it('also after its stretch was merged into another', async () => {
      await wishAt(app, ale, 1000, {});
      const [first, other] = await orderOf(police, ale);
      const [into, gone] = first?.id === stretchId ? [other, first] : [first, other];
      await plan();
      const body = { version: into?.version, stretches: [{ id: gone?.id, version: gone?.version }] };
      await police.api.post(`${path()}/stretches/${into?.id ?? ''}/merges`, { key: true, body });
      expect((await week()).checks.map((each) => each.stretchId)).toEqual([into?.id]);
      await log();
      expect(await states()).toEqual(['fulfilled']);
    });
  });
});
