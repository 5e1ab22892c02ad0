import { randomUUID } from 'node:crypto';
import type { ChangedStretch } from '@lofteskartan/shared/contracts/planner';
import type {
  MeasurementReport,
  SpeedMeasurement,
  StretchMeasurements,
} from '@lofteskartan/shared/contracts/speed-measurements';
import type { AlternativeOutcome } from '@lofteskartan/shared/contracts/stretch-alternatives';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { TestClock } from '../../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { orderOf, wishAt } from '../planner.fixture.js';

let app: TestApp;
let ale: TestMunicipality;
let police: TestPerson;
let stretchId: string;

beforeAll(async () => {
  app = await startTestApp({ clock: new TestClock('2026-11-26T09:00:00Z') });
});
beforeEach(async () => {
  ale = await makeMunicipality(app.dataSource);
  police = await makeStaff(app, 'police-officer', ale);
  await wishAt(app, ale, 0);
  stretchId = (await orderOf(police, ale))[0]?.id ?? '';
});
afterAll(() => app.stop());

const stretchPath = (id = stretchId) => `/planner/${ale.slug}/stretches/${id}`;
const path = (id = stretchId) => `${stretchPath(id)}/measurements`;
const heads = 'Datum;Tid;Hastighet (km/h);Regnr';
/** Passages of a day, a minute apart, each with a plate that is nobody's to keep. */
const passages = (day: string, ...speeds: (number | string)[]): string =>
  [
    heads,
    ...speeds.map(
      (speed, index) => `${day};07:${String(index % 60).padStart(2, '0')};${String(speed)};ABC123`,
    ),
  ].join('\r\n');
const steady = (speed: number): number[] =>
  Array.from({ length: 120 }, (_, index) => speed - 5 + (index % 11));
const body = (file: string, more: object = {}) => ({
  source: 'radar-box',
  measuredBy: 'municipality',
  direction: 'Mot Nol',
  postedLimit: 50,
  file,
  ...more,
});
const preview = (file: string, more: object = {}, { api } = police) =>
  api.post<MeasurementReport & ProblemBody>(`${path()}/preview`, { body: body(file, more) });
const store = (file: string, more: object = {}, key: string | true = true, id = stretchId) =>
  police.api.post<SpeedMeasurement & ProblemBody>(path(id), { key, body: body(file, more) });
const list = async (id = stretchId) => (await police.api.get<StretchMeasurements>(path(id))).body;
const detail = async (id = stretchId) => (await police.api.get<StretchDetail>(stretchPath(id))).body;

