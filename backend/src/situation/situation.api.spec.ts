import type {
  OutsidePicture,
  SituationPicture,
  SituationSpots,
} from '@lofteskartan/shared/contracts/situation';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { northOf } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { makeActivity } from '../proposals/proposal.fixture.js';
import { tell, type Told } from './situation.fixture.js';

const quarter = { from: '2026-07-01', to: '2026-09-30' };
const names = (count: number, at: string, prefix = 'p'): [string, string][] =>
  Array.from({ length: count }, (_, index) => [`${prefix}${String(index)}`, at]);

describe('the situational picture', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;

  beforeAll(async () => {
    app = await startTestApp({ clock: new TestClock('2026-11-20T12:00:00Z') });
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', ale);
    await app.dataSource.query('UPDATE municipalities SET opened_at = $2 WHERE id = $1', [
      ale.id,
      '2024-01-01',
    ]);
    await app.dataSource.query('UPDATE localities SET population = 2000 WHERE id = $1', [ale.locality.id]);
  });
  afterAll(() => app.stop());

  const read = async (query: object = quarter, person = officer): Promise<SituationPicture> =>
    (await person.api.get<SituationPicture>(`/situation/${ale.slug}`, { query: { ...query } })).body;
  const spots = async (query: object = {}, person = officer): Promise<SituationSpots> =>
    (
      await person.api.get<SituationSpots>(`/situation/${ale.slug}/spots`, {
        query: { ...quarter, ...query },
      })
    ).body;

  it('counts a person who confirmed an address once, on however many devices', async () => {
    await tell(app.dataSource, ale, [
      { kind: 'idea', at: '2026-08-01T10:00Z', people: [['anna@phone', '2026-08-01T10:00Z']] },
      {
        kind: 'idea',
        at: '2026-08-02T10:00Z',
        people: [
          ['anna@laptop', '2026-08-02T10:00Z'],
          ['bo', '2026-08-02T10:00Z'],
        ],
      },
    ]);
    expect((await read()).all).toMatchObject({ proposals: 2, people: 2 });
  });

  it('counts a device once, for whichever proposal its address was confirmed', async () => {
    const at = '2026-08-01T10:00Z';
    await tell(app.dataSource, ale, [
      { kind: 'idea', at, people: [['anna@phone', at]] },
      { kind: 'idea', at, people: [['anna@laptop', at]] },
      {
        kind: 'dark-place',
        at,
        people: [
          ['~anna@laptop', at],
          ['~bo@phone', at],
        ],
      },
    ]);
    const { all } = await read();
    expect(all).toMatchObject({ proposals: 3, people: 2 });
  });

  it('counts in the days of Stockholm', async () => {
    const at = (moment: string): Told => ({ kind: 'idea', at: moment, people: [[moment, moment]] });
    await tell(app.dataSource, ale, [
      at('2026-06-30T21:59Z'),
      at('2026-06-30T22:01Z'),
      at('2026-09-30T21:59Z'),
      at('2026-09-30T22:01Z'),
    ]);
    expect((await read()).all).toMatchObject({ proposals: 2, people: 2 });
  });

  it('counts who supports in the period what was sent in before it', async () => {
    await tell(app.dataSource, ale, [
      {
        kind: 'idea',
        at: '2026-05-01T10:00Z',
        people: [
          ['a', '2026-05-01T10:00Z'],
          ['b', '2026-08-01T10:00Z'],
        ],
      },
    ]);
    expect((await read()).all).toMatchObject({ proposals: 0, people: 1 });
  });

  it('says what happens, and when, as residents told', async () => {
    const at = '2026-08-01T10:00Z';
    const wish = { weekdays: ['mon'], hourBands: ['07-09'], problems: ['speeding', 'moped'], near: [] };
    await tell(app.dataSource, ale, [
      { kind: 'speed-check', at, people: [['a', at]], details: wish },
      { kind: 'speed-check', at, people: [['b', at]], details: { ...wish, problems: ['speeding'] } },
      { kind: 'speed-check', at, people: [['c', at]] },
      {
        kind: 'dark-place',
        at,
        people: [['d', at]],
        details: { causes: ['underpass'], when: ['dark', 'winter'] },
      },
      { kind: 'idea', at, people: [['e', at]], details: { topic: 'leisure' }, position: null },
    ]);
    const { themes, wishTimes, darkTimes } = await read();
    expect(themes.map(({ kind, theme, proposals }) => [kind, theme, proposals])).toEqual([
      ['dark-place', 'underpass', 1],
      ['idea', 'leisure', 1],
      ['speed-check', 'speeding', 2],
      ['speed-check', 'moped', 1],
    ]);
    expect(wishTimes).toMatchObject({ told: 2, untold: 1 });
    expect(wishTimes.counts[0]?.slice(0, 3)).toEqual([0, 2, 0]);
    expect(wishTimes.counts[1]?.every((count) => count === 0)).toBe(true);
    expect(darkTimes.flatMap(({ time, proposals }) => (proposals ? [time] : []))).toEqual(['dark', 'winter']);
  });

  it.each<[name: string, opened: string, comparison: string, before: number | null]>([
    ['there was one', '2024-01-01', 'compared', 0],
    ['it began in the middle', '2025-08-15', 'partly', null],
    ['it had not begun', '2025-12-01', 'not-begun', null],
  ])('the year before: %s', async (_name, opened, comparison, before) => {
    await app.dataSource.query('UPDATE municipalities SET opened_at = $2 WHERE id = $1', [ale.id, opened]);
    const at = '2026-08-01T10:00Z';
    await tell(app.dataSource, ale, [{ kind: 'idea', at, people: names(9, at) }]);
    const { all, comparison: found } = await read();
    expect([found, all.peopleBefore]).toEqual([comparison, before]);
    expect(all.verdict).toBe(before === null ? null : 'more');
  });

  it('finds the place at which more people point, and draws it where it is', async () => {
    const at = '2026-08-01T10:00Z';
    const dark = northOf(ale.center, 2000);
    await tell(app.dataSource, ale, [
      ...Array.from({ length: 12 }, (_, index): Told => {
        const position = northOf(ale.center, index * 300 - 2000);
        return { kind: 'speed-check', at, position, people: names(1, at, `x${String(index)}`) };
      }),
      { kind: 'dark-place', at, position: dark, people: names(14, at), localityId: ale.locality.id },
      {
        kind: 'dark-place',
        at,
        position: northOf(dark, 60),
        people: names(16, at),
        localityId: ale.locality.id,
      },
    ]);
    const { hotSpots, points, places, unplaced } = await spots();
    expect(hotSpots.map(({ rank, people, certainty, kinds }) => [rank, people, certainty, kinds])).toEqual([
      [1, 16, 'certain', ['dark-place']],
    ]);
    expect(hotSpots[0]?.locality).toBe('Centrum');
    expect(Math.abs((hotSpots[0]?.position[1] ?? 0) - dark[1])).toBeLessThan(0.001);
    expect([places, points.length, unplaced]).toEqual([13, 13, 0]);
    expect(points[0]?.people).toBe(16);
    expect((await spots({ kind: 'speed-check' })).places).toBe(12);
  });

  it('shows on the map what happens when it is asked for', async () => {
    const at = '2026-08-01T10:00Z';
    const morning = { weekdays: ['mon'], hourBands: ['07-09'], problems: [], near: [] };
    await tell(app.dataSource, ale, [
      { kind: 'speed-check', at, people: [['a', at]], details: morning },
      {
        kind: 'dark-place',
        at,
        people: [['b', at]],
        position: northOf(ale.center, 900),
        details: { causes: [], when: ['dark'] },
      },
      { kind: 'speed-check', at, people: [['c', at]], position: northOf(ale.center, 1800) },
      { kind: 'idea', at, people: [['d', at]], position: null },
    ]);
    const count = async (query: object) => {
      const { places, untimed, unplaced } = await spots(query);
      return [places, untimed, unplaced];
    };
    expect(await count({})).toEqual([3, 0, 1]);
    expect(await count({ part: 'morning' })).toEqual([1, 1, 1]);
    expect(await count({ part: ['morning', 'night'] })).toEqual([2, 1, 1]);
    expect(await count({ weekday: 'sat' })).toEqual([1, 1, 1]);
    expect(await count({ weekday: 'sat', part: 'morning' })).toEqual([0, 1, 1]);
  });

  it('tells what was done, and nothing of what waits for its release', async () => {
    const commitment = await makeCommitment(app.dataSource, ale);
    const police = await makeStaff(app, 'police-officer', ale);
    const made = {
      commitment,
      organisationId: ale.police.id,
      accountId: police.staff.accountId,
      proposalIds: [],
    };
    const released = await makeActivity(app.dataSource, { ...made, occurredOn: '2026-08-10' });
    await makeActivity(app.dataSource, { ...made, occurredOn: '2026-08-11' });
    await app.dataSource.query(
      `INSERT INTO public_activities (activity_id, commitment_id, municipality_id, occurred_on, counts, proposal_references, view, published_at, updated_at)
       VALUES ($1, $2, $3, '2026-08-10', true, '{}', jsonb_build_object('locality', $4::text, 'proposalReferences', '[]'::jsonb), now(), now())`,
      [released, commitment.id, ale.id, ale.locality.slug],
    );
    const { done, localities } = await read({ ...quarter }, police);
    expect(done.commitments).toMatchObject([{ activities: 1, counting: 1 }]);
    expect(localities[0]).toMatchObject({ activities: 1, measures: 0, verdict: 'nobody' });
    const { done: later } = await read({ from: '2026-08-11', to: '2026-08-31' }, police);
    expect(later.commitments).toMatchObject([{ activities: 0, counting: 0 }]);
  });

  it('hides in what leaves the staff side what is of fewer than five', async () => {
    const at = '2026-08-01T10:00Z';
    const [second] = await app.dataSource.query<{ id: string }[]>(
      `INSERT INTO localities (municipality_id, slug, name, position, population)
       SELECT municipality_id, 'ostra', 'Östra', position, 500 FROM localities WHERE id = $1 RETURNING id`,
      [ale.locality.id],
    );
    await tell(app.dataSource, ale, [
      { kind: 'idea', at, people: names(30, at), localityId: ale.locality.id },
      {
        kind: 'dark-place',
        at,
        people: names(4, at, 'd'),
        localityId: second?.id ?? null,
        position: northOf(ale.center, 3000),
      },
      ...Array.from({ length: 9 }, (_, index): Told => {
        const position = northOf(ale.center, index * 300 - 3000);
        return {
          kind: 'speed-check',
          at,
          position,
          people: names(1, at, `x${String(index)}`),
          localityId: ale.locality.id,
        };
      }),
    ]);
    const { body } = await officer.api.get<OutsidePicture>(`/situation/${ale.slug}/outside`, {
      query: quarter,
    });
    const { picture, hotSpots } = body;
    expect(picture.all).toMatchObject({ proposals: 11, people: 43 });
    expect(picture.kinds.map(({ proposals }) => proposals)).toEqual([null, null, null]);
    expect(picture.kinds.map(({ people }) => people)).toEqual([null, null, 30]);
    expect(picture.localities.map(({ people }) => people)).toEqual([null, null]);
    expect(hotSpots).toEqual([]);
    const staff = await read();
    expect(staff.localities.map(({ people }) => people)).toEqual([39, 4]);
  });

  it.each<[name: string, query: object, field: string]>([
    ['without days', {}, 'from'],
    ['the wrong way round', { from: '2026-09-30', to: '2026-07-01' }, 'to'],
    ['too long', { from: '2020-01-01', to: '2026-07-01' }, 'to'],
    ['to come', { from: '2027-01-01', to: '2027-02-01' }, 'from'],
    ['no days at all', { from: "';--", to: '2026-07-01' }, 'from'],
    ['a day that is not there', { from: '2026-02-30', to: '2026-07-01' }, 'from'],
  ])('days %s are refused', async (_name, query, field) => {
    for (const path of ['', '/spots', '/outside', '/pdf']) {
      const { status, body } = await officer.api.get<{ errors: { field: string }[] }>(
        `/situation/${ale.slug}${path}`,
        { query: { ...query } },
      );
      expect([path, status]).toEqual([path, 422]);
      expect(body.errors.map((each) => each.field)).toContain(field);
    }
  });

  it.each(['weekday=someday', 'part=noon', 'kind=crime', 'kind=idea&kind=idea'])(
    '%s is refused',
    async (what) => {
      const { status } = await officer.api.get(
        `/situation/${ale.slug}/spots?${new URLSearchParams(quarter).toString()}&${what}`,
      );
      expect(status).toBe(422);
    },
  );

  it('is not there for the staff of another municipality', async () => {
    const stranger = await makeStaff(app, 'coordinator', await makeMunicipality(app.dataSource));
    for (const path of ['', '/spots', '/outside', '/pdf']) {
      const { status } = await stranger.api.get(`/situation/${ale.slug}${path}`, { query: quarter });
      expect([path, status]).toEqual([path, 404]);
    }
  });
});
