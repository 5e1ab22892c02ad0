import type { DarkPlace } from '@lofteskartan/shared/contracts/dark-places';
import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { WheelItem, YearlyWheel } from '@lofteskartan/shared/contracts/yearly-wheel';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment } from '../../../test/support/promise.js';
import { submitProposal } from '../../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { DoneRepository } from '../../situation/done.repository.js';

let app: TestApp;
let town: TestMunicipality;
let officer: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  officer = await makeStaff(app, 'case-officer', town);
});
afterAll(() => app.stop());

const cutting = {
  kind: 'cutting',
  title: 'Klippning och röjning',
  unit: 'month',
  due: [5, 9],
  everyYears: 1,
  startsOn: '2026-01-01',
  places: [] as string[],
};
const place = async (name: string, more: object = {}): Promise<StaffPlace> => {
  const body = {
    municipality: town.slug,
    name,
    position: town.center,
    causes: ['vegetation'],
    when: [],
    seasons: [],
    isPublic: true,
    ...more,
  };
  const made = await officer.api.post<StaffPlace>('/inventory/places', { key: true, body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
};
const keep = async (more: object = {}): Promise<WheelItem> => {
  const body = { municipality: town.slug, ...cutting, ...more };
  const made = await officer.api.post<YearlyWheel>('/inventory/wheel/items', { key: true, body });
  const item = made.body.items.at(-1);
  if (made.status !== 201 || !item) throw new Error(JSON.stringify(made.body));
  return item;
};
const wheel = async (year = 2026, { api } = officer): Promise<YearlyWheel> =>
  (await api.get<YearlyWheel>('/inventory/wheel', { query: { municipality: town.slug, year } })).body;
const states = ({ items }: YearlyWheel) =>
  items.map(({ occurrences }) => occurrences.map(({ number, state }) => `${String(number)} ${state}`));
const report = ({ id }: WheelItem, more: object = {}, key: string | true = true) => {
  const body = { year: 2026, number: 9, doneOn: '2026-10-02', asMeasures: false, ...more };
  return officer.api.post<YearlyWheel & { code: string }>(`/inventory/wheel/items/${id}/occurrences`, {
    key,
    body,
  });
};
const read = async ({ reference }: StaffPlace) =>
  (await officer.api.get<StaffPlace>(`/inventory/places/${reference}`)).body;

describe('the yearly wheel', () => {
  it('tells what is due in a year, who does it where, and what is late now', async () => {
    const tunnel = await place('Tunneln');
    await keep({ places: [tunnel.reference], note: 'Börja vid stationen' });
    const now = await wheel();
    expect(now).toMatchObject({ year: 2026, today: '2026-11-20', mayChange: true });
    expect(now.items[0]).toMatchObject({
      title: 'Klippning och röjning',
      note: 'Börja vid stationen',
      places: [{ reference: tunnel.reference, name: 'Tunneln' }],
      events: [{ type: 'created', actor: expect.any(String) as string }],
    });
    expect(states(now)).toEqual([['5 overdue', '9 overdue']]);
    expect(now.late.map(({ title, from }) => [title, from])).toEqual([
      ['Klippning och röjning', '2026-05-01'],
      ['Klippning och röjning', '2026-09-01'],
    ]);
    const next = await wheel(2027);
    expect([states(next), next.late.length]).toEqual([[['5 coming', '9 coming']], 2]);
    expect(now.choices).toEqual([{ reference: tunnel.reference, name: 'Tunneln' }]);
  });

  it('is changed by version, and says in its history what was changed', async () => {
    const item = await keep();
    const path = `/inventory/wheel/items/${item.id}`;
    const body = { ...cutting, due: [6], version: item.version };
    expect((await officer.api.put<YearlyWheel>(path, { body })).status).toBe(200);
    const [changed] = (await wheel()).items;
    expect(changed?.events[0]).toMatchObject({ type: 'changed', changes: { fields: ['due'] } });
    expect(changed?.version).toBe(item.version + 1);
    const stale = await officer.api.put<{ code: string }>(path, { body });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
    const same = { ...body, version: item.version + 1 };
    expect((await officer.api.put<YearlyWheel>(path, { body: same })).body.items[0]?.version).toBe(
      item.version + 1,
    );
  });

  it.each([
    ['places', { places: ['P22222'] }],
    ['due', { due: [13] }],
    ['endsOn', { endsOn: '2025-01-01' }],
    ['bodyId', { bodyId: '00000000-0000-4000-8000-000000000000' }],
  ])('is refused with wrong %s', async (field, part) => {
    const body = { municipality: town.slug, ...cutting, ...part };
    const answer = await officer.api.post<{ errors: { field: string }[] }>('/inventory/wheel/items', {
      key: true,
      body,
    });
    expect([answer.status, answer.body.errors[0]?.field]).toEqual([422, field]);
  });

  it('takes what its page can show, and says when it is full', async () => {
    await app.dataSource.query(
      `INSERT INTO wheel_items (municipality_id, kind, title, unit, due, every_years, starts_on, created_at, updated_at)
       SELECT $1, 'other', 'Rad ' || n, 'month', '{5}', 1, '2026-01-01', $2, $2 FROM generate_series(1, 299) n`,
      [town.id, app.clock.now()],
    );
    await keep();
    const body = { municipality: town.slug, ...cutting };
    const answer = await officer.api.post<ProblemBody>('/inventory/wheel/items', { key: true, body });
    expect([answer.status, answer.body.code]).toEqual([409, 'wheel.full']);
    expect((await wheel()).items.length).toBe(300);
  });

  it('does not take places of another municipality', async () => {
    const elsewhere = await makeMunicipality(app.dataSource);
    const other = await makeStaff(app, 'case-officer', elsewhere);
    const { reference } = await place('Tunneln');
    const body = { municipality: elsewhere.slug, ...cutting, places: [reference] };
    expect((await other.api.post('/inventory/wheel/items', { key: true, body })).status).toBe(422);
  });
});

describe('an occurrence that is done', () => {
  it('is told once, in the wheel and at its places, however often it is sent', async () => {
    const tunnel = await place('Tunneln');
    const item = await keep({ places: [tunnel.reference] });
    const key = 'klar-2026-09-tunneln';
    for (const answer of [await report(item, {}, key), await report(item, {}, key)]) {
      expect(answer.status).toBe(201);
      expect(states(answer.body)).toEqual([['5 overdue', '9 done']]);
    }
    const again = await report(item);
    expect([again.status, again.body.code]).toEqual([409, 'occurrence.done']);
    const { events, measures } = await read(tunnel);
    expect(events.filter(({ type }) => type === 'care-done')).toMatchObject([
      { changes: { title: 'Klippning och röjning', doneOn: '2026-10-02' } },
    ]);
    expect(measures).toEqual([]);
    expect((await wheel()).items[0]?.events.map(({ type }) => type)).toEqual(['done', 'created']);
  });

  it('becomes a measure at each place where that is wanted, and counts for no commitment by itself', async () => {
    const commitment = await makeCommitment(app.dataSource, town, {
      type: 'ongoing',
      acceptsKinds: ['dark-place'],
      owners: [town.office],
    });
    const [tunnel, path] = [await place('Tunneln'), await place('Stigen', { isPublic: false })];
    const item = await keep({ places: [tunnel.reference, path.reference] });
    await report(item, { asMeasures: true, note: 'Buskarna vid trappan är borta.' });
    const measure = {
      kind: 'cut-back',
      text: 'Buskarna vid trappan är borta.',
      state: 'done',
      activityId: null,
    };
    expect((await read(tunnel)).measures).toMatchObject([{ ...measure, isPublic: true }]);
    expect((await read(path)).measures).toMatchObject([{ ...measure, isPublic: false }]);
    const page = await app.api().get<DarkPlace>(`/dark-places/${tunnel.reference}`);
    expect(page.body).toMatchObject({ state: 'done', measures: [{ doneOn: '2026-10-02' }] });
    const activities = await officer.api.get<{ items: unknown[] }>('/activities', {
      query: { municipality: town.slug },
    });
    expect([activities.body.items, commitment.municipalityId]).toEqual([[], town.id]);
  });

  it('becomes measures of nobody when the body that did it is no longer in use', async () => {
    const tunnel = await place('Tunneln');
    const [body] = await app.dataSource.query<{ id: string }[]>(
      `INSERT INTO responsible_bodies (municipality_id, kind, name, created_at, updated_at)
       VALUES ($1, 'other', 'Parkbolaget', $2, $2) RETURNING id`,
      [town.id, app.clock.now()],
    );
    const item = await keep({ places: [tunnel.reference], bodyId: body?.id, due: [5, 9] });
    expect((await report(item, { asMeasures: true })).status).toBe(201);
    expect((await read(tunnel)).measures).toMatchObject([{ owner: 'Parkbolaget' }]);
    await app.dataSource.query('UPDATE responsible_bodies SET active = false WHERE id = $1', [body?.id]);
    expect((await report(item, { number: 5, asMeasures: true })).status).toBe(201);
    expect((await read(tunnel)).measures.map(({ owner }) => owner).sort()).toEqual(['Parkbolaget', null]);
  });

  it('moves nobody’s answer after a measure to before it: nobody is asked again', async () => {
    const proposal = await submitProposal(app, {
      kind: 'dark-place',
      position: town.center,
      details: { safetyNow: 2 },
    });
    const tunnel = await place('Tunneln', { proposals: [proposal.reference] });
    const plan = { kind: 'lamp-repaired', plannedOn: '2026-01-10', isPublic: true };
    const path = `/inventory/places/${tunnel.reference}/measures`;
    const planned = await officer.api.post<StaffPlace>(path, {
      key: true,
      body: { ...plan, version: tunnel.version },
    });
    await officer.api.post(`${path}/${planned.body.measures[0]?.id ?? ''}/completions`, {
      key: true,
      body: { version: planned.body.version, doneOn: '2026-11-01', text: 'Lampan lyser.' },
    });
    const before = (await read(tunnel)).ratings;
    expect(before).toEqual({ before: null, after: { mean: 2, answers: 1 } });
    const item = await keep({ places: [tunnel.reference], due: [11] });
    await report(item, { number: 11, doneOn: '2026-11-20', asMeasures: true });
    expect((await read(tunnel)).ratings).toEqual(before);
  });

  it('taken back, it leaves a proposal as it was, and what truly was done is told instead', async () => {
    const commitment = await makeCommitment(app.dataSource, town, {
      type: 'ongoing',
      acceptsKinds: ['dark-place'],
      owners: [town.office],
    });
    const sent = { kind: 'dark-place', position: town.center, details: { causes: ['vegetation'] } } as const;
    const { reference } = await submitProposal(app, sent);
    const body = { to: 'committed', version: 1, commitmentId: commitment.id };
    expect((await officer.api.post(`/triage/proposals/${reference}/moves`, { body })).status).toBe(200);
    const tunnel = await place('Tunneln', { proposals: [reference] });
    const item = await keep({ due: [10, 11], places: [tunnel.reference] });
    const undo = (number: number) =>
      officer.api.post(`/inventory/wheel/items/${item.id}/undoings`, {
        key: true,
        body: { year: 2026, number, reason: 'Fel plats' },
      });
    const story = async () =>
      (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body.events.map(({ type, status }) => [
        type,
        status,
      ]);
    const before = await story();
    for (const number of [10, 11]) await report(item, { number, doneOn: '2026-11-20', asMeasures: true });
    const done = ['activity', 'done'];
    const opened = ['reopened', 'committed'];
    expect(await story()).toEqual([...before, done]);
    expect((await undo(10)).status).toBe(201);
    expect(await story()).toEqual([...before, done, opened, done]);
    expect((await undo(11)).status).toBe(201);
    expect(await story()).toEqual([...before, done, opened, done, opened]);
    const { body: now } = await officer.api.get<TriageProposal>(`/triage/proposals/${reference}`);
    expect([now.status, now.commitment?.id]).toEqual(['committed', commitment.id]);
    expect((await app.api().get<ProposalStory>(`/proposals/${reference}`)).body.events.at(-1)?.text).toBe(
      'Vi skrev av misstag att något var gjort här. Det stämde inte, och därför är förslaget öppet igen.',
    );
  });

  it('is told to those whose proposal it puts right, once, and not in the years to come', async () => {
    const sent = { kind: 'dark-place', position: town.center } as const;
    const [overgrown, broken] = [
      await submitProposal(app, { ...sent, details: { causes: ['vegetation'] } }),
      await submitProposal(app, { ...sent, details: { causes: ['lamp-broken'] } }),
    ];
    const tunnel = await place('Tunneln', { proposals: [overgrown.reference, broken.reference] });
    const item = await keep({ due: [10, 11], places: [tunnel.reference] });
    const told = async () => {
      const rows = await app.dataSource.query<{ reference: string; status: string }[]>(
        `SELECT p.reference, p.status FROM proposal_events e JOIN proposals p ON p.id = e.proposal_id WHERE e.type = 'measure-done'`,
      );
      return rows.map(({ reference, status }) => [reference, status]);
    };
    await report(item, { number: 10, doneOn: '2026-11-20', asMeasures: false });
    expect(await told()).toEqual([]);
    await report(item, { number: 11, doneOn: '2026-11-20', asMeasures: true });
    expect(await told()).toEqual([[overgrown.reference, 'done']]);
    // Taken back, it is as if it had not been done; done after all, they are told.
    const undo = { year: 2026, number: 11, reason: 'Fel plats' };
    const undone = await officer.api.post(`/inventory/wheel/items/${item.id}/undoings`, {
      key: true,
      body: undo,
    });
    expect([undone.status, await told()]).toEqual([201, [[overgrown.reference, 'under-review']]]);
    await report(item, { number: 11, doneOn: '2026-11-20', asMeasures: true });
    const twice = [overgrown.reference, 'done'];
    expect(await told()).toEqual([twice, twice]);
    app.clock.set('2027-10-30T12:00:00Z');
    officer = await makeStaff(app, 'case-officer', town);
    const again = await report(item, { year: 2027, number: 10, doneOn: '2027-10-20', asMeasures: true });
    expect([again.status, await told()]).toEqual([201, [twice, twice]]);
    expect((await read(tunnel)).measures.length).toBe(2);
  });

  it('becomes none where nothing lasting was done, as with ice', async () => {
    const tunnel = await place('Tunneln');
    const item = await keep({ kind: 'winter', due: [9], places: [tunnel.reference] });
    expect((await report(item, { asMeasures: true })).status).toBe(201);
    expect((await read(tunnel)).measures).toEqual([]);
  });

  it('is told at the place that shows a merged one, once', async () => {
    const [tunnel, stairs] = [await place('Tunneln'), await place('Trappan')];
    const item = await keep({ places: [tunnel.reference, stairs.reference] });
    const body = { version: stairs.version, into: tunnel.reference };
    await officer.api.post(`/inventory/places/${stairs.reference}/merges`, { body });
    expect((await wheel()).items[0]?.places.map(({ name }) => name)).toEqual(['Tunneln']);
    await report(item, { asMeasures: true });
    const shown = await read(tunnel);
    expect(shown.measures.length).toBe(1);
    expect(shown.events.filter(({ type }) => type === 'care-done').length).toBe(1);
  });

  it('can be taken back with a reason, and reported anew', async () => {
    const tunnel = await place('Tunneln');
    const item = await keep({ places: [tunnel.reference] });
    const undo = () =>
      officer.api.post<YearlyWheel>(`/inventory/wheel/items/${item.id}/undoings`, {
        key: true,
        body: { year: 2026, number: 9, reason: 'Fel månad' },
      });
    expect((await undo()).status).toBe(404);
    await report(item);
    const answer = await undo();
    expect([answer.status, states(answer.body)]).toEqual([201, [['5 overdue', '9 overdue']]]);
    expect((await read(tunnel)).events.at(-1)).toMatchObject({ type: 'care-undone', reason: 'Fel månad' });
    expect((await report(item)).status).toBe(201);
  });

  it('takes its measures along when it is taken back, wherever they are shown, and counts once when it is reported anew', async () => {
    const [tunnel, stairs] = [await place('Tunneln'), await place('Trappan')];
    const item = await keep({ places: [tunnel.reference] });
    await report(item, { asMeasures: true });
    const body = { version: (await read(tunnel)).version, into: stairs.reference };
    await officer.api.post(`/inventory/places/${tunnel.reference}/merges`, { body });
    await officer.api.put(`/inventory/wheel/items/${item.id}`, {
      body: { ...cutting, version: item.version + 1 },
    });
    const page = async () => (await app.api().get<DarkPlace>(`/dark-places/${stairs.reference}`)).body;
    const counted = () => app.get(DoneRepository).measures(app.dataSource.manager, town.id, year);
    const year = { from: '2026-01-01', until: '2026-12-31' };
    expect([(await page()).measures.length, await counted()]).toEqual([1, [{ kind: 'cut-back', count: 1 }]]);
    const undone = await officer.api.post(`/inventory/wheel/items/${item.id}/undoings`, {
      key: true,
      body: { year: 2026, number: 9, reason: 'Fel plats' },
    });
    expect([undone.status, (await page()).measures, await counted()]).toEqual([201, [], []]);
    const { measures, state, events } = await read(stairs);
    expect([measures, state]).toEqual([[], 'new']);
    expect(events.slice(-2)).toMatchObject([
      { type: 'measure-withdrawn', reason: 'Fel plats', changes: { kind: 'cut-back' } },
      { type: 'care-undone', reason: 'Fel plats' },
    ]);
    const now = (await wheel()).items.find(({ id }) => id === item.id);
    await officer.api.put(`/inventory/wheel/items/${item.id}`, {
      body: { ...cutting, places: [stairs.reference], version: now?.version },
    });
    expect((await report(item, { asMeasures: true })).status).toBe(201);
    expect([(await page()).measures.length, await counted()]).toEqual([1, [{ kind: 'cut-back', count: 1 }]]);
  });

  it.each([
    ['a day to come', { doneOn: '2026-11-21' }, 422],
    ['no day', { doneOn: '2026-02-30' }, 422],
    ['a month in which nothing is due', { number: 8 }, 404],
    ['a year before it began', { year: 2025 }, 404],
  ])('is refused for %s', async (_case, part, status) => {
    expect((await report(await keep(), part)).status).toBe(status);
  });

  it('of another municipality is not there, and the police read alone', async () => {
    const item = await keep();
    const elsewhere = await makeStaff(app, 'case-officer', await makeMunicipality(app.dataSource));
    const police = await makeStaff(app, 'police-officer', town);
    const path = `/inventory/wheel/items/${item.id}/occurrences`;
    const body = { year: 2026, number: 9, doneOn: '2026-10-02', asMeasures: false };
    expect((await elsewhere.api.post(path, { key: true, body })).status).toBe(404);
    expect((await police.api.post(path, { key: true, body })).status).toBe(403);
    expect((await wheel(2026, police)).mayChange).toBe(false);
    const query = { municipality: town.slug };
    expect((await elsewhere.api.get('/inventory/wheel', { query })).status).toBe(404);
  });
});