describe('a file of measured speeds', () => {
  it('is told line by line before anything is kept', async () => {
    const { status, body: report } = await preview(`\uFEFF${passages('2026-11-03', '46,0', 'fort', 54, 1)}`);
    expect([status, report.form, report.accepted, report.refused, report.leftOut]).toEqual([
      200,
      'passages',
      2,
      1,
      1,
    ]);
    expect(report.faults).toEqual([
      { line: 3, column: 'Hastighet (km/h)', value: 'fort', message: 'Skriv ett tal.' },
    ]);
    expect(report.figures).toMatchObject({
      fromAt: '2026-11-03T06:00:00.000Z',
      toAt: '2026-11-03T06:02:00.000Z',
      passages: 2,
      mean: 50,
      p85: 54,
      overLimit: 1,
    });
    expect([report.ignoredColumns, report.alreadyThere]).toEqual([['Regnr'], false]);
    expect((await list()).items).toEqual([]);
  });

  it('is kept as sums, once, and without what it says of anybody', async () => {
    const key = randomUUID();
    const file = passages('2026-11-03', ...steady(46));
    const [first, again] = [await store(file, {}, key), await store(file, {}, key)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect((await list()).items).toEqual([first.body]);
    expect(first.body).toMatchObject({
      source: 'radar-box',
      direction: 'Mot Nol',
      passages: 120,
      mean: 46,
      p85: 50,
    });
    const hours = await app.dataSource.query<object[]>(
      'SELECT passages, speed_sum AS "speedSum", bands FROM speed_measurement_hours WHERE measurement_id = $1',
      [first.body.id],
    );
    expect(hours).toEqual([
      {
        passages: 120,
        speedSum: 5515,
        bands: [
          { from: 40, to: 45, passages: 44 },
          { from: 45, to: 50, passages: 55 },
          { from: 50, to: 55, passages: 21 },
        ],
      },
    ]);
    const all = await app.dataSource.query<object[]>(
      'SELECT row_to_json(m)::text AS row FROM speed_measurements m',
    );
    expect(JSON.stringify([all, hours])).not.toContain('ABC123');
    expect((await detail()).history[0]).toMatchObject({ type: 'measured', name: '2026-11-03–2026-11-03' });
  });

  it('keeps no hour of its own in which fewer than five passed', async () => {
    const few = ['08:00', '08:10', '08:20', '08:30'].map((time) => `2026-11-03;${time};97;`);
    const file = [passages('2026-11-03', 46, 47, 48, 49, 50), ...few].join('\r\n');
    const { body: stored } = await store(file);
    const hours = await app.dataSource.query<object[]>(
      'SELECT passages, speed_sum AS "speedSum" FROM speed_measurement_hours WHERE measurement_id = $1',
      [stored.id],
    );
    expect([stored.passages, hours]).toEqual([9, [{ passages: 5, speedSum: 240 }]]);
  });

  it('is not kept twice', async () => {
    const file = passages('2026-11-03', ...steady(46));
    await store(file);
    expect((await preview(file)).body.alreadyThere).toBe(true);
    const { status, body: problem } = await store(file);
    expect([status, problem.code]).toEqual([409, 'measurement.alreadyThere']);
  });

  it('of hours has a mean, and no percentile that nobody can know', async () => {
    const file =
      'Från;Till;Antal;Medel;V85\n2026-11-03 07:00;2026-11-03 08:00;30;40;46\n2026-11-03 08:00;2026-11-03 09:00;10;60;66';
    const { body: stored } = await store(file);
    expect(stored).toMatchObject({
      form: 'intervals',
      mean: 45,
      p85: null,
      p85From: 'unknown',
      overLimit: null,
      bands: [],
    });
  });

  it('of one of its directions is of that direction, in other words if they are told', async () => {
    const file = 'Tidpunkt;Fart;Riktning\n2026-11-03 07:15;46;Norrut\n2026-11-03 07:16;30;Söderut';
    const stored = async (more: object) => {
      const { direction, passages: count, mean } = (await store(file, more)).body;
      return [direction, count, mean];
    };
    const north = { onlyDirection: 'Norrut', direction: undefined };
    expect(await stored(north)).toEqual(['Norrut', 1, 46]);
    expect(await stored({ onlyDirection: 'Söderut', direction: 'Mot Surte' })).toEqual(['Mot Surte', 1, 30]);
  });

  it.each([
    ['a file of something else', 'Namn;Adress\nA;B', {}, 'file', 'noSpeedColumns'],
    ['an empty file', ' ', {}, 'file', 'required'],
    ['a source that is none', 'x', { source: 'gissning' }, 'source', 'notOneOf'],
    ['a limit that no sign shows', 'x', { postedLimit: 45 }, 'postedLimit', 'notOneOf'],
    ['a direction without words', 'x', { direction: ' ' }, 'direction', 'required'],
  ])('refuses %s', async (_, file, more, field, code) => {
    const { status, body: problem } = await preview(file, more);
    expect([status, problem.errors?.map((each) => [each.field, each.code])]).toEqual([422, [[field, code]]]);
  });

  it('with no line that counts is told, and not kept', async () => {
    const file = passages('2026-11-03', 'x', 'y');
    expect((await preview(file)).body).toMatchObject({ figures: null, refused: 2 });
    expect((await store(file)).status).toBe(422);
  });

  it('is nobody else’s: not another municipality’s police, not those who handle wishes', async () => {
    const elsewhere = await makeMunicipality(app.dataSource);
    const foreign = await makeStaff(app, 'police-officer', elsewhere);
    const officer = await makeStaff(app, 'case-officer', ale);
    const file = passages('2026-11-03', 46);
    expect([(await preview(file, {}, foreign)).status, (await preview(file, {}, officer)).status]).toEqual([
      404, 403,
    ]);
    const address = `/planner/${elsewhere.slug}/stretches/${stretchId}/measurements`;
    expect((await foreign.api.get(address)).status).toBe(404);
  });
});

describe('a measurement that was taken away', () => {
  it('is gone, and the history says why', async () => {
    const { body: stored } = await store(passages('2026-11-03', ...steady(46)));
    const remove = (version: number) =>
      police.api.post<StretchMeasurements & ProblemBody>(`${path()}/${stored.id}/removals`, {
        key: true,
        body: { version, reason: 'Mätt på fel väg' },
      });
    expect((await remove(7)).status).toBe(409);
    expect((await remove(stored.version)).body).toEqual({ items: [], comparisons: [] });
    expect((await remove(stored.version)).status).toBe(404);
    expect((await detail()).history[0]).toMatchObject({ type: 'unmeasured', name: 'Mätt på fel väg' });
    expect((await store(passages('2026-11-03', ...steady(46)))).status).toBe(201);
  });
});

describe('measurements follow the stretch they were told of', () => {
  it('through a merge and back', async () => {
    await wishAt(app, ale, 1000);
    const [one, other] = await orderOf(police, ale);
    const { body: stored } = await store(passages('2026-11-03', ...steady(46)), {}, true, other?.id);
    const stretches = [{ id: other?.id, version: other?.version }];
    await police.api.post(`${stretchPath(one?.id)}/merges`, {
      key: true,
      body: { version: one?.version, stretches },
    });
    expect((await list(one?.id)).items.map(({ id }) => id)).toEqual([stored.id]);
    expect((await police.api.get(path(other?.id))).status).toBe(404);
    const { version, history } = await detail(one?.id);
    await police.api.post<ChangedStretch>(`${stretchPath(one?.id)}/undoings`, {
      key: true,
      body: { version, event: history[0]?.event },
    });
    expect([(await list(one?.id)).items.length, (await list(other?.id)).items.length]).toEqual([0, 1]);
  });

  it('and stay with it when it is split', async () => {
    const { reference } = await wishAt(app, ale, 50);
    await store(passages('2026-11-03', ...steady(46)));
    const { version } = await detail();
    const split = await police.api.post<ChangedStretch>(`${stretchPath()}/splits`, {
      key: true,
      body: { version, wishes: [reference] },
    });
    expect([(await list()).items.length, (await list(split.body.id)).items.length]).toEqual([1, 0]);
  });
});

describe('what was done instead of a check', () => {
  const arrange = async (kind: string) => {
    const proposals = (await detail()).wishList.map(({ reference, version }) => ({ reference, version }));
    const { body: arranged } = await police.api.post<AlternativeOutcome>(`${stretchPath()}/alternatives`, {
      key: true,
      body: { kind, responsible: 'Ale kommun', publicText: 'Vi ordnar det.', proposals },
    });
    return arranged.alternative?.id ?? '';
  };
  const end = (id: string, more: object) =>
    police.api.post<AlternativeOutcome & ProblemBody>(`/planner/${ale.slug}/alternatives/${id}/results`, {
      key: true,
      body: { version: 1, state: 'done', publicText: 'Medelhastigheten var 46 km/h.', ...more },
    });

  it('is told with its measurement, while that is there', async () => {
    const id = await arrange('municipal-measurement');
    const { body: stored } = await store(passages('2026-11-03', ...steady(46)));
    const unknown = await end(id, { measurementId: randomUUID() });
    expect([unknown.status, unknown.body.errors?.[0]?.field]).toEqual([422, 'measurementId']);
    expect((await end(id, { state: 'not-done', measurementId: stored.id })).status).toBe(422);
    const ended = await end(id, { measurementId: stored.id });
    expect([ended.status, ended.body.alternative?.measurementId]).toEqual([200, stored.id]);
    const told = { version: 1, reason: 'Fel fil' };
    await police.api.post(`${path()}/${stored.id}/removals`, { key: true, body: told });
    expect((await detail()).alternatives).toMatchObject([{ state: 'done', measurementId: null }]);
  });

  it('is compared with before and after, and nothing is said of why', async () => {
    await store(passages('2026-11-03', ...steady(52)));
    await end(await arrange('speed-display'), {});
    app.clock.set('2026-12-20T09:00:00Z');
    police = await makeStaff(app, 'police-officer', ale);
    await store(passages('2026-12-10', ...steady(48)));
    const { comparisons, items } = await list();
    expect(comparisons).toMatchObject([
      {
        occasion: 'speed-display',
        on: '2026-11-26',
        before: items[1]?.id,
        after: items[0]?.id,
        notCompared: [],
        meanDifference: -4,
        meanMargin: 0.8,
        p85Difference: -4,
        cautions: [],
      },
    ]);
    app.clock.set('2026-11-26T09:00:00Z');
  });
});
