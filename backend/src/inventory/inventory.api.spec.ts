import type { DarkPlace } from '@lofteskartan/shared/contracts/dark-places';
import { randomUUID } from 'node:crypto';
import type { PlaceList, PlaceOfProposal, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { ProblemBody } from '../../test/support/api.js';
import { photoForm } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

let app: TestApp;
let town: TestMunicipality;
let officer: TestPerson;
let coordinator: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  officer = await makeStaff(app, 'case-officer', town);
  coordinator = await makeStaff(app, 'coordinator', town);
});
afterAll(() => app.stop());

type Answer = StaffPlace & ProblemBody;
const place = (more: object = {}) => ({
  municipality: town.slug,
  name: 'Gångtunneln',
  position: town.center,
  causes: ['underpass', 'lamp-broken'],
  when: ['dark'],
  seasons: ['winter'],
  isPublic: false,
  ...more,
});
const create = (more: object = {}, key: string | true = true, { api } = officer) =>
  api.post<Answer>('/inventory/places', { key, body: place(more) });
const made = async (more: object = {}): Promise<StaffPlace> => {
  const { status, body } = await create(more);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
};
const open = async ({ reference }: StaffPlace) =>
  (await officer.api.get<StaffPlace>(`/inventory/places/${reference}`)).body;
const list = async (query: Record<string, string> = {}) =>
  (await officer.api.get<PlaceList>('/inventory/places', { query: { municipality: town.slug, ...query } }))
    .body.items;
const dark = (details: object = {}, metres = 0) =>
  submitProposal(app, { kind: 'dark-place', position: northOf(town.center, metres), details });
const measure = ({ reference, version }: StaffPlace, more: object = {}) =>
  officer.api.post<Answer>(`/inventory/places/${reference}/measures`, {
    key: true,
    body: { version, kind: 'lamp-repaired', isPublic: true, ...more },
  });
const complete = (
  { reference, version, measures }: StaffPlace,
  more: object = {},
  person = officer,
  key: string | true = true,
) =>
  person.api.post<Answer>(`/inventory/places/${reference}/measures/${measures[0]?.id ?? ''}/completions`, {
    key,
    body: { version, doneOn: '2026-11-20', text: 'Lampan lyser igen.', ...more },
  });
const faultsOf = ({ errors }: ProblemBody) => errors?.map(({ field, code }) => `${field} ${code}`);

