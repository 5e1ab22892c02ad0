import type { SimilarProposals } from '@lofteskartan/shared/contracts/proposals';
import type { Position } from '@lofteskartan/shared/position';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import type { ProblemBody } from '../../../test/support/api.js';
import { TestClock } from '../../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makePublicProposal, type PublicProposalFacts } from './public-proposals.fixture.js';
import { PublicProposalsModule } from './public-proposals.module.js';
import { boxAround, doneSince } from './similar.rules.js';

describe('the rules of what is similar', () => {
  it.each([
    ['a year back', '2026-11-22T12:00:00Z', '2025-11-22'],
    ['just past midnight in Stockholm', '2026-11-21T23:30:00Z', '2025-11-22'],
    ['from a leap day', '2028-02-29T12:00:00Z', '2027-02-28'],
  ])('done since: %s', (_, now, date) => {
    expect(doneSince(new Date(now))).toBe(date);
  });

  it.each([
    ['in Ale', [12, 57.9]],
    ['in the far north', [20, 69]],
    ['at the equator', [0, 0]],
    ['at the pole', [0, 90]],
  ] as const)('the box %s holds more than the circle', (_, [lng, lat]) => {
    const [west, south, east, north] = boxAround([lng, lat], 250);
    const metresPerDegree = 111_700;
    expect(lat - south).toBeGreaterThan(250 / metresPerDegree);
    expect(north - lat).toBeGreaterThan(250 / metresPerDegree);
    expect(east - lng).toBeGreaterThan(
      250 / (metresPerDegree * Math.max(Math.cos((lat * Math.PI) / 180), 0.001)),
    );
    expect(lng - west).toBeCloseTo(east - lng, 9);
  });
});

describe('GET /proposals/similar', () => {
  let app: TestApp;
  let town: TestMunicipality;
  const clock = new TestClock('2026-11-22T12:00:00Z');

  beforeAll(async () => {
    app = await startTestApp({ rooms: PublicProposalsModule, clock });
  });
  beforeEach(async () => {
    await app.empty();
    town = await makeMunicipality(app.dataSource);
  });
  afterAll(() => app.stop());

  const similar = async (
    position: Position = town.center,
    kind = 'speed-check',
  ): Promise<SimilarProposals['items']> => {
    const { status, body } = await app
      .api()
      .get<SimilarProposals>('/proposals/similar', { query: { position: position.join(), kind } });
    expect(status).toBe(200);
    return body.items;
  };
  /** A place so many metres to the east and north of the centre, by the database's own reckoning. */
  const away = async (metres: number, degrees = 90): Promise<Position> => {
    const [row] = await app.dataSource.query<{ lng: number; lat: number }[]>(
      `SELECT ST_X(p::geometry) AS lng, ST_Y(p::geometry) AS lat
       FROM ST_Project(ST_MakePoint($1, $2)::geography, $3::float8, radians($4::float8)) AS p`,
      [...town.center, metres, degrees],
    );
    return [row!.lng, row!.lat];
  };
  const make = (facts: PublicProposalFacts): Promise<{ reference: string }> =>
    makePublicProposal(app.dataSource, town, facts);

  it('answers with the nearest first and their distances in metres', async () => {
    const far = await make({ position: await away(240, 0), description: 'Bilarna kör fort' });
    const near = await make({ position: await away(30, 90), supportCount: 4 });
    const items = await similar();
    expect(items.map(({ reference }) => reference)).toEqual([near.reference, far.reference]);
    expect(items.map(({ distanceMetres }) => distanceMetres)).toEqual([30, 240]);
    expect(items[0]).toMatchObject({ supportCount: 4, status: 'received' });
    expect(items[1]).toMatchObject({ description: 'Bilarna kör fort' });
  });

  it.each([
    ['just inside, to the east', 249.9, 90, 1],
    ['just inside, to the south-west', 249.9, 225, 1],
    ['just outside, to the north', 250.1, 0, 0],
    ['just outside, to the east', 250.1, 90, 0],
  ])('250 metres are metres: %s', async (_, metres, direction, count) => {
    await make({ position: await away(metres, direction) });
    expect(await similar()).toHaveLength(count);
  });

  it.each<[string, PublicProposalFacts, number]>([
    ['another kind', { kind: 'dark-place' }, 0],
    ['a committed one', { status: 'committed' }, 1],
    ['one that waits for somebody else', { status: 'referred' }, 1],
    ['an answered one', { status: 'answered' }, 0],
    ['a declined one', { status: 'declined' }, 0],
    ['a duplicate', { status: 'duplicate' }, 0],
    ['done a year ago today', { status: 'done', doneOn: '2025-11-22' }, 1],
    ['done a year and a day ago', { status: 'done', doneOn: '2025-11-21' }, 0],
    ['without a place', { position: null }, 0],
  ])('%s', async (_, facts, count) => {
    await make(facts);
    expect(await similar()).toHaveLength(count);
  });

  it('tells when it was done', async () => {
    await make({ status: 'done', doneOn: '2026-10-03' });
    expect((await similar())[0]).toMatchObject({ status: 'done', doneOn: '2026-10-03', distanceMetres: 0 });
  });

  it('answers with the nearest twenty where many live', async () => {
    const metres = Array.from({ length: 30 }, (_, index) => 3 + index * 4);
    for (const each of [...metres].reverse()) await make({ position: await away(each, each * 7) });
    const items = await similar();
    expect(items.map(({ distanceMetres }) => distanceMetres)).toEqual(metres.slice(0, 20));
  });

  it('is the same whether the nearest twenty are near or far', async () => {
    const metres = Array.from({ length: 25 }, (_, index) => 90 + index * 6);
    for (const each of metres) await make({ position: await away(each, each * 11) });
    expect((await similar()).map(({ distanceMetres }) => distanceMetres)).toEqual(metres.slice(0, 20));
  });

  it.each([
    ['no position', { kind: 'idea' }, 'position'],
    ['latitude beyond the pole', { position: '12,91', kind: 'idea' }, 'position'],
    ['three numbers', { position: '12,57,3', kind: 'idea' }, 'position'],
    ['no kind', { position: '12,57' }, 'kind'],
    ['a kind that is none', { position: '12,57', kind: 'complaint' }, 'kind'],
  ])('refuses %s', async (_, query, field) => {
    const { status, body } = await app.api().get<ProblemBody>('/proposals/similar', { query });
    expect([status, body.errors?.map((each) => each.field)]).toEqual([422, [field]]);
  });

  it('answers at the edges of the world', async () => {
    expect(await similar([180, 90])).toEqual([]);
    expect(await similar([-180, -90])).toEqual([]);
  });
});
