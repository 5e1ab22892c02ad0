import { randomUUID } from 'node:crypto';
import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { StaffWalk, WalkList, WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import type { PublicWalkList, WalkProtocol } from '@lofteskartan/shared/contracts/walk-protocols';
import { photoForm } from '../../../test/support/access-scene.js';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { northOf } from '../../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

let app: TestApp;
let town: TestMunicipality;
let officer: TestPerson;
let bodyId: string;

type Answer = StaffWalk & ProblemBody;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  officer = await makeStaff(app, 'case-officer', town);
  const coordinator = await makeStaff(app, 'coordinator', town);
  const body = await coordinator.api.post<{ id: string }>(`/municipalities/${town.slug}/bodies`, {
    key: true,
    body: { kind: 'road-association', name: 'Grusvägens samfällighet', lamps: true },
  });
  bodyId = body.body.id;
});
afterAll(() => app.stop());

const marks = {
  light: 'bad',
  sight: 'attention',
  vegetation: 'good',
  care: 'good',
  way: 'not-looked',
} as const;
const place = async (name: string, metres: number, isPublic: boolean): Promise<StaffPlace> => {
  const body = {
    municipality: town.slug,
    name,
    position: northOf(town.center, metres),
    causes: ['underpass'],
    when: ['dark'],
    seasons: ['winter'],
    isPublic,
  };
  return (await officer.api.post<StaffPlace>('/inventory/places', { key: true, body })).body;
};
const plan = (more: object = {}) => ({
  municipality: town.slug,
  title: 'Centrum till stationen',
  startsAt: '2026-11-18T17:00:00Z',
  meetingPoint: 'Vid biblioteket',
  purpose: 'Vi går den väg som många tar hem.',
  organisers: ['municipality', 'police'],
  ...more,
});
const create = async (places: readonly StaffPlace[] = [], more: object = {}): Promise<StaffWalk> => {
  const body = plan({ places: places.map(({ reference }) => reference), ...more });
  const made = await officer.api.post<Answer>('/inventory/walks', { key: true, body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
};
const pathOf = ({ reference }: StaffWalk) => `/inventory/walks/${reference}`;
const open = async (walk: StaffWalk) => (await officer.api.get<StaffWalk>(pathOf(walk))).body;
const hold = async (walk: StaffWalk, more: object = {}) =>
  officer.api.post<Answer>(`${pathOf(walk)}/completions`, {
    body: { version: (await open(walk)).version, participants: 14, ...more },
  });
const observe = (walk: StaffWalk, stop: WalkStop, more: object = {}, key: string | true = true) =>
  officer.api.post<Answer>(`${pathOf(walk)}/stops/${stop.id}/observations`, {
    key,
    body: { checklist: marks, seenAt: '2026-11-18T17:30:00Z', ...more },
  });
const answer = (walk: StaffWalk, stop: WalkStop, more: object = {}) =>
  officer.api.put<Answer>(`${pathOf(walk)}/stops/${stop.id}/answer`, {
    body: { version: stop.version, kind: 'nothing', text: 'Det räcker som det är.', ...more },
  });
const publish = async (walk: StaffWalk, more: object = {}) =>
  officer.api.post<Answer>(`${pathOf(walk)}/publications`, {
    body: { version: (await open(walk)).version, ...more },
  });
const read = async (walk: StaffWalk) =>
  (await app.api().get<WalkProtocol>(`/safety-walks/${walk.reference}`)).body;
const stopAt = ({ stops }: StaffWalk, index: number): WalkStop => {
  const stop = stops[index];
  if (!stop) throw new Error(`No stop ${String(index)}`);
  return stop;
};
const faultsOf = ({ errors }: ProblemBody) => errors?.map(({ field, code }) => `${field} ${code}`);

/** A walk by a public place and one that is not, held, with both answered. */
async function answered(): Promise<{ walk: StaffWalk; open: StaffPlace; hidden: StaffPlace }> {
  const [shown, hidden] = [await place('Tunneln', 0, true), await place('Bakgården', 300, false)];
  const walk = await create([shown, hidden]);
  await hold(walk);
  await answer(walk, stopAt(walk, 0), {
    kind: 'measure',
    text: 'Två nya lampor.',
    seen: 'Två lampor var släckta.',
    measure: { kind: 'new-lamp', plannedOn: '2027-03-01' },
  });
  await answer(walk, stopAt(walk, 1), { kind: 'referred', text: 'Vägföreningen sköter gården.', bodyId });
  return { walk: await open(walk), open: shown, hidden };
}

describe('a walk is planned', () => {
  it('with places in their order, and the way between them as the crow flies', async () => {
    const walk = await create([await place('A', 0, true), await place('B', 500, false)]);
    expect(walk).toMatchObject({ status: 'planned', stopCount: 2, unansweredCount: 2, mayChange: true });
    expect(walk.stops.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(Math.abs(walk.crowMetres - 500)).toBeLessThan(5);
    const order = walk.stops.map(({ id }) => id).reverse();
    const body = { version: walk.version, stops: order };
    const turned = await officer.api.put<Answer>(`${pathOf(walk)}/order`, { body });
    expect(turned.body.stops.map(({ name }) => name)).toEqual(['B', 'A']);
    const again = await officer.api.put<Answer>(`${pathOf(walk)}/order`, { body });
    expect(again.body.code).toBe('version.stale');
    const list = await officer.api.get<WalkList>('/inventory/walks', { query: { municipality: town.slug } });
    expect(list.body.items.map(({ reference }) => reference)).toEqual([walk.reference]);
  });

  it('never stops twice at a place, nor in another municipality', async () => {
    const tunnel = await place('Tunneln', 0, false);
    const walk = await create([tunnel]);
    const add = (body: object) => officer.api.post<Answer>(`${pathOf(walk)}/stops`, { key: true, body });
    expect((await add({ place: tunnel.reference })).body.code).toBe('walk.placeTwice');
    expect(faultsOf((await add({ place: 'PXXXXX' })).body)).toEqual(['place notFound']);
    expect(faultsOf((await add({ position: town.center })).body)).toEqual(['name required']);
    expect(faultsOf((await add({ name: 'Långt bort', position: [18, 59.3] })).body)).toEqual([
      'position outside',
    ]);
  });

  it('is called off with a reason, and then stays as it was', async () => {
    const walk = await create();
    const body = { version: walk.version, reason: 'Halka' };
    const off = await officer.api.post<Answer>(`${pathOf(walk)}/cancellations`, { body });
    expect(off.body).toMatchObject({ status: 'cancelled', cancelledReason: 'Halka' });
    expect((await hold(walk)).body.code).toBe('walk.cancelled');
  });

  it('is not held before its day', async () => {
    const walk = await create([], { startsAt: '2026-11-21T17:00:00Z' });
    expect((await hold(walk)).body.code).toBe('walk.notYet');
  });
});

describe('out on the walk', () => {
  it('a stop that a phone made without a network is written about by the id that the phone chose', async () => {
    const walk = await create();
    const id = randomUUID();
    const body = { id, name: 'Trappan', position: town.center };
    const key = randomUUID();
    for (const _ of [1, 2]) await officer.api.post(`${pathOf(walk)}/stops`, { key, body });
    const seen = await observe(walk, { id } as WalkStop, { note: ' Ledstången saknas ' });
    expect(seen.body.stops).toHaveLength(1);
    expect(stopAt(seen.body, 0)).toMatchObject({
      name: 'Trappan',
      place: null,
      checklist: marks,
      observations: [
        { note: 'Ledstången saknas', by: expect.stringContaining('Prov case-officer') as string },
      ],
    });
  });

  it('what two phones saw is kept beside each other, and a repeat is one', async () => {
    const walk = await create([await place('A', 0, false)]);
    const key = randomUUID();
    await observe(walk, stopAt(walk, 0), { impression: 2 }, key);
    await observe(walk, stopAt(walk, 0), { impression: 2 }, key);
    const checklist = { ...marks, light: 'not-looked', way: 'good' };
    const { body } = await observe(walk, stopAt(walk, 0), { checklist, seenAt: '2026-11-18T17:40:00Z' });
    const stop = stopAt(body, 0);
    expect(stop.observations).toHaveLength(2);
    expect(stop).toMatchObject({ checklist: { light: 'bad', way: 'good' }, impression: 2 });
    const withdrawn = await officer.api.post<Answer>(
      `${pathOf(walk)}/observations/${stop.observations[1]?.id ?? ''}/withdrawals`,
      { body: {} },
    );
    expect(stopAt(withdrawn.body, 0).checklist.way).toBe('not-looked');
    expect(body.version).toBe(walk.version);
  });

  it('a photo makes the stop a place that only staff see, once', async () => {
    const walk = await create();
    const added = await officer.api.post<Answer>(`${pathOf(walk)}/stops`, {
      key: true,
      body: { name: 'Trappan', position: town.center },
    });
    const path = `${pathOf(walk)}/stops/${stopAt(added.body, 0).id}/photos`;
    const form = await photoForm();
    const key = randomUUID();
    const first = await officer.api.post<Answer>(path, { key, query: { light: 'night' }, form });
    await officer.api.post<Answer>(path, { key, query: { light: 'night' }, form });
    const stop = stopAt(await open(walk), 0);
    expect([first.status, stop.photos.length, stop.photos[0]?.light]).toEqual([201, 1, 'night']);
    expect(stop.place).toMatchObject({ isPublic: false });
    const made = await officer.api.get<StaffPlace>(`/inventory/places/${stop.place?.reference ?? ''}`);
    expect([made.body.name, made.body.photos.length]).toEqual(['Trappan', 1]);
  });
});

describe('the answers', () => {
  it('come after the walk, and each leans on something', async () => {
    const walk = await create([await place('A', 0, true)]);
    const stop = stopAt(walk, 0);
    expect((await answer(walk, stop)).body.code).toBe('walk.notWalked');
    await hold(walk);
    expect(faultsOf((await answer(walk, stop, { kind: 'measure' })).body)).toEqual(['measure required']);
    expect(faultsOf((await answer(walk, stop, { kind: 'referred' })).body)).toEqual(['bodyId required']);
    const unknown = { kind: 'measure', measureId: randomUUID() };
    expect(faultsOf((await answer(walk, stop, unknown)).body)).toEqual(['measureId notFound']);
    const done = { kind: 'measure', measure: { kind: 'cut-back', doneOn: '2026-11-19' } };
    expect(faultsOf((await answer(walk, stop, done)).body)).toEqual(['measure.doneOn unknown']);
  });

  it('a measure of a stop that is no place waits until it is one', async () => {
    const walk = await create();
    const body = { name: 'Trappan', position: town.center };
    const added = await officer.api.post<Answer>(`${pathOf(walk)}/stops`, { key: true, body });
    await hold(walk);
    const stop = stopAt(added.body, 0);
    const cut = {
      kind: 'measure',
      text: 'Buskarna klipps.',
      measure: { kind: 'cut-back', plannedOn: '2026-12-19' },
    };
    expect((await answer(walk, stop, cut)).body.code).toBe('walk.stopNoPlace');
    const facts = { causes: ['stairs'], when: [], seasons: [], isPublic: true };
    const into = await officer.api.post<Answer>(`${pathOf(walk)}/stops/${stop.id}/places`, {
      key: true,
      body: facts,
    });
    const planned = await answer(walk, stopAt(into.body, 0), cut);
    expect(stopAt(planned.body, 0).measures).toMatchObject([
      { kind: 'cut-back', state: 'planned', text: 'Buskarna klipps.' },
    ]);
    const twice = await officer.api.post<Answer>(`${pathOf(walk)}/stops/${stop.id}/places`, {
      key: true,
      body: facts,
    });
    expect(twice.body.code).toBe('walk.stopIsPlace');
  });

  it('publishing is refused until all are there, and says which are not', async () => {
    const walk = await create([await place('A', 0, true), await place('B', 200, true)]);
    await hold(walk);
    await answer(walk, stopAt(walk, 0));
    const refused = await publish(walk);
    expect([refused.body.code, refused.body.detail.includes('stopp 2')]).toEqual(['walk.unanswered', true]);
    expect((await app.api().get(`/safety-walks/${walk.reference}`)).status).toBe(404);
  });
});

describe('the protocol', () => {
  it('tells what is public, and nothing else', async () => {
    const { walk, hidden } = await answered();
    await observe(walk, stopAt(walk, 0), { note: 'Den interna anteckningen' });
    await hold(walk, { bands: { women: 10, men: 4 } });
    expect((await publish(walk)).body).toMatchObject({ status: 'published', published: 1, isChanged: false });
    const protocol = await read(walk);
    expect(protocol).toMatchObject({
      title: 'Centrum till stationen',
      participants: 14,
      bands: [],
      stops: [
        {
          place: { name: 'Tunneln' },
          checklist: marks,
          seen: 'Två lampor var släckta.',
          answer: 'measure',
          text: 'Två nya lampor.',
          measure: { kind: 'new-lamp', state: 'planned' },
        },
        { place: null, answer: 'referred', body: 'Grusvägens samfällighet', measure: null, photos: [] },
      ],
    });
    expect(protocol.stops[0]?.place?.position).not.toEqual(town.center);
    const told = JSON.stringify(protocol);
    for (const secret of ['Bakgården', hidden.reference, 'interna', 'Prov case-officer', 'biblioteket'])
      expect(told).not.toContain(secret);
  });

  it('shows what becomes of a measure, of a photo and of a place by itself', async () => {
    const { walk, open: shown } = await answered();
    const path = `/inventory/places/${shown.reference}`;
    const photo = { key: true, query: { light: 'day' }, form: await photoForm() } as const;
    await officer.api.post(`${pathOf(walk)}/stops/${stopAt(walk, 0).id}/photos`, photo);
    await publish(walk);
    expect((await read(walk)).stops[0]?.photos).toEqual([]);
    const now = async () => (await officer.api.get<StaffPlace>(path)).body;
    const { photos, version } = await now();
    await officer.api.patch(`${path}/photos/${photos[0]?.id ?? ''}`, { body: { version, isPublic: true } });
    const done = { version: (await now()).version, doneOn: '2026-11-20', text: 'De lyser.' };
    const measure = (await now()).measures[0]?.id ?? '';
    await officer.api.post(`${path}/measures/${measure}/completions`, { key: true, body: done });
    expect((await read(walk)).stops[0]).toMatchObject({
      measure: { state: 'done', text: 'De lyser.' },
      photos: [{ light: 'day' }],
    });
    const mistake = { version: (await now()).version, reason: 'Fel plats', planAgain: true };
    await officer.api.post(`${path}/measures/${measure}/withdrawals`, { key: true, body: mistake });
    expect((await read(walk)).stops[0]).toMatchObject({ measure: { state: 'planned', text: null } });
    expect((await now()).events.map(({ type }) => type)).toContain('walk-published');
    const { name, position, causes, when, seasons, version: last } = await now();
    await officer.api.put(path, {
      body: { name, position, causes, when, seasons, version: last, isPublic: false },
    });
    expect((await read(walk)).stops[0]).toMatchObject({ place: null, measure: null, photos: [] });
  });

  it('asks for another answer where a measure was taken back for good, and keeps what is not changed', async () => {
    const { walk, open: shown } = await answered();
    await publish(walk);
    const path = `/inventory/places/${shown.reference}`;
    const act = async (measure: string, what: string, more: object) => {
      const { version } = (await officer.api.get<StaffPlace>(path)).body;
      const at = `${path}/measures/${measure}/${what}`;
      const acted = await officer.api.post<StaffPlace>(at, { key: true, body: { version, ...more } });
      expect(acted.status).toBe(201);
      return acted.body.measures[0]?.id ?? '';
    };
    const finished = { doneOn: '2026-11-20', text: 'De lyser.' };
    const first = stopAt(await open(walk), 0).answer?.measureId ?? '';
    await act(first, 'completions', finished);
    const again = await act(first, 'withdrawals', { reason: 'Fel plats', planAgain: true });
    // The answer follows to what was planned anew, and says nothing else than before.
    const planned = await open(walk);
    expect(planned).toMatchObject({ isChanged: false, unansweredCount: 0 });
    expect(stopAt(planned, 0).answer).toMatchObject({ measureId: again, isTakenBack: false });
    const same = { kind: 'measure', text: 'Två nya lampor.', seen: 'Två lampor var släckta.' };
    const kept = await answer(planned, stopAt(planned, 0), { ...same, measureId: again });
    expect([kept.status, kept.body.isChanged]).toEqual([200, false]);

    await act(again, 'completions', finished);
    await act(again, 'withdrawals', { reason: 'Fel plats', planAgain: false });
    expect((await read(walk)).stops[0]).toMatchObject({ measure: null, measureTakenBackOn: '2026-11-20' });
    const takenBack = await open(walk);
    expect(takenBack.unansweredCount).toBe(1);
    const listed = await officer.api.get<WalkList>('/inventory/walks', {
      query: { municipality: town.slug },
    });
    expect(listed.body.items.find(({ reference }) => reference === walk.reference)?.unansweredCount).toBe(1);
    const stop = stopAt(takenBack, 0);
    expect(stop.answer).toMatchObject({ isTakenBack: true });
    const unchanged = await answer(takenBack, stop, { ...same, measureId: stop.answer?.measureId });
    expect(unchanged.status).toBe(200);
    expect((await publish(walk, { reason: 'Rättat' })).body.code).toBe('walk.unanswered');
    await answer(takenBack, stopAt(unchanged.body, 0), { kind: 'no', text: 'Inte i år.' });
    expect((await publish(walk, { reason: 'Åtgärden var inte gjord.' })).body).toMatchObject({
      published: 2,
    });
    expect((await read(walk)).stops[0]).toMatchObject({ answer: 'no', measureTakenBackOn: null });
  });

  it('is found by its place, and by its municipality', async () => {
    const { walk, open: shown, hidden } = await answered();
    const list = async (query: Record<string, string>) =>
      (await app.api().get<PublicWalkList>('/safety-walks', { query })).body.items.map(
        (each) => each.reference,
      );
    expect(await list({ municipality: town.slug })).toEqual([]);
    await publish(walk);
    expect(await list({ municipality: town.slug })).toEqual([walk.reference]);
    expect(await list({ place: shown.reference.toLowerCase() })).toEqual([walk.reference]);
    expect(await list({ place: hidden.reference })).toEqual([]);
  });

  it('is corrected by a new version with a reason, never silently', async () => {
    const { walk } = await answered();
    await publish(walk);
    expect((await publish(walk, { reason: 'Igen' })).body.code).toBe('walk.unchanged');
    const changed = await answer(walk, stopAt(await open(walk), 0), { kind: 'no', text: 'Tunneln stängs.' });
    expect(changed.body.isChanged).toBe(true);
    expect((await read(walk)).stops[0]?.text).toBe('Två nya lampor.');
    expect(faultsOf((await publish(walk)).body)).toEqual(['reason required']);
    const corrected = await publish(walk, { reason: 'Beslutet ändrades.' });
    expect(corrected.body.events.at(-1)).toMatchObject({ type: 'corrected', reason: 'Beslutet ändrades.' });
    expect(await read(walk)).toMatchObject({
      stops: [{ text: 'Tunneln stängs.', measure: null }, {}],
      versions: [
        { number: 2, reason: 'Beslutet ändrades.' },
        { number: 1, reason: null },
      ],
    });
  });

  it('groups with more people than took part are refused', async () => {
    const walk = await create();
    const { body } = await hold(walk, { participants: 6, bands: { women: 5, men: 2 } });
    expect(faultsOf(body)).toEqual(['bands.women tooLarge']);
  });
});
