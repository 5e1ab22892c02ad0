import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { Commitment, CountProgress } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { Position } from '@lofteskartan/shared/position';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import {
  makeMunicipality,
  makeOrganisation,
  type TestMunicipality,
} from '../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

let app: TestApp;
let town: TestMunicipality;
let checks: TestCommitment;
let officer: TestPerson;
let coordinator: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  checks = await makeCommitment(app.dataSource, town);
  officer = await makeStaff(app, 'police-officer', town);
  coordinator = await makeStaff(app, 'coordinator', town);
});
afterAll(() => app.stop());

const east = (metres: number): Position => [
  town.center[0] + metres / (111_320 * Math.cos((town.center[1] * Math.PI) / 180)),
  town.center[1],
];

/** A resident's wish for a speed check, sent at a moment. */
async function wish(at = '2026-10-01T10:00:00Z', position: Position = town.center): Promise<string> {
  const now = app.clock.now();
  app.clock.set(at);
  const details = { weekdays: [], hourBands: [], problems: ['speeding'], near: [] };
  const body = { kind: 'speed-check', position, details };
  const answer = await app.api().post<{ reference: string }>('/proposals', { key: true, body });
  expect(answer.status).toBe(201);
  app.clock.set(now);
  return answer.body.reference;
}

const logged = (more: object = {}) => ({
  commitmentId: checks.id,
  occurredOn: '2026-11-18',
  publicText: 'Vi kontrollerade hastigheten.',
  ...more,
});

async function log(more: object = {}, by: TestPerson = officer): Promise<StaffActivity> {
  const answer = await by.api.post<StaffActivity>('/activities', { key: true, body: logged(more) });
  expect(answer.status).toBe(201);
  return answer.body;
}

it('one who was too late reads the activity as it is now, and saves from there; another town’s is not there', async () => {
  const { id, version } = await log();
  const change = (publicText: string, from: number) =>
    officer.api.patch<StaffActivity & ProblemBody>(`/activities/${id}`, {
      body: { publicText, version: from },
    });
  await coordinator.api.patch(`/activities/${id}`, { body: { publicText: 'Samordnarens ord.', version } });
  expect((await change('Mina ord.', version)).body.code).toBe('version.stale');
  const now = (await officer.api.get<StaffActivity>(`/activities/${id}`)).body;
  expect(now).toMatchObject({ publicText: 'Samordnarens ord.', version: version + 1 });
  expect((await change('Mina ord.', now.version)).body.publicText).toBe('Mina ord.');
  const foreigner = await makeStaff(app, 'police-officer', await makeMunicipality(app.dataSource));
  expect((await foreigner.api.get(`/activities/${id}`)).status).toBe(404);
});

async function confirm(id: string, by: TestPerson = coordinator): Promise<StaffActivity> {
  const answer = await by.api.post<StaffActivity>(`/activities/${id}/confirm`, { body: {} });
  expect(answer.status).toBe(200);
  return answer.body;
}

const progress = async (by = app.api()): Promise<CountProgress> =>
  (await by.get<Commitment>(`/commitments/${checks.id}`)).body.progress as CountProgress;
