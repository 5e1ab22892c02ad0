import { mailing, Place } from '../../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { northOf, submitProposal } from '../../../test/support/proposal.js';
import { filesIn } from '../../../test/support/zip.js';

describe('a sender’s own data', () => {
  let app: TestApp;
  let place: Place;

  beforeAll(async () => {
    app = await startTestApp({ config: mailing });
    place = await Place.make(app);
  });
  afterAll(() => app.stop());

  it('is words, place, contact, history and photos, and nothing of staff or of anybody else', async () => {
    const { reference, followToken } = place.proposal;
    const other = await submitProposal(app, {
      kind: 'speed-check',
      position: northOf(place.municipality.center, 20),
      description: 'hemligt av en granne',
    });
    const officer = place.people['case-officer'].api;
    const police = place.people['police-officer'].api;
    const triage = `/triage/proposals`;
    const note = { body: { text: 'hemlig anteckning' } };
    expect((await officer.post(`${triage}/${reference}/notes`, note)).status).toBe(201);
    const gather = { body: { to: 'duplicate', version: 1, duplicateOf: reference } };
    expect((await officer.post(`${triage}/${other.reference}/moves`, gather)).status).toBe(200);
    const seen = await police.get<{ version: number }>(`${triage}/${reference}`);
    const { version } = seen.body;
    const commit = { body: { to: 'committed', version, commitmentId: place.commitment.id } };
    expect((await police.post(`${triage}/${reference}/moves`, commit)).status).toBe(200);
    const plan = { body: { to: 'planned', version: version + 1 } };
    expect((await police.post(`${triage}/${reference}/moves`, plan)).status).toBe(200);

    const { status, headers, body } = await app.api().get<Buffer>('/follow/data', { followToken });
    expect([status, headers.get('Content-Type'), headers.get('Cache-Control')]).toEqual([
      200,
      'application/zip',
      'private, no-store',
    ]);
    const files = await filesIn(body);
    expect([...files.keys()]).toEqual(['photos/1.jpg', 'data.json']);
    expect(files.get('photos/1.jpg')?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    const text = files.get('data.json')?.toString('utf8') ?? '';
    expect(JSON.parse(text)).toMatchObject({
      reference,
      position: place.municipality.center,
      contact: { email: 'avsandare@example.org', name: 'Kim' },
      events: expect.arrayContaining([expect.objectContaining({ type: 'received' })]) as unknown,
      photos: ['photos/1.jpg'],
    });
    for (const never of ['hemlig', 'planned', other.reference, 'supportCount'])
      expect(text).not.toContain(never);
  });

  it('of a member of a case says nothing of the others', async () => {
    const leader = await place.freshProposal();
    const { reference, followToken } = await place.freshProposal();
    const body = { to: 'duplicate', version: 1, duplicateOf: leader.reference };
    await place.people['case-officer'].api.post(`/triage/proposals/${reference}/moves`, { body });
    const { body: zip } = await app.api().get<Buffer>('/follow/data', { followToken });
    const text = (await filesIn(zip)).get('data.json')?.toString('utf8') ?? '';
    expect(text).toContain(reference);
    expect(text).not.toContain(leader.reference);
  });

  it('is for the one who has the link', async () => {
    expect((await app.api().get('/follow/data', { followToken: 'x'.repeat(43) })).status).toBe(401);
  });
});