describe('a place of the inventory', () => {
  it('is made of proposals in one step; a repeat makes no second one', async () => {
    const proposal = await dark({ safetyNow: 2 });
    const key = randomUUID();
    const first = await create({ proposals: [proposal.reference] }, key);
    const again = await create({ proposals: [proposal.reference] }, key);
    expect([first.status, again.body.reference]).toEqual([201, first.body.reference]);
    expect(first.body).toMatchObject({
      groups: ['building', 'lighting'],
      state: 'new',
      people: 1,
      proposalCount: 1,
      ratings: { before: { mean: 2, answers: 1 }, after: null },
      proposals: [{ reference: proposal.reference, status: 'received', people: 1 }],
    });
    expect(first.body.events.map(({ type }) => type)).toEqual(['created', 'linked']);
    const of = await officer.api.get<PlaceOfProposal>(`/inventory/proposals/${proposal.reference}`);
    expect(of.body).toMatchObject({ possible: true, place: { reference: first.body.reference } });
  });

  it('counts people once, with those whose proposals were gathered under its own', async () => {
    const [leader, other] = [await dark(), await dark()];
    await officer.api.post(`/triage/cases/${leader.reference}/members`, {
      key: true,
      body: { version: 1, members: [{ reference: other.reference, version: 1 }] },
    });
    await app.api().post(`/proposals/${leader.reference}/support`, { key: true, body: {} });
    const { people, proposalCount, proposals } = await made({ proposals: [leader.reference] });
    expect([people, proposalCount, proposals.map((each) => each.people)]).toEqual([3, 2, [3]]);
  });

  it('knows at what time of day residents say that it is dark, each of them once', async () => {
    const leader = await dark({ when: ['evening'], safetyNow: 2 });
    const other = await dark({ when: ['dark', 'winter'] });
    const untimed = await dark({ when: ['weekend'] });
    await app.api().post(`/proposals/${leader.reference}/support`, { key: true, body: {} });
    await made({ proposals: [leader.reference, other.reference, untimed.reference] });
    await made({ name: 'Trappan' });
    const [{ times, people } = {}, empty] = await list();
    expect(people).toBe(4);
    expect(times).toEqual({ morning: 1, day: 0, afternoon: 1, evening: 3, night: 3, untold: 1 });
    expect(empty?.times).toEqual({ morning: 0, day: 0, afternoon: 0, evening: 0, night: 0, untold: 0 });
  });

  it('is read in a blink among many, with what residents say of each', async () => {
    const { reference } = await dark({ safetyNow: 2 });
    await app.dataSource.query(
      `WITH copied AS (
         INSERT INTO proposals (reference, municipality_id, kind, status, public_status, position, placement, details, publication,
           follow_token_hash, created_at, updated_at)
         SELECT 'N' || n, municipality_id, kind, status, public_status, position, placement, details, publication,
           decode(md5(n::text), 'hex'), created_at, updated_at FROM proposals, generate_series(1, 3000) n WHERE reference = $1
         RETURNING id, reference, municipality_id, position, created_at
       ), supported AS (
         INSERT INTO proposal_supports (proposal_id, device_hash, is_sender, created_at)
         SELECT id, decode(md5(reference || k), 'hex'), k = 1, created_at FROM copied, generate_series(1, 3) k
       ), placed AS (
         INSERT INTO inventory_places (reference, municipality_id, name, position, causes, dark_when, seasons, is_public, created_at, updated_at)
         SELECT reference, municipality_id, reference, position, '{}', '{}', '{}', false, created_at, created_at FROM copied
         RETURNING id, reference, created_at)
       INSERT INTO inventory_place_proposals (proposal_id, place_id, linked_at)
       SELECT copied.id, placed.id, placed.created_at FROM copied JOIN placed USING (reference)`,
      [reference],
    );
    const begun = performance.now();
    const items = await list();
    expect(items).toHaveLength(2000);
    expect(items[0]).toMatchObject({ people: 3, ratings: { before: { mean: 2, answers: 1 } } });
    // Milliseconds; where each answer looks through all people behind all places, this takes a minute.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('takes a proposal that another place has only when that one lets it go, with a reason', async () => {
    const { reference } = await dark();
    const one = await made({ proposals: [reference] });
    const other = await made({ name: 'Trappan' });
    const linking = { version: other.version, proposals: [reference] };
    const path = `/inventory/places/${other.reference}`;
    const refused = await officer.api.post<Answer>(`${path}/proposals`, { body: linking });
    expect([refused.status, faultsOf(refused.body)]).toEqual([422, ['proposals[0] inAnotherPlace']]);
    const gone = await officer.api.post<Answer>(`/inventory/places/${one.reference}/unlinkings`, {
      body: { version: one.version, proposals: [reference], reason: 'Det gäller trappan' },
    });
    expect([gone.status, gone.body.people, gone.body.events.at(-1)?.reason]).toEqual([
      200,
      0,
      'Det gäller trappan',
    ]);
    const linked = await officer.api.post<Answer>(`${path}/proposals`, { body: linking });
    expect(linked.body.proposals).toMatchObject([{ reference }]);
    const nothing = await officer.api.post<Answer>(`/inventory/places/${one.reference}/unlinkings`, {
      body: { version: gone.body.version, proposals: [reference], reason: 'En gång till' },
    });
    expect(faultsOf(nothing.body)).toEqual(['proposals[0] notFound']);
  });

  it.each([
    ['a speed check', 'notADarkPlace'],
    ['a number that nobody has', 'proposalUnknown'],
    ['one of another municipality', 'proposalUnknown'],
    ['one that was taken back', 'proposalNotShown'],
  ])('does not take %s', async (what, code) => {
    let reference = 'ALE-22222';
    if (what === 'a speed check')
      ({ reference } = await submitProposal(app, { kind: 'speed-check', position: town.center }));
    if (what === 'one of another municipality') {
      const { center: position } = await makeMunicipality(app.dataSource);
      ({ reference } = await submitProposal(app, { kind: 'dark-place', position }));
    }
    if (what === 'one that was taken back') {
      const proposal = await dark();
      ({ reference } = proposal);
      await app.api().post('/follow/withdraw', { body: {}, followToken: proposal.followToken });
    }
    const { status, body } = await create({ proposals: [reference] });
    expect([status, faultsOf(body)]).toEqual([422, [`proposals[0] ${code}`]]);
  });

  it.each([
    ['no name', { name: ' ' }, 'name required'],
    ['a position in no municipality', { position: [0, 0] }, 'position outside'],
    ['a cause that nobody knows', { causes: ['ghosts'] }, 'causes[0] notOneOf'],
    ['an outline that is a line', { outline: { type: 'LineString', coordinates: [] } }, 'outline notAnArea'],
    [
      'an outline that crosses itself',
      {
        outline: {
          type: 'Polygon',
          coordinates: [
            [
              [12, 57],
              [13, 58],
              [13, 57],
              [12, 58],
              [12, 57],
            ],
          ],
        },
      },
      'outline notAnArea',
    ],
    ['a body that is not in the register', { bodyId: randomUUID() }, 'bodyId notFound'],
  ])('is refused with %s', async (_, more, fault) => {
    const { status, body } = await create(more);
    expect([status, faultsOf(body)]).toEqual([422, [fault]]);
  });

  it('is changed by those who read the version that is', async () => {
    const one = await made();
    const path = `/inventory/places/${one.reference}`;
    const { municipality: _municipality, ...fields } = place({
      name: 'Tunneln',
      isPublic: true,
      note: 'Ring först',
    });
    const saved = await officer.api.put<Answer>(path, { body: { ...fields, version: one.version } });
    expect(saved.body).toMatchObject({ name: 'Tunneln', isPublic: true, version: one.version + 1 });
    expect(saved.body.events.map(({ type, changes }) => [type, changes])).toEqual([
      ['created', null],
      ['changed', { fields: ['name', 'note'] }],
      ['published', null],
    ]);
    const stale = await officer.api.put<Answer>(path, { body: { ...fields, version: one.version } });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
  });

  it('is read by the police and changed by the municipality alone; others know nothing of it', async () => {
    const one = await made();
    const police = await makeStaff(app, 'police-officer', town);
    const read = await police.api.get<StaffPlace>(`/inventory/places/${one.reference}`);
    expect([read.status, read.body.mayChange]).toEqual([200, false]);
    expect((await create({}, true, police)).status).toBe(403);
    const stranger = await makeStaff(app, 'case-officer', await makeMunicipality(app.dataSource));
    expect((await stranger.api.get(`/inventory/places/${one.reference}`)).status).toBe(404);
    expect((await create({}, true, stranger)).status).toBe(404);
  });

  it('is found by what it is, when, where and how far it has come', async () => {
    const one = await made({ name: 'Tunneln' });
    await measure(one, { plannedOn: '2026-11-01' });
    await made({ name: 'Busken', causes: ['vegetation'], when: ['winter'], seasons: ['summer'] });
    const names = async (query: Record<string, string>) => (await list(query)).map(({ name }) => name);
    expect(await names({})).toEqual(['Busken', 'Tunneln']);
    expect(await names({ group: 'upkeep' })).toEqual(['Busken']);
    expect(await names({ cause: 'underpass' })).toEqual(['Tunneln']);
    expect(await names({ when: 'winter' })).toEqual(['Busken']);
    expect(await names({ season: 'winter' })).toEqual(['Tunneln']);
    expect(await names({ state: 'overdue' })).toEqual(['Tunneln']);
    expect(await names({ state: 'new' })).toEqual(['Busken']);
    expect(await names({ q: 'UNN' })).toEqual(['Tunneln']);
    expect(await names({ sort: 'next-measure' })).toEqual(['Tunneln', 'Busken']);
  });

  it('is near proposals that may belong to it', async () => {
    const one = await made();
    const [near, far] = [await dark({}, 100), await dark({}, 400)];
    const of = async ({ reference }: { reference: string }) =>
      (await officer.api.get<PlaceOfProposal>(`/inventory/proposals/${reference}`)).body;
    expect(await of(near)).toMatchObject({
      place: null,
      near: [{ reference: one.reference, distanceMetres: 100 }],
    });
    expect((await of(far)).near).toEqual([]);
  });
});

