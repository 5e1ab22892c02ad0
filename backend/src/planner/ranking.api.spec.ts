import type { PlannerSettings, RankPreview, StretchRanking } from '@lofteskartan/shared/contracts/planner';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { DEFAULT_WEIGHTS } from '@lofteskartan/shared/planner';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { emptyDetails, northOf } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { makeActivity } from '../proposals/proposal.fixture.js';
import { orderOf, support, supportersConfirm, wishAt } from './planner.fixture.js';

const storgatan = { roadName: 'Storgatan' };

describe('stretches in their order', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let commitment: TestCommitment;
  let police: TestPerson;
  let officer: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    commitment = await makeCommitment(app.dataSource, ale);
    police = await makeStaff(app, 'police-officer', ale);
    officer = await makeStaff(app, 'case-officer', ale);
  });
  afterAll(() => app.stop());

  const order = () => orderOf(police, ale);
  const idOf = async (reference: string): Promise<string> => {
    const [row] = await app.dataSource.query<{ id: string }[]>(
      'SELECT id FROM proposals WHERE reference = $1',
      [reference],
    );
    return row?.id ?? '';
  };
  const check = async (references: string[], occurredOn: string) =>
    makeActivity(app.dataSource, {
      commitment,
      organisationId: ale.police.id,
      accountId: police.staff.accountId,
      occurredOn,
      proposalIds: await Promise.all(references.map(idOf)),
    });
  const move = (reference: string, body: object) =>
    officer.api.post(`/triage/proposals/${reference}/moves`, { body });

  describe('gathers wishes', () => {
    it.each<[name: string, wishes: [metres: number, details: object][], stretches: number[]]>([
      [
        'along one road',
        [
          [0, storgatan],
          [350, storgatan],
          [700, storgatan],
        ],
        [3],
      ],
      [
        'along one road, apart',
        [
          [0, storgatan],
          [600, storgatan],
        ],
        [1, 1],
      ],
      [
        'whatever the case of its letters',
        [
          [0, storgatan],
          [300, { roadName: ' STORGATAN ' }],
        ],
        [2],
      ],
      [
        'near each other, without a road',
        [
          [0, {}],
          [140, {}],
        ],
        [2],
      ],
      [
        'apart, without a road',
        [
          [0, {}],
          [170, {}],
        ],
        [1, 1],
      ],
      [
        'a road that is not listed goes with the near one',
        [
          [0, storgatan],
          [100, { roadName: 'Storg.' }],
        ],
        [2],
      ],
      [
        'a road that is not listed, by its name',
        [
          [0, { roadName: 'Stigen' }],
          [350, { roadName: 'Stigen' }],
        ],
        [2],
      ],
    ])('%s', async (_name, wishes, stretches) => {
      for (const [metres, details] of wishes) await wishAt(app, ale, metres, details);
      expect((await order()).map(({ wishes: count }) => count)).toEqual(stretches);
    });

    it('and not those of other kinds, other municipalities, or without a place', async () => {
      await wishAt(app, await makeMunicipality(app.dataSource), 0, storgatan);
      expect(await order()).toEqual([]);
    });

    it('and a stretch lives on while its wishes change', async () => {
      const first = await wishAt(app, ale, 0, storgatan);
      const [before] = await order();
      const second = await wishAt(app, ale, 300, storgatan);
      await move(first.reference, { to: 'answered', version: 1, publicText: 'Tack!' });
      const [after, ...others] = await order();
      expect([after?.id, after?.wishes, others]).toEqual([before?.id, 1, []]);
      await move(second.reference, { to: 'hidden', version: 1 });
      expect(await order()).toEqual([]);
      await wishAt(app, ale, 310, storgatan);
      expect((await order()).map(({ id }) => id)).toEqual([before?.id]);
    });

    it('and one that comes within reach through another joins too', async () => {
      await wishAt(app, ale, 0, storgatan);
      const [before] = await order();
      await wishAt(app, ale, 700, storgatan);
      await wishAt(app, ale, 350, storgatan);
      expect((await order()).map(({ id, wishes }) => [id, wishes])).toEqual([[before?.id, 3]]);
    });

    const correct = async (reference: string, what: object) => {
      app.clock.advance({ minutes: 5 });
      const body = { version: 1, reason: 'Fel', ...what };
      const { status } = await officer.api.post(`/triage/proposals/${reference}/corrections`, { body });
      expect(status).toBe(200);
    };
    const [near, far] = [() => northOf(ale.center, 600), () => northOf(ale.center, 2200)];

    it('anew when a place is corrected', async () => {
      const { reference } = await wishAt(app, ale, 0, storgatan);
      await wishAt(app, ale, 100, storgatan);
      expect((await order()).map(({ wishes }) => wishes)).toEqual([2]);
      await correct(reference, { position: far() });
      expect((await order()).map(({ wishes }) => wishes)).toEqual([1, 1]);
    });

    const speedCheck = (details: object) => ({
      kind: 'speed-check',
      details: { ...emptyDetails['speed-check'], ...storgatan, ...details },
    });
    it.each<[name: string, correction: () => object]>([
      ['limit', () => speedCheck({ postedLimit: 40 })],
      ['road', () => speedCheck({ roadName: 'Nygatan' })],
      ['place', () => ({ position: far() })],
    ])('and a stretch goes on when the %s of its only wish is corrected', async (_name, correction) => {
      const { reference } = await wishAt(app, ale, 0, storgatan);
      const [before] = await order();
      await correct(reference, correction());
      expect((await order()).map(({ id, wishes }) => [id, wishes])).toEqual([[before?.id, 1]]);
    });

    it('and a stretch goes on with the first when all its wishes part', async () => {
      const sent = [await wishAt(app, ale, 0, storgatan), await wishAt(app, ale, 50, storgatan)];
      const [before] = await order();
      await correct(sent[0]?.reference ?? '', { position: near() });
      await correct(sent[1]?.reference ?? '', { position: far() });
      const after = (await order()).map(({ id }) => id);
      expect([after.length, after.includes(before?.id ?? '')]).toEqual([2, true]);
    });

    it('and a stretch whose only wish turns out to lie on another is merged into that', async () => {
      await wishAt(app, ale, 600, storgatan);
      const [other] = await order();
      const { reference } = await wishAt(app, ale, 0, storgatan);
      const emptied = (await order()).find(({ id }) => id !== other?.id);
      await correct(reference, { position: near() });
      expect((await order()).map(({ id, wishes }) => [id, wishes])).toEqual([[other?.id, 2]]);
      const path = `/planner/${ale.slug}/stretches/${other?.id ?? ''}`;
      const { history, version } = (await police.api.get<StretchDetail>(path)).body;
      expect(history[0]).toMatchObject({ type: 'merged', by: null, wishes: 1, undoable: true });
      const undoing = { version, event: history[0]?.event };
      expect((await police.api.post(`${path}/undoings`, { key: true, body: undoing })).status).toBe(200);
      expect((await order()).map(({ id }) => id).sort()).toEqual([emptied?.id, other?.id].sort());
    });
  });

  describe('counts people', () => {
    it('each once, whatever they asked for and supported', async () => {
      const neighbour = app.api();
      const one = await wishAt(app, ale, 0, storgatan);
      const other = await wishAt(app, ale, 200, storgatan);
      await support(app, one.reference, 2);
      await support(app, one.reference, 1, neighbour);
      await support(app, other.reference, 1, neighbour);
      expect((await order()).map(({ wishes, people }) => [wishes, people])).toEqual([[2, 5]]);
    });

    it('also who confirmed an address for one of the wishes that they support', async () => {
      const neighbour = app.api();
      const one = await wishAt(app, ale, 0, storgatan);
      const other = await wishAt(app, ale, 200, storgatan);
      await support(app, one.reference, 1, neighbour);
      await support(app, other.reference, 1, neighbour);
      await supportersConfirm(app, one.reference);
      const [stretch] = await order();
      expect(stretch?.people).toBe(3);
    });

    it('also when staff have gathered what they sent', async () => {
      const one = await wishAt(app, ale, 0, storgatan);
      const other = await wishAt(app, ale, 50, storgatan);
      const members = [{ reference: other.reference, version: 1 }];
      const path = `/triage/cases/${one.reference}/members`;
      await officer.api.post(path, { key: true, body: { version: 1, members } });
      expect((await order()).map(({ people }) => people)).toEqual([2]);
      await move(one.reference, { to: 'answered', version: 1, publicText: 'Tack!' });
      expect(await order()).toEqual([]);
    });

    it('not behind what is withdrawn, hidden, secret or with somebody else', async () => {
      const sent = (metres: number) => wishAt(app, ale, metres, storgatan);
      const [withdrawn, hidden, secret] = [await sent(0), await sent(20), await sent(40)];
      const [referred] = [await sent(60), await sent(80)];
      expect((await order()).map(({ wishes }) => wishes)).toEqual([5]);
      await app.api().post('/follow/withdraw', { body: {}, followToken: withdrawn.followToken });
      await move(hidden.reference, { to: 'hidden', version: 1 });
      const record = { version: 0, secrecyGround: 'OSL 18:1' };
      await police.api.put(`/triage/proposals/${secret.reference}/record`, { body: record });
      const elsewhere = { to: 'referred', publicText: 'Deras väg', responsible: 'Trafikverket' };
      await move(referred.reference, { ...elsewhere, version: 1 });
      expect((await order()).map(({ wishes, people }) => [wishes, people])).toEqual([[1, 1]]);
    });
  });

  describe('tells why', () => {
    it('in reasons with their values', async () => {
      const details = { ...storgatan, near: ['school'], postedLimit: 30, problems: ['moped'] };
      const { reference } = await wishAt(app, ale, 0, details);
      await check([reference], '2026-10-01');
      const [stretch] = await order();
      expect(stretch).toMatchObject({
        name: 'Storgatan',
        locality: 'centrum',
        rank: 1,
        postedLimit: 30,
        problems: ['moped'],
        near: ['school'],
        checks: 1,
        lastCheckOn: '2026-10-01',
        suitability: 'not-assessed',
      });
      expect(stretch?.reasons.map(({ code }) => code).sort()).toEqual([
        'checked',
        'locality-none',
        'low-limit',
        'not-assessed',
        'people',
        'school',
      ]);
    });

    it('with the schools and stops of the place list', async () => {
      await app.dataSource.query(
        `INSERT INTO named_places (municipality_id, type, name, position) VALUES
           ($1, 'school', 'Förskolan Ekorren', ST_SetSRID(ST_MakePoint($2, $3), 4326)),
           ($1, 'station', 'Nol station', ST_SetSRID(ST_MakePoint($2, $3 + 0.1), 4326))`,
        [ale.id, ...ale.center],
      );
      await wishAt(app, ale, 200, storgatan);
      expect((await order()).map(({ near }) => near)).toEqual([['preschool']]);
    });

    it('with checks that were made near, whatever they were said to serve', async () => {
      await wishAt(app, ale, 100, storgatan);
      const id = await check([], '2026-11-01');
      await app.dataSource.query(
        'UPDATE activities SET position = ST_SetSRID(ST_MakePoint($2, $3), 4326) WHERE id = $1',
        [id, ...ale.center],
      );
      expect((await order()).map(({ checks, lastCheckOn }) => [checks, lastCheckOn])).toEqual([
        [1, '2026-11-01'],
      ]);
    });
  });

  it('is told in pages, and by locality with the places of the whole', async () => {
    for (const metres of [0, 1000, 2000]) await wishAt(app, ale, metres);
    const read = async (query: object) =>
      (await police.api.get<StretchRanking>(`/planner/${ale.slug}/stretches`, { query: { ...query } })).body;
    const first = await read({ limit: 2 });
    const rest = await read({ limit: 2, cursor: first.nextCursor });
    expect([first.items, rest.items].map((items) => items.map(({ rank }) => rank))).toEqual([[1, 2], [3]]);
    expect([first.total, rest.nextCursor]).toEqual([3, null]);
    expect((await read({ locality: 'centrum' })).items).toHaveLength(3);
    expect((await read({ locality: 'annan' })).items).toEqual([]);
  });

  describe('follows weights', () => {
    const weights = {
      ...DEFAULT_WEIGHTS,
      demand: 0,
      surroundings: 100,
      sinceCheck: 0,
      balance: 0,
      suitability: 0,
    };
    const settings = () => police.api.get<PlannerSettings>(`/planner/${ale.slug}/settings`);

    it('that are tried first, and then set', async () => {
      const wanted = await wishAt(app, ale, 0);
      await support(app, wanted.reference, 8);
      await wishAt(app, ale, 1000, { near: ['bus-stop'] });
      const before = await order();
      const tried = await police.api.post<RankPreview>(`/planner/${ale.slug}/weight-previews`, {
        body: { weights },
      });
      expect(tried.body.items.map(({ id, rankNow, rankThen }) => [id, rankNow, rankThen])).toEqual([
        [before[1]?.id, 2, 1],
        [before[0]?.id, 1, 2],
      ]);
      expect([tried.body.moved, tried.body.total]).toEqual([2, 2]);
      expect((await settings()).body).toMatchObject({ weights: DEFAULT_WEIGHTS, version: 0 });
      const body = { version: 0, weights };
      const set = await police.api.put<PlannerSettings>(`/planner/${ale.slug}/weights`, { body });
      expect([set.status, set.body.weights, set.body.version]).toEqual([200, weights, 1]);
      expect((await order()).map(({ id }) => id)).toEqual([before[1]?.id, before[0]?.id]);
      expect((await police.api.put(`/planner/${ale.slug}/weights`, { body })).status).toBe(409);
      const events = await app.dataSource.query<{ type: string }[]>(
        'SELECT type FROM planner_setting_events WHERE municipality_id = $1',
        [ale.id],
      );
      expect(events).toEqual([{ type: 'weights' }]);
    });

    it('but not such that demand alone decides', async () => {
      const body = { version: 0, weights: { ...weights, demand: 100, surroundings: 99 } };
      const { status, body: problem } = await police.api.put<{ errors: { field: string; code: string }[] }>(
        `/planner/${ale.slug}/weights`,
        { body },
      );
      expect([status, problem.errors.map(({ field, code }) => [field, code])]).toEqual([
        422,
        [['weights.demand', 'decidesAlone']],
      ]);
      const tried = await police.api.post(`/planner/${ale.slug}/weight-previews`, {
        body: { weights: body.weights },
      });
      expect(tried.status).toBe(422);
    });
  });

  it('is for the police of the municipality alone', async () => {
    const elsewhere = await makeStaff(app, 'police-officer', await makeMunicipality(app.dataSource));
    const coordinator = await makeStaff(app, 'coordinator', ale);
    const statuses = [];
    for (const { api } of [police, officer, coordinator, elsewhere])
      statuses.push((await api.get(`/planner/${ale.slug}/stretches`)).status);
    expect(statuses).toEqual([200, 403, 403, 404]);
  });
});
