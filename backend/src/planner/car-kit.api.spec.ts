import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { stockholmDate } from '../platform/dates.js';
import { CarKitRepository } from './car-kit.repository.js';
import { orderOf, support, wishAt } from './planner.fixture.js';

describe('what a patrol carries along', () => {
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

  const kit = () => police.api.get<CarKit>(`/planner/${ale.slug}/car-kit`);

  it('is the stretches in their order with the wishes that wait, and the commitment', async () => {
    await makeCommitment(app.dataSource, ale, { acceptsKinds: ['speed-check', 'idea'], requiresWish: false });
    const commitment = await makeCommitment(app.dataSource, ale, { requiresWish: true });
    const near = await wishAt(app, ale, 0, { roadName: 'Storgatan', postedLimit: 40 });
    await support(app, near.reference, 2);
    await wishAt(app, ale, 900, { roadName: 'Kyrkvägen' });
    const answered = await wishAt(app, ale, 10, { roadName: 'Storgatan' });
    const officer = await makeStaff(app, 'case-officer', ale);
    const body = { to: 'answered', version: 1, publicText: 'Tack!' };
    await officer.api.post(`/triage/proposals/${answered.reference}/moves`, { body });
    const { status, body: carried, headers } = await kit();
    expect([status, headers.get('Cache-Control')]).toEqual([200, 'private, no-store']);
    expect(carried).toMatchObject({
      municipality: ale.slug,
      commitment: { id: commitment.id },
      wishMetres: 1000,
    });
    expect(carried.stretches.map(({ id }) => id)).toEqual((await orderOf(police, ale)).map(({ id }) => id));
    const [first] = carried.stretches.filter(({ name }) => name === 'Storgatan');
    expect(first?.postedLimit).toBe(40);
    expect(first?.wishes.map(({ reference, people }) => [reference, people])).toEqual([[near.reference, 3]]);
  });

  it('tells the name of a stretch and, beside it, the road that may be public', async () => {
    const given = [
      ['storgatan ', 0],
      ['Fickan bakom macken', 2000],
    ] as const;
    for (const [roadName, metres] of given) await wishAt(app, ale, metres, { roadName });
    for (const { id, version } of await orderOf(police, ale))
      await police.api.put(`/planner/${ale.slug}/stretches/${id}/name`, {
        body: { version, name: 'Vid Annas uppfart' },
      });
    const { stretches } = (await kit()).body;
    expect(stretches.map(({ name, road }) => [name, road]).sort()).toEqual([
      ['Vid Annas uppfart', null],
      ['Vid Annas uppfart', 'Storgatan'],
    ]);
  });

  it('says how many wait where not all are carried along, and leaves out those that came last', async () => {
    const sent: string[] = [];
    for (let each = 0; each < 3; each++) {
      sent.push((await wishAt(app, ale, 0, { roadName: 'Storgatan' })).reference);
      app.clock.advance({ minutes: 1 });
    }
    const [stretch] = (await kit()).body.stretches;
    expect(stretch?.waiting).toBe(3);
    expect(stretch?.wishes.map(({ reference }) => reference)).toEqual(sent);
    const read = app.get(CarKitRepository);
    const rows = await read.wishes(app.dataSource.manager, ale.id, [stretch?.id ?? ''], 2);
    expect(rows.map(({ reference, waiting }) => [reference, waiting])).toEqual([
      [sent[0], 3],
      [sent[1], 3],
    ]);
  });

  it('has no commitment where no promise takes speed checks', async () => {
    expect((await kit()).body).toMatchObject({ commitment: null, stretches: [] });
  });

  it('leads to a check that counts, logged once however often it is sent, with its method and band', async () => {
    const commitment = await makeCommitment(app.dataSource, ale);
    const { reference } = await wishAt(app, ale, 0);
    const position = (await kit()).body.stretches[0]?.position;
    const now = app.clock.now().toISOString();
    const body = {
      commitmentId: commitment.id,
      occurredOn: stockholmDate(app.clock.now()),
      publicText: 'Polisen har kontrollerat hastigheten.',
      position,
      proposalReferences: [reference],
      result: { method: 'twenty-minutes', durationMinutes: 20, topSpeedBand: '11-20', endedAt: now },
    };
    const key = 'from-the-car-0123456789';
    const first = await police.api.post<StaffActivity>('/activities', { key, body });
    const again = await police.api.post<StaffActivity>('/activities', { key, body });
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(first.body).toMatchObject({
      whyNot: null,
      result: { method: 'twenty-minutes', topSpeedBand: '11-20' },
    });
  });

  it('leads to a check that is taken from a phone whose clock is ahead', async () => {
    const commitment = await makeCommitment(app.dataSource, ale, { requiresWish: false });
    const now = app.clock.now();
    const ahead = new Date(now.getTime() + 3 * 60_000);
    const body = {
      commitmentId: commitment.id,
      occurredOn: stockholmDate(ahead),
      publicText: 'Kontroll.',
      result: { endedAt: ahead.toISOString() },
    };
    const logged = await police.api.post<StaffActivity>('/activities', { key: true, body });
    expect(logged.body).toMatchObject({
      occurredOn: stockholmDate(now),
      result: { endedAt: now.toISOString() },
    });
    const late = { endedAt: new Date(now.getTime() + 11 * 60_000).toISOString() };
    const refused = await police.api.post('/activities', { key: true, body: { ...body, result: late } });
    expect(refused.status).toBe(422);
  });

  it.each([
    ['a method that nobody knows', { method: 'radar' }],
    ['a band that nobody knows', { topSpeedBand: '5-7' }],
    ['no time at all', { durationMinutes: 0 }],
  ])('%s is refused', async (_, result) => {
    const commitment = await makeCommitment(app.dataSource, ale);
    const body = {
      commitmentId: commitment.id,
      occurredOn: stockholmDate(app.clock.now()),
      publicText: 'Kontroll.',
      result,
    };
    expect((await police.api.post('/activities', { key: true, body })).status).toBe(422);
  });
});
