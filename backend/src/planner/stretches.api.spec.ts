import type { ChangedStretch } from '@lofteskartan/shared/contracts/planner';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { northOf } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { makeActivity } from '../proposals/proposal.fixture.js';
import { orderOf, wishAt } from './planner.fixture.js';

describe('a stretch', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let police: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    police = await makeStaff(app, 'police-officer', ale);
  });
  afterAll(() => app.stop());

  const order = () => orderOf(police, ale);
  const path = (id = '') => `/planner/${ale.slug}/stretches/${id}`;
  const detail = async (id?: string) => (await police.api.get<StretchDetail>(path(id))).body;
  const act = (id: string | undefined, what: string, body: object) =>
    police.api.post<ChangedStretch>(`${path(id)}/${what}`, { key: true, body });
  const wishes = async () => (await order()).map((each) => each.wishes).sort();
  const split = async (id: string | undefined, references: string[], more: object = {}) => {
    const { version } = await detail(id);
    return act(id, 'splits', { version, wishes: references, ...more });
  };

  it('tells what those who ask say, when they see it, and what lies near', async () => {
    await app.dataSource.query(
      `INSERT INTO named_places (municipality_id, type, name, position)
       VALUES ($1, 'school', 'Storskolan', ST_SetSRID(ST_MakePoint($2, $3), 4326))`,
      [ale.id, ...ale.center],
    );
    const told = { roadName: 'Storgatan', direction: 'Norrut', postedLimit: 40, problems: ['speeding'] };
    await wishAt(app, ale, 100, { ...told, weekdays: ['mon', 'fri'], hourBands: ['07-09'] });
    const answered = await wishAt(app, ale, 110, told);
    await wishAt(app, ale, 120, told);
    const officer = await makeStaff(app, 'case-officer', ale);
    const body = { to: 'answered', version: 1, publicText: 'Tack!' };
    await officer.api.post(`/triage/proposals/${answered.reference}/moves`, { body });
    const [first] = await order();
    const stretch = await detail(first?.id);
    expect(stretch).toMatchObject(Object.assign({ answered: 1, named: false }, first));
    expect(stretch.wishList.map(({ open }) => open)).toEqual([true, true, false]);
    expect(stretch.wishList.map(({ direction }) => direction)).toEqual(['Norrut', 'Norrut', 'Norrut']);
    expect([stretch.times.told, stretch.times.untold, stretch.times.counts[4]?.[8]]).toEqual([1, 1, 1]);
    expect(stretch.places).toEqual([{ name: 'Storskolan', as: 'school', distanceMetres: 100 }]);
    expect(stretch.assessment).toMatchObject({ verdict: 'not-assessed', reasons: [], assessedAt: null });
    expect(stretch.history.map(({ type, by }) => [type, by])).toEqual([['began', null]]);
  });

  it('tells of its checks before everyone may read of them', async () => {
    const commitment = await makeCommitment(app.dataSource, ale);
    const { reference } = await wishAt(app, ale, 0);
    const [wish] = await app.dataSource.query<{ id: string }[]>(
      'SELECT id FROM proposals WHERE reference = $1',
      [reference],
    );
    await makeActivity(app.dataSource, {
      commitment,
      organisationId: ale.police.id,
      accountId: police.staff.accountId,
      occurredOn: '2026-10-01',
      proposalIds: [wish?.id ?? ''],
    });
    const [first] = await order();
    expect((await detail(first?.id)).checkList).toMatchObject([
      { occurredOn: '2026-10-01', released: false },
    ]);
  });

  it('rests when nobody waits there, and keeps its history', async () => {
    const { reference } = await wishAt(app, ale, 0, { roadName: 'Storgatan' });
    const [first] = await order();
    const officer = await makeStaff(app, 'case-officer', ale);
    const body = { to: 'answered', version: 1, publicText: 'Tack!' };
    await officer.api.post(`/triage/proposals/${reference}/moves`, { body });
    expect(await order()).toEqual([]);
    expect(await detail(first?.id)).toMatchObject({ rank: 0, name: 'Storgatan', wishes: 0, answered: 1 });
  });

  it('is named, and goes back to the name of its road', async () => {
    await wishAt(app, ale, 0, { roadName: 'Storgatan' });
    const [first] = await order();
    const name = async (given: string | null) =>
      police.api.put<ChangedStretch>(`${path(first?.id)}/name`, {
        body: { version: (await detail(first?.id)).version, name: given },
      });
    const { version } = (await name(' Storgatan vid skolan ')).body;
    expect(version).toBe(2);
    expect(await detail(first?.id)).toMatchObject({ name: 'Storgatan vid skolan', named: true });
    await name(null);
    expect(await detail(first?.id)).toMatchObject({ name: 'Storgatan', named: false });
    const stale = { version: 1, name: 'Annat' };
    expect((await police.api.put(`${path(first?.id)}/name`, { body: stale })).status).toBe(409);
    expect((await detail(first?.id)).history.map(({ type, name: to }) => [type, to])).toEqual([
      ['named', null],
      ['named', 'Storgatan vid skolan'],
      ['began', null],
    ]);
  });

  describe('is split', () => {
    it('and stays so, and is whole again when that is taken back', async () => {
      const sent = [await wishAt(app, ale, 0), await wishAt(app, ale, 50), await wishAt(app, ale, 100)];
      const [first] = await order();
      const made = await split(first?.id, [sent[0]?.reference ?? ''], { name: 'Södra delen' });
      expect([made.status, await wishes()]).toEqual([201, [1, 2]]);
      expect((await detail(made.body.id)).name).toBe('Södra delen');
      await wishAt(app, ale, -40);
      expect((await detail(made.body.id)).wishes).toBe(2);
      const { history, version } = await detail(first?.id);
      expect(history[0]).toMatchObject({ type: 'split', wishes: 1, name: 'Södra delen', undoable: true });
      const undone = await act(first?.id, 'undoings', { version, event: history[0]?.event });
      expect([undone.status, await wishes()]).toEqual([200, [1, 3]]);
      const again = { version: undone.body.version, event: history[0]?.event };
      expect((await act(first?.id, 'undoings', again)).status).toBe(422);
    });

    it('and stays so when what was left is corrected', async () => {
      const sent = [await wishAt(app, ale, 0), await wishAt(app, ale, 50), await wishAt(app, ale, 100)];
      const [first] = await order();
      const made = await split(first?.id, [sent[0]?.reference ?? '']);
      app.clock.advance({ minutes: 5 });
      const officer = await makeStaff(app, 'case-officer', ale);
      const body = { version: 1, reason: 'Lite fel', position: northOf(ale.center, 20) };
      await officer.api.post(`/triage/proposals/${sent[1]?.reference ?? ''}/corrections`, { body });
      const after = (await order()).map(({ id, wishes: count }) => [id, count]);
      expect(after.sort()).toEqual(
        [
          [first?.id, 2],
          [made.body.id, 1],
        ].sort(),
      );
    });

    it('but not of wishes that are not there, or of all', async () => {
      const { reference } = await wishAt(app, ale, 0);
      const far = await wishAt(app, ale, 2000);
      const [first] = (await order()).filter(({ position }) => position[1] < ale.center[1] + 0.01);
      const refused = [await split(first?.id, [far.reference]), await split(first?.id, [reference])];
      expect(refused.map(({ status }) => status)).toEqual([422, 422]);
      const stale = { version: 7, wishes: [reference] };
      expect((await act(first?.id, 'splits', stale)).status).toBe(409);
    });
  });

  describe('is merged with others', () => {
    it('and apart again when that is taken back', async () => {
      await wishAt(app, ale, 0);
      await wishAt(app, ale, 1000);
      const [first, other] = await order();
      const stretches = [{ id: other?.id, version: other?.version }];
      const merged = await act(first?.id, 'merges', { version: first?.version, stretches });
      expect([merged.status, await wishes()]).toEqual([200, [2]]);
      expect((await police.api.get(path(other?.id))).status).toBe(404);
      await wishAt(app, ale, 1100);
      expect(await wishes()).toEqual([3]);
      const { history, version } = await detail(first?.id);
      await act(first?.id, 'undoings', { version, event: history[0]?.event });
      expect((await detail(other?.id)).wishes).toBe(1);
      expect((await detail(first?.id)).wishes).toBe(2);
    });

    it('but not with itself, with one of another municipality, or with one that has changed', async () => {
      const elsewhere = await makeMunicipality(app.dataSource);
      await wishAt(app, elsewhere, 0);
      const [foreign] = await orderOf(await makeStaff(app, 'police-officer', elsewhere), elsewhere);
      await wishAt(app, ale, 0);
      await wishAt(app, ale, 1000);
      const [first, other] = await order();
      const merge = async (id: string | undefined, version: number | undefined) =>
        (await act(first?.id, 'merges', { version: first?.version, stretches: [{ id, version }] })).status;
      expect(await merge(first?.id, first?.version)).toBe(422);
      expect(await merge(foreign?.id, foreign?.version)).toBe(422);
      expect(await merge(other?.id, 9)).toBe(409);
    });
  });
});
