import { randomUUID } from 'node:crypto';
import type { PlaceList, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { ProblemBody } from '../../test/support/api.js';
import { photoForm } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

type Answer = StaffPlace & ProblemBody;

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

const described = (name: string, metres = 0) => ({
  name,
  position: northOf(town.center, metres),
  causes: ['underpass'],
  when: ['dark'],
  seasons: ['winter'],
  isPublic: true,
});
const post = async (path: string, body: object, key: string | true = true) =>
  officer.api.post<Answer>(`/inventory/places${path}`, { key, body });
const made = async (name: string, proposals: string[] = []) =>
  (await post('', { ...described(name), municipality: town.slug, proposals })).body;
const open = async ({ reference }: StaffPlace) =>
  (await officer.api.get<StaffPlace>(`/inventory/places/${reference}`)).body;
const names = async () =>
  (
    await officer.api.get<PlaceList>('/inventory/places', { query: { municipality: town.slug } })
  ).body.items.map(({ name }) => name);
const dark = async (safetyNow: number) =>
  (await submitProposal(app, { kind: 'dark-place', position: town.center, details: { safetyNow } }))
    .reference;
const measure = async ({ reference, version }: StaffPlace, kind: string) =>
  (await post(`/${reference}/measures`, { version, kind, isPublic: true, plannedOn: '2026-12-01' })).body;
const complete = async ({ reference, version, measures }: StaffPlace) =>
  (
    await post(`/${reference}/measures/${measures[0]?.id ?? ''}/completions`, {
      version,
      doneOn: '2026-11-20',
      text: 'Lampan lyser igen.',
    })
  ).body;
const faultsOf = ({ errors }: ProblemBody) => errors?.map(({ field, code }) => `${field} ${code}`);

describe('a place that turns out to be two', () => {
  const nothing = { proposals: [], measures: [], photos: [] };
  const split = ({ reference, version }: StaffPlace, more: object = {}, key: string | true = true) => {
    const body = { ...described('Trappan', 40), ...nothing, version, reason: 'Två platser', ...more };
    return post(`/${reference}/splits`, body, key);
  };
  /** A place with two proposals, a photo, a measure that is done and one that is planned. */
  const withAll = async () => {
    const [stays, goes] = [await dark(4), await dark(1)];
    const one = await made('Gångtunneln', [stays, goes]);
    await officer.api.post(`/inventory/places/${one.reference}/photos`, {
      key: true,
      query: { light: 'night' },
      form: await photoForm(),
    });
    const done = await complete(await measure(await open(one), 'lamp-repaired'));
    return { one: await measure(done, 'cut-back'), stays, goes };
  };

  it('is split with its proposals, measures and photos; a repeat makes no third one', async () => {
    const { one, goes } = await withAll();
    const done = one.measures.find(({ doneOn }) => doneOn);
    const planned = one.measures.find(({ doneOn }) => !doneOn);
    const moved = { proposals: [goes], measures: [done?.id], photos: one.photos.map(({ id }) => id) };
    const key = randomUUID();
    const { status, body: part } = await split(one, moved, key);
    expect([status, (await split(one, moved, key)).body.reference]).toEqual([201, part.reference]);
    expect(part).toMatchObject({
      name: 'Trappan',
      state: 'done',
      people: 1,
      proposals: [{ reference: goes }],
      measures: [{ id: done?.id, doneOn: '2026-11-20' }],
      photos: [{ light: 'night' }],
    });
    expect(part.events.at(-1)).toMatchObject({
      type: 'split-from',
      reason: 'Två platser',
      changes: { place: 'Gångtunneln' },
    });
    const left = await open(one);
    expect(left).toMatchObject({ people: 1, state: 'planned', measures: [{ id: planned?.id }], photos: [] });
    expect(left.events.at(-1)).toMatchObject({ type: 'split-off', changes: { place: 'Trappan' } });
    expect(await names()).toEqual(['Gångtunneln', 'Trappan']);
  });

  it('is one again when the new place is merged into the old one', async () => {
    const { one, goes } = await withAll();
    const { body: part } = await split(one, {
      proposals: [goes],
      measures: one.measures.map(({ id }) => id),
    });
    await officer.api.post(`/inventory/places/${part.reference}/merges`, {
      body: { version: part.version, into: one.reference },
    });
    const again = await open(one);
    expect(again.measures.map(({ id }) => id).sort()).toEqual(one.measures.map(({ id }) => id).sort());
    expect([again.people, again.proposalCount]).toEqual([one.people, one.proposalCount]);
  });

  it('keeps what is not its own, and is whole when nothing is named', async () => {
    const { one, stays, goes } = await withAll();
    const other = await made('Parkeringen');
    const theirs = (await measure(other, 'cut-back')).measures[0]?.id;
    expect(faultsOf((await split(one)).body)).toEqual(['proposals required']);
    expect(faultsOf((await split(one, { proposals: [goes], measures: [theirs] })).body)).toEqual([
      'measures[0] notFound',
    ]);
    expect(faultsOf((await split(one, { photos: [randomUUID()] })).body)).toEqual(['photos[0] notFound']);
    expect((await split(one, { proposals: [goes], version: 1 })).body.code).toBe('version.stale');
    expect((await open(one)).proposals.map(({ reference }) => reference).sort()).toEqual(
      [stays, goes].sort(),
    );
    expect(await names()).toEqual(['Gångtunneln', 'Parkeringen']);
  });
});

describe('two places that were one for a while', () => {
  const sendDark = (safetyNow: number) =>
    submitProposal(app, { kind: 'dark-place', position: town.center, details: { safetyNow } });
  const tell = async (followToken: string, safetyNow: number) => {
    const answer = { followToken, body: { helped: 'yes', safetyNow } };
    expect((await app.api().put('/follow/outcome', answer)).status).toBe(200);
  };

  it('keep what their people said before and after a measure of that time, though only one of them has it', async () => {
    const [first, second] = [await sendDark(2), await sendDark(1)];
    const one = await made('Gångtunneln', [first.reference]);
    const two = await made('Trappan', [second.reference]);
    await officer.api.post(`/inventory/places/${two.reference}/merges`, {
      body: { version: two.version, into: one.reference },
    });
    await complete(await measure(await open(one), 'lamp-repaired'));
    app.clock.advance({ minutes: 1 });
    await tell(first.followToken, 5);
    await tell(second.followToken, 4);
    const { version } = await open(two);
    const { status } = await post(`/${two.reference}/partings`, { version, reason: 'Två platser' });
    expect(status).toBe(200);
    const [parted, kept] = [await open(two), await open(one)];
    expect([parted.measures, parted.ratings]).toEqual([
      [],
      { before: { mean: 1, answers: 1 }, after: { mean: 4, answers: 1 } },
    ]);
    expect(kept.ratings).toEqual({ before: { mean: 2, answers: 1 }, after: { mean: 5, answers: 1 } });
  });
});
