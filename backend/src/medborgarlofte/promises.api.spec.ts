import type { PublicActivity, StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { Commitment, Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { type CommitmentWanted, makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

let app: TestApp;
let town: TestMunicipality;
let coordinator: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  coordinator = await makeStaff(app, 'coordinator', town);
});
afterAll(() => app.stop());

/** A commitment of the municipality's own, which needs no wish and is public once confirmed. */
const ofTheOffice = (wanted: CommitmentWanted = {}): Promise<TestCommitment> =>
  makeCommitment(app.dataSource, town, {
    acceptsKinds: ['idea', 'dark-place'],
    owners: [town.office],
    ...wanted,
  });

/** Logs and confirms. */
async function done(commitment: TestCommitment, more: object = {}): Promise<StaffActivity> {
  const body = { commitmentId: commitment.id, occurredOn: '2026-11-10', publicText: 'Gjort.', ...more };
  const logged = await coordinator.api.post<StaffActivity>('/activities', { key: true, body });
  expect(logged.status).toBe(201);
  const path = `/activities/${logged.body.id}/confirm`;
  const confirmed = await coordinator.api.post<StaffActivity>(path, { body: {} });
  expect(confirmed.status).toBe(200);
  return confirmed.body;
}

const read = async (commitment: TestCommitment): Promise<Commitment> =>
  (await app.api().get<Commitment>(`/commitments/${commitment.id}`)).body;
const activitiesOf = async (commitment: TestCommitment): Promise<PublicActivity[]> =>
  (await app.api().get<{ items: PublicActivity[] }>(`/commitments/${commitment.id}/activities`)).body.items;

describe('a promise', () => {
  it('is told in the caller’s language', async () => {
    const commitment = await ofTheOffice();
    const path = `/medborgarloften/${commitment.medborgarlofteId}`;
    const swedish = await app.api().get<Medborgarlofte>(path);
    const english = await app.api().get<Medborgarlofte>(path, { headers: { 'Accept-Language': 'en-GB' } });
    expect(swedish.headers.get('Content-Language')).toBe('sv');
    expect(swedish.body).toMatchObject({ title: 'Löftet', commitments: [{ title: 'Åtagandet' }] });
    expect(english.headers.get('Content-Language')).toBe('en');
    expect(english.headers.get('Vary')).toContain('Accept-Language');
    expect(english.body).toMatchObject({ title: 'Löftet (en)', commitments: [{ title: 'Åtagandet (en)' }] });
  });

  it('is listed by municipality, the latest first, page by page', async () => {
    const first = await ofTheOffice();
    const here = town;
    town = await makeMunicipality(app.dataSource);
    const other = await ofTheOffice({ period: { from: '2026-01-01', to: '2026-12-31' } });
    const list = async (query: Record<string, string | number>) =>
      (
        await app
          .api()
          .get<{ items: Medborgarlofte[]; nextCursor: string | null }>('/medborgarloften', { query })
      ).body;
    const ids = (page: { items: Medborgarlofte[] }) => page.items.map(({ id }) => id);
    expect(ids(await list({ municipality: here.slug }))).toEqual([first.medborgarlofteId]);
    expect(ids(await list({ municipality: 'ingenstans' }))).toEqual([]);
    const page = await list({ limit: 1 });
    expect(ids(page)).toEqual([other.medborgarlofteId]);
    expect(ids(await list({ limit: 1, cursor: page.nextCursor ?? '' }))).toEqual([first.medborgarlofteId]);
  });

  it('says when something public last changed', async () => {
    const [one, other] = [await ofTheOffice(), await ofTheOffice()];
    const promise = async () =>
      (await app.api().get<Medborgarlofte>(`/medborgarloften/${one.medborgarlofteId}`)).body;
    expect((await promise()).updatedAt).toBe('2025-01-01T00:00:00.000Z');
    await done(one);
    expect((await promise()).updatedAt).toBe('2026-11-20T12:00:00.000Z');
    expect((await read(other)).updatedAt).toBe('2025-01-01T00:00:00.000Z');
  });

  it.each(['/medborgarloften', '/commitments'])('%s of an unknown id is not found', async (path) => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await app.api().get(`${path}/${unknown}`)).status).toBe(404);
    expect((await app.api().get(`/commitments/${unknown}/activities`)).status).toBe(404);
  });
});