describe('a measure', () => {
  it('is planned, late, and done; what was done stays as it was said', async () => {
    const one = await made();
    const planned = await measure(one, { plannedOn: '2026-11-25', cost: 'under-10k' });
    expect([planned.status, planned.body.state, planned.body.nextOn]).toEqual([201, 'planned', '2026-11-25']);
    app.clock.advance({ hours: 24 * 6 });
    officer = await makeStaff(app, 'case-officer', town);
    expect(await open(one)).toMatchObject({ state: 'overdue', measures: [{ state: 'overdue' }] });
    const done = await complete(await open(one));
    expect(done.body).toMatchObject({ state: 'done', nextOn: null });
    expect(done.body.measures).toMatchObject([
      { state: 'done', text: 'Lampan lyser igen.', activityId: null },
    ]);
    const again = await complete(done.body);
    expect([again.status, again.body.code]).toEqual([409, 'measure.done']);
    const path = `/inventory/places/${one.reference}/measures/${done.body.measures[0]?.id ?? ''}`;
    const said = {
      version: done.body.version,
      kind: 'lamp-repaired',
      plannedOn: '2026-11-25',
      cost: 'under-10k',
    };
    const changed = await officer.api.put<Answer>(path, {
      body: { ...said, text: 'Något annat', isPublic: true },
    });
    expect([changed.status, changed.body.code]).toEqual([409, 'measure.done']);
    const hidden = await officer.api.put<Answer>(path, {
      body: { ...said, text: 'Lampan lyser igen.', isPublic: false },
    });
    expect(hidden.body.measures).toMatchObject([{ isPublic: false, state: 'done' }]);
  });

  it('can be a decision that nothing is done, with why', async () => {
    const one = await made();
    const mute = await measure(one, { kind: 'none' });
    expect(faultsOf(mute.body)).toEqual(['text required']);
    const { body } = await measure(one, { kind: 'none', text: 'Marken är privat.' });
    expect(body).toMatchObject({
      state: 'decided',
      measures: [{ state: 'decided', plannedOn: '2026-11-20' }],
    });
    expect((await complete(body)).body.code).toBe('measure.notWork');
  });

  it('that is done is evidence once: the activity counts, the proposals are done, and it is asked again', async () => {
    const commitment = await makeCommitment(app.dataSource, town, {
      type: 'ongoing',
      acceptsKinds: ['dark-place'],
      owners: [town.office],
    });
    const proposal = await dark({ safetyNow: 1 });
    const one = await made({ proposals: [proposal.reference] });
    expect(one.commitments).toEqual([{ id: commitment.id, name: 'Åtagandet' }]);
    const { body: planned } = await measure(one);
    const key = randomUUID();
    const given = { commitmentId: commitment.id, confirm: true };
    const unconfirmed = await complete(planned, given, officer);
    expect([unconfirmed.status, unconfirmed.body.code]).toEqual([403, 'role.insufficient']);
    const first = await complete(planned, given, coordinator, key);
    const again = await complete(planned, given, coordinator, key);
    expect([first.status, again.body]).toEqual([201, first.body]);
    const activities = await app.dataSource.query<object[]>(
      'SELECT id, public_text AS text, confirmed_at IS NOT NULL AS confirmed FROM activities',
    );
    expect(activities).toEqual([
      { id: first.body.measures[0]?.activityId, text: 'Lampan lyser igen.', confirmed: true },
    ]);
    const { body: triage } = await officer.api.get<TriageProposal>(`/triage/proposals/${proposal.reference}`);
    expect(triage.status).toBe('done');
    const told = { helped: 'yes', safetyNow: 4 };
    const { followToken } = proposal;
    expect((await app.api().put('/follow/outcome', { body: told, followToken })).status).toBe(200);
    expect((await open(one)).ratings).toEqual({
      before: { mean: 1, answers: 1 },
      after: { mean: 4, answers: 1 },
    });
  });

  it.each([
    ['a day to come', { doneOn: '2026-11-21' }, 'doneOn inTheFuture'],
    ['no words', { text: ' ' }, 'text required'],
    ['a commitment that takes no dark places', { commitmentId: randomUUID() }, 'commitmentId notFound'],
  ])('is not done with %s, and nothing is logged', async (_, more, fault) => {
    const { body } = await measure(await made());
    const answer = await complete(body, more);
    expect([answer.status, faultsOf(answer.body)]).toEqual([422, [fault]]);
    expect(await app.dataSource.query('SELECT 1 FROM activities')).toEqual([]);
  });

  it('is not done before the promise began, where it is to be evidence', async () => {
    const { id: commitmentId } = await makeCommitment(app.dataSource, town, {
      type: 'ongoing',
      acceptsKinds: ['dark-place'],
      owners: [town.office],
    });
    const { body } = await measure(await made());
    const answer = await complete(body, { commitmentId, doneOn: '2024-12-31' });
    expect(faultsOf(answer.body)).toEqual(['doneOn beforeThePromise']);
  });
});

