import type { DarkPlace, DarkPlaceList } from '@lofteskartan/shared/contracts/dark-places';
import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { ProjectPlace } from './project-place.service.js';

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

const dark = (details: object = {}) =>
  submitProposal(app, { kind: 'dark-place', position: town.center, details });
const make = async (proposals: readonly ProposalReceipt[], more: object = {}): Promise<StaffPlace> => {
  const body = {
    municipality: town.slug,
    name: 'Tunneln',
    position: town.center,
    causes: ['underpass'],
    when: ['dark'],
    seasons: [],
    isPublic: true,
    proposals: proposals.map(({ reference }) => reference),
    ...more,
  };
  const { status, body: made } = await officer.api.post<StaffPlace>('/inventory/places', { key: true, body });
  if (status !== 201) throw new Error(JSON.stringify(made));
  return made;
};
const measure = async ({ reference }: StaffPlace, more: object = {}): Promise<StaffPlace> => {
  const { body: now } = await officer.api.get<StaffPlace>(`/inventory/places/${reference}`);
  const body = { version: now.version, kind: 'cut-back', isPublic: true, ...more };
  const path = `/inventory/places/${reference}/measures`;
  return (await officer.api.post<StaffPlace>(path, { key: true, body })).body;
};
const complete = async ({ reference, version, measures }: StaffPlace, doneOn: string): Promise<void> => {
  const path = `/inventory/places/${reference}/measures/${measures[0]?.id ?? ''}/completions`;
  const body = { version, doneOn, text: 'Buskarna är klippta.' };
  const { status } = await officer.api.post(path, { key: true, body });
  if (status !== 201) throw new Error(String(status));
};
const read = async ({ reference }: StaffPlace) => app.api().get<DarkPlace>(`/dark-places/${reference}`);
const list = async (query: Record<string, string>) =>
  (await app.api().get<DarkPlaceList>('/dark-places', { query })).body.items.map(({ name }) => name);
/** The night's round: what residents have answered, and what leaves the map. */
const overnight = () => app.get(ProjectPlace).projectAll();

describe('a place that everyone reads', () => {
  it('tells its story: where about, what is done, and which proposals are about it', async () => {
    const proposal = await dark();
    const place = await make([proposal]);
    await measure(place, { plannedOn: '2026-12-01', text: 'Vi klipper ner buskarna.' });
    await measure(place, { kind: 'new-lamp', isPublic: false, text: 'Inte bestämt' });
    const { status, body } = await read(place);
    expect([status, body.state, body.groups]).toEqual([200, 'planned', ['building']]);
    expect(body.position).not.toEqual(town.center);
    expect(body.measures).toEqual([
      {
        kind: 'cut-back',
        state: 'planned',
        text: 'Vi klipper ner buskarna.',
        plannedOn: '2026-12-01',
        doneOn: null,
        owner: null,
      },
    ]);
    expect(body.proposals).toMatchObject([{ reference: proposal.reference, status: 'received' }]);
    expect(await list({ municipality: town.slug })).toEqual(['Tunneln']);
    expect(await list({ proposal: proposal.reference.toLowerCase() })).toEqual(['Tunneln']);
  });

  it('is for staff alone until it is made public, and again when it no longer is', async () => {
    const place = await make([], { isPublic: false });
    expect((await read(place)).status).toBe(404);
    const { version, name, position, causes, when, seasons } = place;
    const body = { version, name, position, causes, when, seasons, isPublic: true };
    await officer.api.put(`/inventory/places/${place.reference}`, { body });
    expect((await read(place)).status).toBe(200);
    await officer.api.put(`/inventory/places/${place.reference}`, {
      body: { ...body, version: version + 1, isPublic: false },
    });
    expect((await read(place)).status).toBe(404);
    expect(await list({ municipality: town.slug })).toEqual([]);
  });

  it('leaves out proposals that nobody is to see, at once', async () => {
    const [shown, hidden] = [await dark(), await dark()];
    const place = await make([shown, hidden]);
    await app.api().post('/follow/withdraw', { body: {}, followToken: hidden.followToken });
    const { body } = await read(place);
    expect(body.proposals.map(({ reference }) => reference)).toEqual([shown.reference]);
  });

  it('says how safe it feels once five people have said, to the nearest half, the morning after', async () => {
    const proposals = [];
    for (const safetyNow of [1, 2, 2, 3]) proposals.push(await dark({ safetyNow }));
    const place = await make(proposals);
    expect((await read(place)).body.ratings).toEqual({ before: null, after: null });
    const fifth = await dark({ safetyNow: 3 });
    const { version } = place;
    const linking = { version, proposals: [fifth.reference] };
    await officer.api.post(`/inventory/places/${place.reference}/proposals`, { body: linking });
    expect((await read(place)).body.ratings.before).toEqual({ mean: 2, answers: 5 });
    await complete(await measure(place), '2026-11-20');
    for (const { reference, followToken } of [...proposals, fifth]) {
      await officer.api.post(`/triage/proposals/${reference}/moves`, {
        body: { to: 'answered', version: 1, publicText: 'Nu är det klippt.' },
      });
      await app.api().put('/follow/outcome', { body: { helped: 'yes', safetyNow: 5 }, followToken });
    }
    expect((await read(place)).body.ratings.after).toBeNull();
    await overnight();
    expect((await read(place)).body.ratings.after).toEqual({ mean: 5, answers: 5 });
  });

  it('is not steered by what is done in secret: neither its figures nor whether it is on the map', async () => {
    const proposals = [];
    for (const safetyNow of [2, 2, 2, 2, 2]) proposals.push(await dark({ safetyNow }));
    const place = await make(proposals);
    await complete(await measure(place, { isPublic: false }), '2026-11-20');
    for (const { reference, followToken } of proposals) {
      await officer.api.post(`/triage/proposals/${reference}/moves`, {
        body: { to: 'answered', version: 1, publicText: 'Nu är det klippt.' },
      });
      await app.api().put('/follow/outcome', { body: { helped: 'yes', safetyNow: 4 }, followToken });
    }
    app.clock.set('2028-11-20T12:00:00Z');
    await overnight();
    const { body } = await read(place);
    expect([body.ratings, body.measures]).toEqual([{ before: { mean: 4, answers: 5 }, after: null }, []]);
    expect(body.position).not.toBeNull();
  });

  it('leaves the map when all has been done for as long as the municipality says; its page stays', async () => {
    const place = await make([]);
    await complete(await measure(place), '2026-11-20');
    app.clock.set('2028-11-19T12:00:00Z');
    await overnight();
    expect((await read(place)).body.position).not.toBeNull();
    app.clock.set('2028-11-20T12:00:00Z');
    await overnight();
    const { status, body } = await read(place);
    expect([status, body.position, body.state]).toEqual([200, null, 'done']);
  });

  it('is not there in a municipality that is a draft', async () => {
    const place = await make([]);
    await app.dataSource.query('UPDATE municipalities SET opened_at = NULL WHERE id = $1', [town.id]);
    expect((await read(place)).status).toBe(404);
    expect(await list({ municipality: town.slug })).toEqual([]);
  });
});