describe('the progress of each type', () => {
  it('recurring: each school its own meeting', async () => {
    const meetings = await ofTheOffice({ type: 'recurring', perYear: 2, perYearFor: ['Norra', 'Södra'] });
    await done(meetings, { result: { subject: 'Norra skolan' } });
    await done(meetings, { result: { subject: 'Norra skolan' } });
    expect((await read(meetings)).progress).toMatchObject({
      type: 'recurring',
      unit: 'möten',
      years: [
        { year: 2025, done: 0, state: 'missed' },
        { year: 2026, done: 1, state: 'under-way' },
        { year: 2027, done: 0, state: 'to-come' },
      ],
    });
  });

  it('milestones: a step is done on its date', async () => {
    const steps = await ofTheOffice({ type: 'milestones', milestones: ['norra', 'sodra'] });
    await done(steps, { result: { milestoneId: steps.milestones[1] } });
    expect((await read(steps)).progress).toMatchObject({
      type: 'milestones',
      done: 1,
      steps: [
        { name: 'norra', doneOn: null },
        { name: 'sodra', doneOn: '2026-11-10' },
      ],
    });
  });

  it('milestones: only the commitment’s own', async () => {
    const [steps, others] = [
      await ofTheOffice({ type: 'milestones', milestones: ['norra'] }),
      await ofTheOffice({ type: 'milestones', milestones: ['norra'] }),
    ];
    const body = {
      commitmentId: steps.id,
      occurredOn: '2026-11-10',
      publicText: 'Gjort.',
      result: { milestoneId: others.milestones[0] },
    };
    expect((await coordinator.api.post('/activities', { key: true, body })).status).toBe(422);
  });

  it('ongoing: dated evidence, and a warning without', async () => {
    const work = await ofTheOffice({ type: 'ongoing' });
    expect((await read(work)).progress).toMatchObject({ latestOn: null, evidence: 0, stale: true });
    await done(work);
    expect((await read(work)).progress).toMatchObject({ latestOn: '2026-11-10', evidence: 1, stale: false });
  });
});

describe('what a released activity tells', () => {
  it('a date without a time, the place on the grid, and no small numbers', async () => {
    const commitment = await ofTheOffice();
    const result = {
      endedAt: '2026-11-10T09:30:00Z',
      durationMinutes: 45,
      measured: 90,
      reported: 3,
      participants: 4,
      licencesSeized: 2,
      topSpeed: 131,
      subject: 'Storgatan',
    };
    const { id } = await done(commitment, { position: town.center, result });
    const [told] = await activitiesOf(commitment);
    expect(told).toEqual({
      id,
      commitmentId: commitment.id,
      occurredOn: '2026-11-10',
      publicText: 'Gjort.',
      position: expect.any(Array),
      locality: 'centrum',
      result: {
        measured: 90,
        reported: null,
        reportedFewerThanFive: true,
        participants: null,
        subject: 'Storgatan',
      },
      organisation: `Organisation ${town.office.slug}`,
      proposalReferences: [],
      counts: true,
      whyNot: null,
      publishedAt: '2026-11-20T12:00:00.000Z',
    });
    expect(told?.position).not.toEqual(town.center);
    const [{ metres }] = await app.dataSource.query(
      `SELECT ST_Distance(ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography, ST_SetSRID(ST_MakePoint($3, $4), 4326)::geography)
         AS metres`,
      [...(told?.position ?? []), ...town.center],
    );
    expect(metres).toBeLessThan(25);
  });

  it('nothing of the place where the commitment publishes no positions', async () => {
    const commitment = await ofTheOffice({ publicPosition: false });
    await done(commitment, { position: town.center, result: { subject: 'Norra skolan' } });
    const [told] = await activitiesOf(commitment);
    expect(told).toMatchObject({ position: null, locality: null, result: { subject: null } });
    const [row] = await app.dataSource.query('SELECT lng, lat FROM public_activities');
    expect(row).toEqual({ lng: null, lat: null });
  });

  it('licences and top speed of a year that is over and has five results, and never before', async () => {
    const commitment = await ofTheOffice();
    const few = await ofTheOffice();
    for (let checks = 1; checks <= 4; checks += 1) {
      await done(few, { result: { measured: 50, licencesSeized: 2, topSpeed: 90 + checks } });
      await done(commitment, { result: { measured: 50, licencesSeized: 2, topSpeed: 90 + checks } });
    }
    await done(commitment, { result: { measured: 50 } });
    expect((await read(commitment)).yearlyTotals).toEqual([]);
    app.clock.advance({ hours: 24 * 60 });
    expect((await read(few)).yearlyTotals).toEqual([]);
    expect((await read(commitment)).yearlyTotals).toEqual([{ year: 2026, licencesSeized: 8, topSpeed: 94 }]);
  });

  it('only the numbers of proposals that are public at the moment', async () => {
    const commitment = await ofTheOffice();
    const send = async (body: object): Promise<string> =>
      (await app.api().post<{ reference: string }>('/proposals', { key: true, body })).body.reference;
    const place = {
      kind: 'dark-place',
      position: town.center,
      details: { causes: ['lamp-broken'], when: [] },
    };
    const shown = await send(place);
    const idea = await send({
      kind: 'idea',
      municipality: town.slug,
      description: 'Fler lampor',
      details: { topic: 'safety' },
    });
    await done(commitment, { proposalReferences: [idea, shown] });
    expect((await activitiesOf(commitment))[0]?.proposalReferences).toEqual([shown]);
    const body = { text: 'release' };
    expect((await coordinator.api.post(`/triage/proposals/${idea}/publication`, { body })).status).toBe(200);
    expect((await activitiesOf(commitment))[0]?.proposalReferences).toEqual([idea, shown]);
    const story = await app.api().get<{ status: string; activities: PublicActivity[] }>(`/proposals/${idea}`);
    expect(story.body.status).toBe('done');
    expect(story.body.activities).toHaveLength(1);
  });
});