describe('photos of a place', () => {
  it('are for staff until photo and place are public', async () => {
    const one = await made();
    const sent = await officer.api.post<Answer>(`/inventory/places/${one.reference}/photos`, {
      key: true,
      query: { light: 'night' },
      form: await photoForm(),
    });
    expect([sent.status, sent.body.photos.map(({ light, isPublic }) => [light, isPublic])]).toEqual([
      201,
      [['night', false]],
    ]);
    const id = sent.body.photos[0]?.id ?? '';
    const seen = async () => [
      (await app.api().get(`/inventory/photos/${id}`)).status,
      (await officer.api.get(`/inventory/photos/${id}/thumbnail`)).status,
    ];
    expect(await seen()).toEqual([404, 200]);
    const decided = await officer.api.patch<Answer>(`/inventory/places/${one.reference}/photos/${id}`, {
      body: { version: sent.body.version, isPublic: true, light: 'day' },
    });
    expect(decided.body.photos).toMatchObject([{ isPublic: true, light: 'day' }]);
    expect(await seen()).toEqual([404, 200]);
    const { municipality: _municipality, ...fields } = place({ isPublic: true });
    await officer.api.put(`/inventory/places/${one.reference}`, {
      body: { ...fields, version: decided.body.version },
    });
    expect(await seen()).toEqual([200, 200]);
  });
});