const story = async (reference: string): Promise<ProposalStory> =>
  (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body;

describe('from a wish to a kept promise', () => {
  it('a check is logged, confirmed, released, and seen by everyone', async () => {
    const reference = await wish();
    const activity = await log({ proposalReferences: [reference], result: { measured: 120, reported: 7 } });
    expect(activity).toMatchObject({
      state: 'awaiting-confirmation',
      counts: true,
      whyNot: null,
      position: town.center,
      locality: 'centrum',
      releaseAt: '2026-11-19T23:00:00.000Z',
    });
    expect((await progress()).done).toBe(0);
    expect(await confirm(activity.id)).toMatchObject({ state: 'released', allowed: ['change'] });
    expect((await progress()).done).toBe(1);
    const told = await story(reference);
    expect(told).toMatchObject({ status: 'done', doneOn: '2026-11-18' });
    expect(told.activities).toMatchObject([
      { id: activity.id, occurredOn: '2026-11-18', proposalReferences: [reference], counts: true },
    ]);
  });

  it('one check that serves many wishes counts once', async () => {
    const references = [await wish(), await wish(), await wish('2026-11-01T10:00:00Z', east(300))];
    await confirm((await log({ proposalReferences: references })).id);
    expect((await progress()).done).toBe(1);
    for (const reference of references) expect((await story(reference)).status).toBe('done');
  });

  it('an opening balance is added, and what it covers cannot be logged again', async () => {
    const opening = { count: 12, asOf: '2025-03-31', source: 'Polisens egen sammanställning' };
    checks = await makeCommitment(app.dataSource, town, { opening });
    const reference = await wish('2025-03-01T10:00:00Z');
    const proposalReferences = [reference];
    const early = await officer.api.post<ProblemBody>('/activities', {
      key: true,
      body: logged({ occurredOn: '2025-03-31', proposalReferences }),
    });
    expect([early.status, early.body.errors?.[0]?.code]).toEqual([422, 'inTheOpening']);
    await confirm((await log({ occurredOn: '2025-04-01', proposalReferences })).id);
    expect(await progress()).toMatchObject({ done: 13, opening });
  });
});

describe('whether a check counts', () => {
  const rows: [string, string | null, number, string | null][] = [
    ['a wish some weeks before, 300 m away', '2026-10-01T10:00:00Z', 300, null],
    ['no wish', null, 0, 'wish.missing'],
    ['a wish late on the day of the check', '2026-11-18T22:59:00Z', 0, null],
    ['a wish just after that midnight in Stockholm', '2026-11-18T23:01:00Z', 0, 'wish.too-late'],
    ['a wish 990 m away', '2026-10-01T10:00:00Z', 990, null],
    ['a wish 1,010 m away', '2026-10-01T10:00:00Z', 1010, 'wish.too-far'],
    ['a wish 24 months old to the day', '2024-11-17T23:01:00Z', 0, null],
    ['a wish a day older', '2024-11-17T22:59:00Z', 0, 'wish.too-old'],
  ];
  it.each(rows)('%s', async (_name, at, metres, whyNot) => {
    const proposalReferences = at === null ? [] : [await wish(at, east(metres))];
    const activity = await log({ position: town.center, proposalReferences });
    expect(activity).toMatchObject({ counts: whyNot === null, whyNot });
    await confirm(activity.id);
    const { done, notCounted } = await progress();
    expect(done).toBe(whyNot === null ? 1 : 0);
    expect(notCounted).toEqual(whyNot === null ? [] : [{ reason: whyNot, count: 1 }]);
  });

  it('is looked at again when a wish was corrected before the confirmation', async () => {
    const reference = await wish('2026-10-01T10:00:00Z', east(1500));
    const activity = await log({ position: town.center, proposalReferences: [reference] });
    expect(activity.whyNot).toBe('wish.too-far');
    await app.dataSource.query(
      'UPDATE proposals SET position = ST_SetSRID(ST_MakePoint($2, $3), 4326) WHERE reference = $1',
      [reference, ...town.center],
    );
    expect(await confirm(activity.id)).toMatchObject({ counts: true, whyNot: null });
  });
});

describe('what is wrong with an activity', () => {
  it('a place elsewhere and more reported than measured are refused, when it is logged and when it is changed', async () => {
    const elsewhere = (await makeMunicipality(app.dataSource)).center;
    const wrong: [object, string][] = [
      [{ position: elsewhere }, 'position otherMunicipality'],
      [{ position: [0, 0] }, 'position outside'],
      [{ result: { measured: 5, reported: 6 } }, 'result.reported tooLarge'],
    ];
    const { id } = await log({ position: town.center });
    for (const [content, fault] of wrong) {
      for (const answer of [
        await officer.api.post<ProblemBody>('/activities', { key: true, body: logged(content) }),
        await officer.api.patch<ProblemBody>(`/activities/${id}`, { body: content }),
      ]) {
        expect(answer.status).toBe(422);
        expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([fault]);
      }
    }
  });
});

describe('who may do what', () => {
  const post = (by: TestPerson, path: string, body: object = {}) =>
    by.api.post<ProblemBody>(path, { key: true, body });
  const elsewhere = () => makeMunicipality(app.dataSource);

  it('logging: own organisation’s commitments, and coordinators for any owner with a note', async () => {
    const caseOfficer = await makeStaff(app, 'case-officer', town);
    const admin = await makeStaff(app, 'admin', town);
    const foreign = await makeStaff(app, 'police-officer', await elsewhere());
    const named = { onBehalfOf: town.police.slug };
    const rows: [TestPerson, object, number, string | null][] = [
      [officer, {}, 201, null],
      [caseOfficer, {}, 403, null],
      [admin, {}, 403, null],
      [foreign, {}, 404, null],
      [coordinator, {}, 422, 'onBehalfOf'],
      [coordinator, named, 422, 'sourceNote'],
      [coordinator, { ...named, sourceNote: 'Mejl från kommunpolisen' }, 201, null],
      [coordinator, { onBehalfOf: town.office.slug, sourceNote: 'Mejl' }, 422, 'onBehalfOf'],
    ];
    for (const [by, more, status, field] of rows) {
      const answer = await post(by, '/activities', logged(more));
      expect([answer.status, answer.body.errors?.[0]?.field ?? null]).toEqual([status, field]);
    }
  });

  it('confirming: the coordinator of the municipality, nobody else, and once', async () => {
    const { id } = await log();
    const foreign = await makeStaff(app, 'coordinator', await elsewhere());
    expect((await post(officer, `/activities/${id}/confirm`)).status).toBe(403);
    expect((await post(foreign, `/activities/${id}/confirm`)).status).toBe(404);
    expect((await post(coordinator, `/activities/${id}/confirm`)).status).toBe(200);
    const again = await post(coordinator, `/activities/${id}/confirm`);
    expect([again.status, again.body.code]).toEqual([409, 'activity.alreadyConfirmed']);
  });

  it('releasing early: an officer of the organisation that did it, nobody else', async () => {
    const proposalReferences = [await wish()];
    const { id } = await log({ occurredOn: '2026-11-20', proposalReferences });
    const unconfirmed = await post(officer, `/activities/${id}/release`);
    expect([unconfirmed.status, unconfirmed.body.code]).toEqual([409, 'activity.notConfirmed']);
    await confirm(id);
    const otherPolice = await makeOrganisation(app.dataSource, 'police', town.id);
    const neighbour = await makeStaff(app, 'police-officer', { ...town, police: otherPolice });
    const foreign = await makeStaff(app, 'police-officer', await elsewhere());
    expect((await post(neighbour, `/activities/${id}/release`)).status).toBe(403);
    expect((await post(coordinator, `/activities/${id}/release`)).status).toBe(403);
    expect((await post(foreign, `/activities/${id}/release`)).status).toBe(404);
    expect((await progress()).done).toBe(0);
    expect((await post(officer, `/activities/${id}/release`)).status).toBe(200);
    expect((await progress()).done).toBe(1);
    const again = await post(officer, `/activities/${id}/release`);
    expect([again.status, again.body.code]).toEqual([409, 'activity.alreadyReleased']);
    app.clock.advance({ days: 3 });
    expect(await app.runJobs()).not.toContain('release-activity');
  });

  it('changing: who did it until it is confirmed, then the coordinator with a reason', async () => {
    const { id } = await log();
    const patch = (by: TestPerson, body: object) => by.api.patch<ProblemBody>(`/activities/${id}`, { body });
    const otherPolice = await makeOrganisation(app.dataSource, 'police', town.id);
    const neighbour = await makeStaff(app, 'police-officer', { ...town, police: otherPolice });
    expect((await patch(neighbour, { publicText: 'Ny' })).status).toBe(403);
    expect((await patch(officer, { publicText: 'Ny text' })).status).toBe(200);
    await confirm(id);
    expect((await patch(officer, { publicText: 'Nyare' })).status).toBe(403);
    const without = await patch(coordinator, { publicText: 'Nyare' });
    expect([without.status, without.body.errors?.[0]?.field]).toEqual([422, 'reason']);
    expect((await patch(coordinator, { publicText: 'Nyare', reason: 'Skrivfel' })).status).toBe(200);
    const events = await app.dataSource.query(
      'SELECT type, reason, changes FROM activity_events WHERE activity_id = $1 ORDER BY id',
      [id],
    );
    expect(events.map((event: { type: string }) => event.type)).toEqual([
      'logged',
      'changed',
      'confirmed',
      'released',
      'changed',
    ]);
    expect(events[4]).toMatchObject({
      reason: 'Skrivfel',
      changes: { publicText: { from: 'Ny text', to: 'Nyare' } },
    });
  });
});

describe('what is wrong with an activity', () => {
  it('is told field by field, all at once', async () => {
    const withdrawn = await wish();
    await app.dataSource.query(`UPDATE proposals SET status = 'withdrawn' WHERE reference = $1`, [withdrawn]);
    const good = await wish();
    const answer = await officer.api.post<ProblemBody>('/activities', {
      key: true,
      body: logged({
        occurredOn: '2026-11-21',
        locality: 'ingenstans',
        proposalReferences: [good, withdrawn, 'XXX-22222'],
        result: { milestoneId: '00000000-0000-4000-8000-000000000000' },
      }),
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'occurredOn inTheFuture',
      'proposalReferences[1] proposalNotShown',
      'proposalReferences[2] proposalUnknown',
      'locality invalid',
      'result.milestoneId invalid',
    ]);
  });

  it('another municipality’s proposal is unknown here', async () => {
    const here = town;
    town = await makeMunicipality(app.dataSource);
    const foreign = await wish();
    town = here;
    const body = logged({ proposalReferences: [foreign] });
    const answer = await officer.api.post<ProblemBody>('/activities', { key: true, body });
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([422, 'proposalUnknown']);
  });

  it.each([
    ['2024-12-31', 'beforeThePromise'],
    ['2026-02-29', 'notADate'],
  ])('%s: %s', async (occurredOn, code) => {
    const answer = await officer.api.post<ProblemBody>('/activities', {
      key: true,
      body: logged({ occurredOn }),
    });
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([422, code]);
  });

  it('a stale version', async () => {
    const { id, version } = await log();
    const body = { version, publicText: 'Ny text' };
    expect((await officer.api.patch(`/activities/${id}`, { body })).status).toBe(200);
    const stale = await officer.api.patch<ProblemBody>(`/activities/${id}`, { body });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
  });

  it('the same key logs it once', async () => {
    const first = await officer.api.post<StaffActivity>('/activities', {
      key: 'samma-nyckel',
      body: logged(),
    });
    const second = await officer.api.post<StaffActivity>('/activities', {
      key: 'samma-nyckel',
      body: logged(),
    });
    expect(second.body).toEqual(first.body);
    const other = await officer.api.post('/activities', {
      key: 'samma-nyckel',
      body: logged({ publicText: 'En annan' }),
    });
    expect(other.status).toBe(409);
  });
});

describe('a change after confirmation', () => {
  it('moves what is public, and adds proposals but takes none away', async () => {
    const [first, second] = [await wish(), await wish()];
    const { id } = await log({ proposalReferences: [first] });
    await confirm(id);
    const before = (await app.api().get<Commitment>(`/commitments/${checks.id}`)).body.updatedAt;
    app.clock.advance({ hours: 1 });
    const refused = await coordinator.api.patch<ProblemBody>(`/activities/${id}`, {
      body: { proposalReferences: [second], reason: 'Fel förslag' },
    });
    expect([refused.status, refused.body.errors?.[0]?.code]).toEqual([422, 'linkIsFinal']);
    const body = { proposalReferences: [first, second], publicText: 'Rättad text', reason: 'Ett till' };
    expect((await coordinator.api.patch(`/activities/${id}`, { body })).status).toBe(200);
    const told = await story(second);
    expect(told.status).toBe('done');
    expect(told.activities[0]).toMatchObject({
      publicText: 'Rättad text',
      proposalReferences: [first, second],
    });
    const after = (await app.api().get<Commitment>(`/commitments/${checks.id}`)).body;
    expect(new Date(after.updatedAt).getTime()).toBeGreaterThan(new Date(before).getTime());
    expect((after.progress as CountProgress).done).toBe(1);
  });
});

describe('lists', () => {
  it('staff read those of their own municipalities by state, page by page', async () => {
    const made: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      app.clock.advance({ minutes: 1 });
      made.unshift((await log()).id);
    }
    await confirm(made[0]!);
    const foreign = await makeStaff(app, 'coordinator', await makeMunicipality(app.dataSource));
    const ids = async (by: TestPerson, query: Record<string, string | number>) =>
      (await by.api.get<{ items: StaffActivity[] }>('/activities', { query })).body.items.map(({ id }) => id);
    expect(await ids(officer, {})).toEqual(made);
    expect(await ids(officer, { state: 'awaiting-confirmation' })).toEqual(made.slice(1));
    expect(await ids(officer, { state: 'released' })).toEqual(made.slice(0, 1));
    expect(await ids(officer, { municipality: town.slug })).toEqual(made);
    expect(await ids(foreign, {})).toEqual([]);
    expect(await ids(foreign, { municipality: town.slug })).toEqual([]);
    const page = await officer.api.get<{ nextCursor: string }>('/activities', { query: { limit: 2 } });
    expect(await ids(officer, { limit: 2, cursor: page.body.nextCursor })).toEqual(made.slice(2));
  });

  it('everyone reads the released ones of a commitment, latest first, page by page', async () => {
    const days = ['2026-11-10', '2026-11-12', '2026-11-11'];
    for (const occurredOn of days) await confirm((await log({ occurredOn })).id);
    await log({ occurredOn: '2026-11-13' });
    const get = (query: Record<string, string | number>) =>
      app
        .api()
        .get<{ items: { occurredOn: string }[]; nextCursor: string | null }>(
          `/commitments/${checks.id}/activities`,
          { query },
        );
    const first = (await get({ limit: 2 })).body;
    expect(first.items.map(({ occurredOn }) => occurredOn)).toEqual(['2026-11-12', '2026-11-11']);
    const second = (await get({ limit: 2, cursor: first.nextCursor ?? '' })).body;
    expect(second.items.map(({ occurredOn }) => occurredOn)).toEqual(['2026-11-10']);
    expect(second.nextCursor).toBeNull();
  });
});
