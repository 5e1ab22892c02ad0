import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { ProposalReceipt, ProposalStory } from '@lofteskartan/shared/contracts/proposals';
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
    const show = async (isPublic: boolean) => {
      const { version, measures } = await read(place);
      const [measure] = measures;
      if (!measure) throw new Error('No measure');
      const { kind, text, plannedOn, cost, ownerId } = measure;
      const body = { version, kind, text, plannedOn, cost, ownerId, isPublic };
      expect((await coordinator.api.put(`${measuresOf(place)}/${id}`, { body })).status).toBe(200);
    };
    for (const isPublic of [true, false, true]) await show(isPublic);
    const { status, events } = await storyOf(proposal);
    expect([status, events.filter(({ type }) => type === 'activity')]).toMatchObject([
      'done',
      [{ text: 'Det är klart.' }],
    ]);
  });
});
