import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { ProposalReceipt, ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

type Place = StaffPlace & ProblemBody;

/** What a measure does to the proposals of its place. */
describe('a measure that is done', () => {
  let app: TestApp;
  let town: TestMunicipality;
  let coordinator: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-20T12:00:00Z');
    town = await makeMunicipality(app.dataSource);
    coordinator = await makeStaff(app, 'coordinator', town);
  });
  afterAll(() => app.stop());

  const darkPlaces = () =>
    ({ type: 'ongoing', acceptsKinds: ['dark-place'], owners: [town.office] }) as const;
  const dark = (causes: readonly string[]) =>
    submitProposal(app, { kind: 'dark-place', position: town.center, details: { causes } });
  const placeOf = async (...proposals: readonly ProposalReceipt[]): Promise<StaffPlace> => {
    const body = {
      municipality: town.slug,
      name: 'Tunneln',
      position: town.center,
      causes: ['underpass'],
      when: ['dark'],
      seasons: [],
      isPublic: true,
      proposals: proposals.map(({ reference }) => reference),
    };
    const { status, body: place } = await coordinator.api.post<Place>('/inventory/places', {
      key: true,
      body,
    });
    expect(status).toBe(201);
    return place;
  };
  const read = async ({ reference }: StaffPlace) =>
    (await coordinator.api.get<StaffPlace>(`/inventory/places/${reference}`)).body;
  const measuresOf = ({ reference }: StaffPlace) => `/inventory/places/${reference}/measures`;
  const plan = async (place: StaffPlace, kind: string, isPublic = true): Promise<string> => {
    const { version, measures: known } = await read(place);
    const body = { version, kind, isPublic };
    const { body: after } = await coordinator.api.post<Place>(measuresOf(place), { key: true, body });
    const made = after.measures.find(({ id }) => !known.some((each) => each.id === id));
    if (!made) throw new Error('No measure');
    return made.id;
  };
  const complete = async (place: StaffPlace, id: string, given: object = {}) => {
    const { version } = await read(place);
    const body = { version, doneOn: '2026-11-20', text: 'Det är klart.', ...given };
    return coordinator.api.post<Place>(`${measuresOf(place)}/${id}/completions`, { key: true, body });
  };
  const storyOf = async ({ reference }: ProposalReceipt) =>
    (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body;
  const statusOf = async (proposal: ProposalReceipt) => (await storyOf(proposal)).status;

  /** Makes a proposal secret to all but the police. @returns an officer of theirs */
  const keptByPolice = async ({ reference }: ProposalReceipt): Promise<TestPerson> => {
    const police = await makeStaff(app, 'police-officer', town);
    const body = { version: 0, secrecyGround: '21 kap. 1 § OSL' };
    expect((await coordinator.api.put(`/triage/proposals/${reference}/record`, { body })).status).toBe(200);
    await app.dataSource.query(
      `UPDATE proposals SET secret_for = (SELECT id FROM organisations WHERE type = 'police' AND id = ANY ($2::uuid[])) WHERE reference = $1`,
      [reference, police.staff.memberships.map(({ organisationId }) => organisationId)],
    );
    return police;
  };
  const showTo = async (place: StaffPlace, isPublic: boolean): Promise<void> => {
    const { version, measures } = await read(place);
    const [measure] = measures;
    if (!measure) throw new Error('No measure');
    const { id, kind, text, plannedOn, cost, ownerId } = measure;
    const body = { version, kind, text, plannedOn, cost, ownerId, isPublic };
    expect((await coordinator.api.put(`${measuresOf(place)}/${id}`, { body })).status).toBe(200);
  };

  it('ends no proposal that waits for more, though its people read of it; the last one does', async () => {
    const [path, overgrown] = [await dark(['path', 'lamp-missing']), await dark(['vegetation'])];
    const place = await placeOf(path, overgrown);
    const poles = await plan(place, 'new-lamp');
    const hedge = await plan(place, 'cut-back');
    expect((await complete(place, hedge, { text: 'Häcken är klippt.' })).status).toBe(201);
    for (const proposal of [path, overgrown]) {
      const { status, events } = await storyOf(proposal);
      expect([status, events.at(-1)]).toMatchObject([
        'received',
        { type: 'activity', text: 'Häcken är klippt.' },
      ]);
    }
    await complete(place, poles);
    expect([await statusOf(path), await statusOf(overgrown)]).toEqual(['done', 'done']);
  });

  it('does not wait for work that is about other things, or that everyone does not read of', async () => {
    const proposal = await dark(['lamp-broken']);
    const place = await placeOf(proposal);
    const lamp = await plan(place, 'new-lamp');
    await plan(place, 'cut-back');
    await plan(place, 'rebuilt', false);
    await complete(place, lamp);
    expect(await statusOf(proposal)).toBe('done');
  });

  it('for staff alone can count for nothing', async () => {
    const commitment = await makeCommitment(app.dataSource, town, darkPlaces());
    const proposal = await dark([]);
    const place = await placeOf(proposal);
    const hidden = await plan(place, 'new-lamp', false);
    const { status, body } = await complete(place, hidden, { commitmentId: commitment.id, confirm: true });
    expect([status, body.errors]).toMatchObject([422, [{ field: 'commitmentId', code: 'notWanted' }]]);
    expect((await read(place)).measures).toMatchObject([{ doneOn: null, activityId: null }]);
  });

  it('serves, for a commitment, what had been sent in by its day', async () => {
    const commitment = await makeCommitment(app.dataSource, town, darkPlaces());
    app.clock.set('2026-11-18T12:00:00Z');
    const early = await dark([]);
    app.clock.set('2026-11-20T12:00:00Z');
    const late = await dark([]);
    const place = await placeOf(early, late);
    const lamp = await plan(place, 'new-lamp');
    expect(
      (await complete(place, lamp, { doneOn: '2026-11-19', commitmentId: commitment.id, confirm: true }))
        .status,
    ).toBe(201);
    expect([await statusOf(early), await statusOf(late)]).toEqual(['done', 'received']);
  });

  it('is told once, when everyone may read of it at last', async () => {
    const proposal = await dark([]);
    const place = await placeOf(proposal);
    const id = await plan(place, 'new-lamp', false);
    await complete(place, id);
    expect(await statusOf(proposal)).toBe('received');
    for (const isPublic of [true, false, true]) await showTo(place, isPublic);
    const { status, events } = await storyOf(proposal);
    expect([status, events.filter(({ type }) => type === 'activity')]).toMatchObject([
      'done',
      [{ text: 'Det är klart.' }],
    ]);
  });

  it('is told to those who may know of a secret proposal there, and to nobody else that it is there', async () => {
    const [open, secret] = [await dark([]), await dark([])];
    const place = await placeOf(open, secret);
    const police = await keptByPolice(secret);
    const path = `/triage/proposals/${secret.reference}`;
    const { status, body: seen } = await complete(place, await plan(place, 'new-lamp'));
    expect([status, seen.proposals.map(({ reference }) => reference)]).toEqual([201, [open.reference]]);
    const read = async () => (await police.api.get<TriageProposal>(path)).body;
    const { status: now, doneNearby, events } = await read();
    expect([now, doneNearby, events.at(-1)]).toMatchObject([
      'received',
      true,
      { type: 'measure-done', actor: null, publicText: null },
    ]);
    const { body: queue } = await police.api.get<TriagePage>('/triage/proposals', {
      query: { municipality: town.slug },
    });
    expect(queue.items.filter((item) => item.doneNearby).map(({ reference }) => reference)).toEqual([
      secret.reference,
    ]);
    await police.api.post(`${path}/notes`, { body: { text: 'Vi har sett det.' } });
    expect((await read()).doneNearby).toBe(false);
  });

  describe('to which proposals are linked afterwards', () => {
    const link = async (place: StaffPlace, proposals: readonly ProposalReceipt[], tellOf?: string) => {
      const { version } = await read(place);
      const body = { version, proposals: proposals.map(({ reference }) => reference), tellOf };
      return coordinator.api.post<Place>(`/inventory/places/${place.reference}/proposals`, { body });
    };

    it('tells their people where staff say so, of those sent in by its day alone', async () => {
      app.clock.set('2026-11-18T12:00:00Z');
      const [first, early] = [await dark([]), await dark([])];
      app.clock.set('2026-11-20T12:00:00Z');
      const late = await dark([]);
      const place = await placeOf(first);
      const lamp = await plan(place, 'new-lamp');
      await complete(place, lamp, { doneOn: '2026-11-19', text: 'Ny lampa.' });
      const told = (await storyOf(first)).events.length;
      expect((await link(place, [early, late], lamp)).status).toBe(200);
      expect((await storyOf(early)).events.at(-1)).toMatchObject({ type: 'activity', text: 'Ny lampa.' });
      expect([await statusOf(early), await statusOf(late)]).toEqual(['done', 'received']);
      expect((await storyOf(first)).events).toHaveLength(told);
    });

    it('says nothing by itself, nor of what everyone does not read to be done', async () => {
      const proposal = await dark([]);
      const place = await placeOf(await dark([]));
      const [planned, hidden] = [await plan(place, 'new-lamp'), await plan(place, 'rebuilt', false)];
      await complete(place, hidden);
      for (const id of [planned, hidden]) {
        const refused = await link(place, [proposal], id);
        expect([refused.status, refused.body.errors]).toMatchObject([
          422,
          [{ field: 'tellOf', code: 'notFound' }],
        ]);
      }
      await complete(place, planned);
      await link(place, [proposal]);
      expect(await statusOf(proposal)).toBe('received');
    });
  });

  it('of the yearly wheel is told to nobody who is linked afterwards', async () => {
    const proposal = await dark(['lamp-missing']);
    const place = await placeOf(await dark([]));
    const hedge = await plan(place, 'cut-back');
    await complete(place, hedge);
    await app.dataSource.query(
      `WITH item AS (
         INSERT INTO wheel_items (municipality_id, kind, title, unit, due, every_years, starts_on, created_at, updated_at)
         SELECT municipality_id, 'cutting', 'Häckarna', 'month', '{11}', 1, '2026-01-01', created_at, created_at FROM inventory_measures WHERE id = $1
         RETURNING id)
       UPDATE inventory_measures SET wheel_item_id = (SELECT id FROM item), wheel_year = 2026, wheel_number = 11 WHERE id = $1`,
      [hedge],
    );
    const { version } = await read(place);
    const body = { version, proposals: [proposal.reference], tellOf: hedge };
    const refused = await coordinator.api.post<Place>(`/inventory/places/${place.reference}/proposals`, {
      body,
    });
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ field: 'tellOf', code: 'notFound' }],
    ]);
  });

  describe('by mistake', () => {
    const withdraw = async (place: StaffPlace, id: string, given: object = {}) => {
      const { version } = await read(place);
      const body = { version, reason: 'Fel plats', planAgain: false, ...given };
      return coordinator.api.post<Place>(`${measuresOf(place)}/${id}/withdrawals`, { key: true, body });
    };
    const mistaken = { type: 'reopened', status: 'under-review', text: expect.stringContaining('misstag') };

    it('is taken back: its proposals are open again with why, and it can be planned anew', async () => {
      const proposal = await dark([]);
      const place = await placeOf(proposal);
      const lamp = await plan(place, 'new-lamp');
      await complete(place, lamp);
      const { status, body } = await withdraw(place, lamp, { planAgain: true });
      expect([status, body.measures]).toMatchObject([
        201,
        [{ kind: 'new-lamp', state: 'planned', text: null }],
      ]);
      expect(body.measures[0]?.id).not.toBe(lamp);
      expect(body.events.slice(-2)).toMatchObject([
        { type: 'measure-withdrawn', reason: 'Fel plats', changes: { kind: 'new-lamp' } },
        { type: 'measure-added' },
      ]);
      const { status: now, events } = await storyOf(proposal);
      expect([now, events.at(-1)]).toMatchObject(['under-review', mistaken]);
      await complete(place, body.measures[0]?.id ?? '');
      expect(await statusOf(proposal)).toBe('done');
    });

    it('asks those who may know of a secret proposal there no more, and says so to nobody else', async () => {
      const secret = await dark([]);
      const place = await placeOf(secret);
      const police = await keptByPolice(secret);
      const seen = async () =>
        (await police.api.get<TriageProposal>(`/triage/proposals/${secret.reference}`)).body;
      const inQueue = async () => {
        const query = { municipality: town.slug };
        const { body } = await police.api.get<TriagePage>('/triage/proposals', { query });
        return body.items.map(({ doneNearby }) => doneNearby);
      };
      const lamp = await plan(place, 'new-lamp');
      await complete(place, lamp);
      // Everyone reads of it anew: nothing more was done.
      for (const isPublic of [false, true]) await showTo(place, isPublic);
      const noted = (await seen()).events.filter(({ type }) => type === 'measure-done');
      expect([noted.length, (await seen()).doneNearby, await inQueue()]).toEqual([1, true, [true]]);
      expect((await withdraw(place, lamp)).status).toBe(201);
      const { doneNearby, events } = await seen();
      expect([doneNearby, await inQueue(), events.at(-1)]).toMatchObject([
        false,
        [false],
        { type: 'measure-withdrawn', actor: null, publicText: null, reason: null },
      ]);
    });

    it('leaves what something else ended as it is, and says so to all who read of it', async () => {
      const proposal = await dark(['lamp-missing', 'vegetation']);
      const place = await placeOf(proposal);
      const [hedge, lamp] = [await plan(place, 'cut-back'), await plan(place, 'new-lamp')];
      await complete(place, hedge);
      const correction = { type: 'moved', text: expect.stringContaining('Det stämde inte') };
      expect((await withdraw(place, hedge)).status).toBe(201);
      expect((await storyOf(proposal)).events.at(-1)).toMatchObject({ ...correction, status: 'received' });
      await complete(place, lamp);
      const other = await plan(place, 'rebuilt');
      await complete(place, other);
      await withdraw(place, lamp);
      const { status, events } = await storyOf(proposal);
      expect([status, events.at(-1)]).toMatchObject(['done', { ...correction, status: 'done' }]);
    });

    it('is refused with words where it is taken back elsewhere, and once it is gone', async () => {
      const commitment = await makeCommitment(app.dataSource, town, darkPlaces());
      const place = await placeOf(await dark([]));
      const [planned, counted, done] = [
        await plan(place, 'rebuilt'),
        await plan(place, 'new-lamp'),
        await plan(place, 'lamp-repaired'),
      ];
      await complete(place, counted, { commitmentId: commitment.id, confirm: true });
      await complete(place, done);
      expect((await withdraw(place, planned)).body.code).toBe('measure.notDone');
      expect((await withdraw(place, counted)).body.code).toBe('measure.counted');
      expect((await withdraw(place, done, { version: 1 })).body.code).toBe('version.stale');
      expect((await withdraw(place, done, { reason: ' ' })).status).toBe(422);
      expect((await withdraw(place, done)).status).toBe(201);
      expect((await withdraw(place, done)).status).toBe(404);
    });

    it('ended a referral and a question for good: what was there is looked at again, and nobody is reminded', async () => {
      const [referred, asked] = [await dark([]), await dark([])];
      const move = async ({ reference }: ProposalReceipt, body: object) => {
        const path = `/triage/proposals/${reference}`;
        const { body: now } = await coordinator.api.get<TriageProposal>(path);
        const moved = await coordinator.api.post(`${path}/moves`, {
          body: { version: now.version, ...body },
        });
        expect(moved.status).toBe(200);
      };
      await move(referred, { to: 'referred', responsible: 'Trafikverket', publicText: 'De äger vägen.' });
      await move(asked, { to: 'under-review' });
      await move(asked, { to: 'awaiting-reply', publicText: 'Vilken lampa?' });
      const place = await placeOf(referred, asked);
      const lamp = await plan(place, 'new-lamp');
      await complete(place, lamp);
      await withdraw(place, lamp);
      for (const proposal of [referred, asked]) expect(await statusOf(proposal)).toBe('under-review');
      const open = await app.dataSource.query<object[]>(
        `SELECT 1 FROM proposals p LEFT JOIN referrals r ON r.proposal_id = p.id AND r.ended_at IS NULL
         LEFT JOIN proposal_questions q ON q.proposal_id = p.id AND q.ended_at IS NULL
         WHERE p.reference IN ('${referred.reference}', '${asked.reference}') AND (r.id IS NOT NULL OR q.id IS NOT NULL)`,
      );
      expect(open).toEqual([]);
      await move(asked, { to: 'awaiting-reply', publicText: 'Vilken lampa, igen?' });
    });

    it('gives a commitment back what belonged to it', async () => {
      const commitment = await makeCommitment(app.dataSource, town, darkPlaces());
      const proposal = await dark([]);
      const path = `/triage/proposals/${proposal.reference}`;
      const body = { to: 'committed', version: 1, commitmentId: commitment.id };
      expect((await coordinator.api.post(`${path}/moves`, { body })).status).toBe(200);
      const place = await placeOf(proposal);
      const lamp = await plan(place, 'new-lamp');
      await complete(place, lamp);
      await withdraw(place, lamp);
      const { body: now } = await coordinator.api.get<TriageProposal>(path);
      expect([now.status, now.commitment?.id]).toEqual(['committed', commitment.id]);
    });
  });
});
