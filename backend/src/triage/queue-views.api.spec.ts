import type { KeptView, KeptViewPage, QueueViews } from '@lofteskartan/shared/contracts/queue-views';
import type { WorkSummaryPage } from '@lofteskartan/shared/contracts/staff';
import type { TriagePage } from '@lofteskartan/shared/contracts/triage';
import { BUILT_IN_VIEWS, type BuiltInView } from '@lofteskartan/shared/queue';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

describe('the views of the queue', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;
  let caseOfficer: TestPerson;
  let officer: TestPerson;

  beforeEach(async () => {
    // A Wednesday.
    app = await startTestApp({ clock: new TestClock('2026-11-18T09:00:00Z') });
    ale = await makeMunicipality(app.dataSource);
    kungalv = await makeMunicipality(app.dataSource);
    await signIn();
  });
  afterEach(() => app.stop());

  const signIn = async () => {
    caseOfficer = await makeStaff(app, 'case-officer', ale);
    officer = await makeStaff(app, 'police-officer', ale);
  };
  const send = async (kind: ProposalKind = 'speed-check', where = ale) =>
    (await submitProposal(app, { kind, position: where.center })).reference;
  const views = async (by: TestPerson, query: Record<string, string> = {}) =>
    (await by.api.get<QueueViews>('/triage/views', { query })).body;
  const counts = async (by: TestPerson) =>
    Object.fromEntries((await views(by)).builtIn.map(({ view, count }) => [view, count]));
  const list = async (by: TestPerson, query: object) =>
    (await by.api.get<TriagePage>('/triage/proposals', { query: query as Record<string, string> })).body;
  const move = async (by: TestPerson, reference: string, body: object) => {
    const answer = await by.api.post(`/triage/proposals/${reference}/moves`, { body });
    expect(answer.status).toBe(200);
  };
  const take = (by: TestPerson, reference: string, version = 1) =>
    by.api.post('/triage/assignments', {
      key: true,
      body: { accountId: by.staff.accountId, proposals: [{ reference, version }] },
    });
  const keep = (by: TestPerson, name: string, filters = '') =>
    by.api.post<KeptView & ProblemBody>('/triage/views', { key: true, body: { name, filters } });

  it('each number is what its list holds', async () => {
    const [old, reviewed, answered] = [await send(), await send(), await send()];
    await move(caseOfficer, reviewed, { to: 'under-review', version: 1 });
    await move(caseOfficer, answered, { to: 'answered', version: 1, publicText: 'Svar' });
    await app.api().post(`/proposals/${old}/reports`, { key: true, body: { reason: 'other' } });
    app.clock.advance({ hours: 8 * 24 });
    await signIn();
    const fresh = await send('idea');
    await take(caseOfficer, fresh);
    await take(caseOfficer, answered, 2);
    await take(officer, reviewed, 2);
    await send('speed-check', kungalv);
    expect(await counts(caseOfficer)).toEqual({
      mine: 1,
      ours: 1,
      new: 2,
      waiting: 3,
      overdue: 2,
      'to-call': 0,
      'body-answered': 0,
      'not-helped': 0,
      reported: 1,
    });
    expect(await counts(officer)).toMatchObject({ mine: 1, ours: 1 });
    for (const [view, filters] of Object.entries(BUILT_IN_VIEWS))
      expect([view, (await list(caseOfficer, filters)).total]).toEqual([
        view,
        (await counts(caseOfficer))[view as BuiltInView],
      ]);
    const { body } = await caseOfficer.api.get<WorkSummaryPage>('/triage/summary');
    expect(body.items).toMatchObject([{ overdue: 2, mine: 1 }]);
  });

  it('of one municipality alone, and never of a foreign one', async () => {
    const both = await makeStaff(app, 'case-officer', ale, kungalv);
    await send();
    await send('idea', kungalv);
    const newOnes = async (by: TestPerson, municipality?: TestMunicipality) =>
      (await views(by, municipality ? { municipality: municipality.slug } : {})).builtIn.find(
        ({ view }) => view === 'new',
      )?.count;
    expect(await newOnes(both)).toBe(2);
    expect(await newOnes(both, ale)).toBe(1);
    expect(await newOnes(caseOfficer)).toBe(1);
    expect(await newOnes(caseOfficer, kungalv)).toBe(0);
  });

  it('a planned check shows in no number of those who are not police', async () => {
    const commitment = await makeCommitment(app.dataSource, ale, { acceptsKinds: ['speed-check'] });
    const reference = await send();
    await move(caseOfficer, reference, { to: 'committed', version: 1, commitmentId: commitment.id });
    await take(caseOfficer, reference, 2);
    await keep(caseOfficer, 'Planerade', 'status=planned');
    await keep(caseOfficer, 'Med i löftet', 'status=committed');
    await keep(officer, 'Planerade', 'status=planned');
    const before = await views(caseOfficer);
    expect((await views(officer)).own.map(({ count }) => count)).toEqual([0]);
    await move(officer, reference, { to: 'planned', version: 3 });
    expect(await views(caseOfficer)).toEqual(before);
    expect((await views(officer)).own.map(({ count }) => count)).toEqual([1]);
  });

  it('what is due first comes first, then what waits for nothing; pages go on', async () => {
    const [late, settled] = [await send(), await send()];
    await move(caseOfficer, settled, { to: 'answered', version: 1, publicText: 'Svar' });
    app.clock.advance({ hours: 24 });
    await signIn();
    const [early, next] = [await send(), await send('idea')];
    const set = `UPDATE proposals SET answer_due_at = answer_due_at + $2::interval WHERE reference = $1`;
    await app.dataSource.query(set, [late, '1 month']);
    await app.dataSource.query(set, [next, '1 hour']);
    const walk = async (query: object) => {
      const found: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await list(caseOfficer, { ...query, sort: 'due', limit: 1, cursor });
        found.push(...page.items.map(({ reference }) => reference));
        cursor = page.nextCursor;
      }
      return found;
    };
    expect(await walk({})).toEqual([early, next, late, settled]);
    expect(await walk({ status: 'received' })).toEqual([early, next, late]);
    expect(await walk({ status: 'answered' })).toEqual([settled]);
    expect(await walk({ status: ['answered', 'received'], kind: 'speed-check' })).toEqual([
      early,
      late,
      settled,
    ]);
    const [first, , , last] = (await list(caseOfficer, { sort: 'due' })).items;
    expect([first?.overdue, last?.answerDueAt]).toEqual([false, null]);
    expect(first?.answerDueAt).toBe('2026-11-26T23:00:00.000Z');
  });

  it('what is overdue, in every order', async () => {
    const [first, second] = [await send(), await send('idea')];
    app.clock.advance({ hours: 24 * 7 });
    await signIn();
    expect((await list(caseOfficer, { deadline: 'overdue' })).items).toEqual([]);
    app.clock.advance({ hours: 24 });
    await signIn();
    await send();
    for (const sort of ['newest', 'oldest', 'due', 'most-supported']) {
      const { items, total } = await list(caseOfficer, { deadline: 'overdue', sort });
      expect([items.map(({ reference }) => reference).sort(), total]).toEqual([[first, second].sort(), 2]);
      expect(items.every(({ overdue }) => overdue)).toBe(true);
    }
    expect((await list(caseOfficer, { deadline: 'overdue', kind: 'idea' })).total).toBe(1);
    expect((await list(caseOfficer, { deadline: 'overdue', status: 'answered' })).total).toBe(0);
  });

  describe('of a person’s own', () => {
    it('are kept, renamed, put in order and removed, by that person alone', async () => {
      await send('idea');
      const filters = '?kind=idea&sort=due&limit=7&cursor=x';
      const { body: one } = await keep(caseOfficer, ' Idéer ', filters);
      const { body: two } = await keep(caseOfficer, 'Utan plats', 'placement=unplaced');
      const named = async (by: TestPerson) => (await views(by)).own.map(({ name, count }) => [name, count]);
      expect(await named(caseOfficer)).toEqual([
        ['Idéer', 1],
        ['Utan plats', 0],
      ]);
      expect(one.filters).toBe('kind=idea&sort=due');
      expect(await named(officer)).toEqual([]);

      const ids = [two.id, one.id];
      const ordered = await caseOfficer.api.put<KeptViewPage>('/triage/views/order', { body: { ids } });
      expect(ordered.body.items.map(({ id }) => id)).toEqual(ids);
      const { body } = await caseOfficer.api.patch<KeptView>(`/triage/views/${one.id}`, {
        body: { name: 'Alla idéer' },
      });
      expect(body).toEqual({ id: one.id, name: 'Alla idéer', filters: one.filters });
      expect(await named(caseOfficer)).toEqual([
        ['Utan plats', 0],
        ['Alla idéer', 1],
      ]);
      expect((await officer.api.patch(`/triage/views/${one.id}`, { body: { name: 'Min' } })).status).toBe(
        404,
      );
      expect((await officer.api.delete(`/triage/views/${one.id}`)).status).toBe(404);
      expect((await caseOfficer.api.delete(`/triage/views/${two.id}`)).status).toBe(204);
      expect((await caseOfficer.api.delete(`/triage/views/${two.id}`)).status).toBe(404);
      expect(await named(caseOfficer)).toEqual([['Alla idéer', 1]]);
    });

    it('a name is there once, and twenty are enough', async () => {
      expect((await keep(caseOfficer, 'Skolor')).status).toBe(201);
      expect((await keep(caseOfficer, 'SKOLOR')).body.code).toBe('view.exists');
      expect((await keep(officer, 'Skolor')).status).toBe(201);
      for (let index = 1; index < 20; index += 1) await keep(caseOfficer, `Vy ${String(index)}`);
      expect((await keep(caseOfficer, 'En till')).body.code).toBe('view.tooMany');
    });

    it.each<[string, object]>([
      ['no name', { name: ' ', filters: '' }],
      ['no filters', { name: 'Vy' }],
      ['an unknown filter', { name: 'Vy', filters: 'colour=red' }],
      ['an unknown status', { name: 'Vy', filters: 'status=open' }],
      ['hands that are nobody’s', { name: 'Vy', filters: 'assignee=x' }],
      ['a box of three numbers', { name: 'Vy', filters: 'bbox=1,2,3' }],
    ])('refuses %s', async (_what, body) => {
      expect((await caseOfficer.api.post('/triage/views', { key: true, body })).status).toBe(422);
    });
  });
});