describe('places that are one', () => {
  const merge = ({ reference, version }: StaffPlace, into: StaffPlace) =>
    officer.api.post<Answer>(`/inventory/places/${reference}/merges`, {
      body: { version, into: into.reference },
    });

  it('are shown by one of them, with all that both have, and parted again as they were', async () => {
    const [first, second] = [await dark({ safetyNow: 1 }), await dark({ safetyNow: 3 })];
    const one = await made({ proposals: [first.reference], isPublic: true });
    const other = await made({ name: 'Trappan', proposals: [second.reference], isPublic: true });
    await measure(one, { plannedOn: '2026-12-01' });
    const { body: both } = await merge(await open(one), other);
    expect(both).toMatchObject({
      reference: other.reference,
      people: 2,
      state: 'planned',
      ratings: { before: { mean: 2, answers: 2 } },
      merged: [{ reference: one.reference, name: 'Gångtunneln' }],
    });
    expect((await list()).map(({ name }) => name)).toEqual(['Trappan']);
    expect((await app.api().get<StaffPlace>(`/dark-places/${one.reference}`)).body.reference).toBe(
      other.reference,
    );
    const of = await officer.api.get<PlaceOfProposal>(`/inventory/proposals/${first.reference}`);
    expect(of.body.place?.reference).toBe(other.reference);
    const gone = await open(one);
    expect(gone.mergedInto?.reference).toBe(other.reference);
    expect((await measure(gone)).body.code).toBe('place.merged');
    const path = `/inventory/places/${one.reference}/partings`;
    const parted = await officer.api.post<Answer>(path, {
      body: { version: gone.version, reason: 'Två platser' },
    });
    expect(parted.body).toMatchObject({ mergedInto: null, people: 1, state: 'planned' });
    expect(parted.body.events.map(({ type }) => type).slice(-2)).toEqual(['merged', 'parted']);
    expect(await open(other)).toMatchObject({ people: 1, state: 'new', merged: [] });
    const again = await officer.api.post<Answer>(path, {
      body: { version: parted.body.version, reason: 'En gång till' },
    });
    expect([again.status, again.body.code]).toEqual([409, 'place.notMerged']);
  });

  it('are parted from the middle of a row as well: the one at the top shows no more of it, to staff and to everyone', async () => {
    const names = ['Trappan', 'Gången', 'Torget'];
    const [low, middle, top] = await Promise.all(names.map((name) => made({ name, isPublic: true })));
    if (!low || !middle || !top) throw new Error('No places');
    await measure(low, { plannedOn: '2026-12-01' });
    await merge(await open(low), middle);
    await merge(await open(middle), top);
    const shown = async () =>
      (await app.api().get<DarkPlace>(`/dark-places/${top.reference}`)).body.measures.length;
    const before = await open(top);
    expect([before.measures.length, await shown()]).toEqual([1, 1]);
    const { version } = await open(low);
    const body = { version, reason: 'Inte samma plats' };
    const parted = await officer.api.post<Answer>(`/inventory/places/${low.reference}/partings`, { body });
    expect([parted.status, parted.body.measures.length]).toEqual([200, 1]);
    const after = await open(top);
    expect([after.measures.length, await shown()]).toEqual([0, 0]);
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.events.at(-1)?.type).toBe('let-go');
    expect((await app.api().get<DarkPlace>(`/dark-places/${low.reference}`)).body.name).toBe('Trappan');
  });

  it('are never one with themselves, nor with one that is shown by another', async () => {
    const [one, other, third] = [await made(), await made(), await made()];
    expect(faultsOf((await merge(one, one)).body)).toEqual(['into circle']);
    await merge(one, other);
    expect((await merge(third, one)).body.code).toBe('place.merged');
    expect((await merge(await open(other), one)).body.code).toBe('place.merged');
  });
});
