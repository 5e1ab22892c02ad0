import type { PlaceReport, TownPlacePage } from '@lofteskartan/shared/contracts/place-list';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

describe('the place list', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let coordinator: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    coordinator = await makeStaff(app, 'coordinator', ale);
  });
  afterAll(() => app.stop());

  const path = (rest = '') => `/municipalities/${ale.slug}/place-list${rest}`;
  const read = async () => (await coordinator.api.get<TownPlacePage>(path())).body;
  const place = (changes: object = {}) => ({
    type: 'school',
    name: 'Åskolan',
    locality: 'centrum',
    position: ale.center,
    ...changes,
  });
  const add = async (changes: object = {}) =>
    coordinator.api.post<TownPlacePage & ProblemBody>(path(), {
      body: { version: (await read()).version, ...place(changes) },
    });
  const events = () =>
    app.dataSource.query<{ type: string; changes: { before: object | null; after: object | null } }[]>(
      'SELECT type, changes FROM admin_events WHERE municipality_id = $1 ORDER BY id',
      [ale.id],
    );
  const near = (lng: number, lat: number): string =>
    `${(ale.center[0] + lng).toFixed(4)};${(ale.center[1] + lat).toFixed(4)}`;

  it('is added to, changed and removed from, one by one; the log has before and after', async () => {
    const { body: added } = await add();
    expect(added.items.map(({ name, outside }) => [name, outside])).toEqual([
      ['Storgatan', false],
      ['Åskolan', false],
    ]);
    const school = added.items[1];
    const body = { version: added.version, ...place({ name: 'Åskolan norra' }) };
    const changed = await coordinator.api.put<TownPlacePage>(path(`/${school?.id ?? ''}`), { body });
    expect(changed.body.items[1]).toMatchObject({ id: school?.id, name: 'Åskolan norra' });
    const open = await app.api().get<{ items: { name: string }[] }>(`/municipalities/${ale.slug}/places`);
    expect(open.body.items.map(({ name }) => name)).toContain('Åskolan norra');
    const query = { version: changed.body.version };
    const left = await coordinator.api.delete<TownPlacePage>(path(`/${school?.id ?? ''}`), { query });
    expect(left.body.items.map(({ name }) => name)).toEqual(['Storgatan']);
    expect(
      (await events()).map(({ type, changes: { before, after } }) => [type, before, after]),
    ).toMatchObject([
      ['place.added', null, { name: 'Åskolan' }],
      ['place.changed', { name: 'Åskolan' }, { name: 'Åskolan norra' }],
      ['place.removed', { name: 'Åskolan norra' }, null],
    ]);
  });

  it('a road gets its course from a file, keeps it when it is renamed, and loses it when that is said', async () => {
    const [lng, lat] = ale.center;
    const course = JSON.stringify({
      type: 'LineString',
      coordinates: [
        [lng, lat],
        [lng + 0.01, lat],
      ],
    });
    const { body } = await add({ type: 'road', name: 'Nya vägen', course });
    const road = body.items.find(({ name }) => name === 'Nya vägen');
    expect(road?.hasCourse).toBe(true);
    const put = async (changes: object) => {
      const { version } = await read();
      const sent = { version, ...place({ type: 'road', ...changes }) };
      const answer = await coordinator.api.put<TownPlacePage>(path(`/${road?.id ?? ''}`), { body: sent });
      return answer.body.items.find(({ id }) => id === road?.id);
    };
    expect(await put({ name: 'Norra vägen' })).toMatchObject({ name: 'Norra vägen', hasCourse: true });
    expect(await put({ name: 'Norra vägen', withoutCourse: true })).toMatchObject({ hasCourse: false });
  });

  it.each([
    ['latitude first', { position: [57.9, 12.05] }, 'position', 'swapped'],
    ['a locality of elsewhere', { locality: 'surte' }, 'locality', 'notFound'],
    ['a school with a course', { course: '{}' }, 'course', 'notWanted'],
    ['a course that is none', { type: 'road', course: '{}' }, 'course', 'notALine'],
  ])('%s is refused', async (_what, changes, field, code) => {
    const { status, body } = await add(changes);
    expect([status, body.errors?.map((each) => [each.field, each.code])]).toEqual([422, [[field, code]]]);
  });

  it('a place outside the municipality is kept and told of; a stale version is refused', async () => {
    const [lng, lat] = ale.center;
    const { body } = await add({ name: 'Långt bort', position: [lng, lat + 0.06] });
    expect(body.items.find(({ name }) => name === 'Långt bort')).toMatchObject({ outside: true });
    const stale = await coordinator.api.post<ProblemBody>(path(), { body: { version: 1, ...place() } });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
  });

  it('localities are not among them, and none is removed as one', async () => {
    const added = await coordinator.api.post(`/municipalities/${ale.slug}/localities`, {
      body: { version: (await read()).version, name: 'Byn', position: ale.center, population: null },
    });
    expect(added.status).toBe(201);
    const { items, version } = await read();
    expect(items.map(({ name }) => name)).toEqual(['Storgatan']);
    const text = `typ;namn;lng;lat\nväg;Storgatan;${near(0, 0)}`;
    await coordinator.api.post(path('/imports'), { key: true, body: { text, version, removeOthers: true } });
    const open = await app.api().get(`/municipalities/${ale.slug}/places`);
    expect(JSON.stringify(open.body)).toContain('Byn');
  });

  describe('a file', () => {
    const look = async (text: string) =>
      (await coordinator.api.post<PlaceReport>(path('/imports/preview'), { body: { text } })).body;
    const save = async (text: string, removeOthers = false, key: string | true = true, version?: number) =>
      coordinator.api.post<PlaceReport & ProblemBody>(path('/imports'), {
        key,
        body: { text, removeOthers, version: version ?? (await read()).version },
      });

    it('is told line by line before anything is saved', async () => {
      const text = [
        'typ;namn;ort;lng;lat',
        `väg;storgatan;Centrum;${near(0.01, 0)}`,
        `skola;Åskolan;;${near(0, 0.06)}`,
        `skola;Öskolan;Bortom;${near(0, 0)}`,
        'station;Stationen;;57,9;12,05',
      ].join('\n');
      const report = await look(text.replaceAll('.', ','));
      expect(report).toMatchObject({ added: 1, changed: 1, same: 0, refused: 2, others: [] });
      expect(report.lines).toMatchObject([
        { line: 2, state: 'changed', changes: ['name', 'position'] },
        { line: 3, state: 'added', remarks: [{ code: 'outside-municipality' }] },
        { line: 4, state: 'refused', faults: [{ code: 'unknown-locality', column: 'ort', value: 'Bortom' }] },
        { line: 5, state: 'refused', faults: [{ code: 'swapped', column: 'lng, lat' }] },
      ]);
      expect((await read()).items.map(({ name }) => name)).toEqual(['Storgatan']);
      expect(await events()).toEqual([]);
    });

    it('is saved in one act: twice with one key or again with another changes nothing more', async () => {
      const { version } = await read();
      const text = `typ;namn;ort;lng;lat\nskola;Åskolan;;${near(0, 0)}\nväg;Storgatan;;${near(0.01, 0)}`;
      const key = `platser-${ale.slug}`;
      const answers = await Promise.all([save(text, false, key, version), save(text, false, key, version)]);
      expect(answers.map(({ status, body }) => [status, body.added, body.changed])).toEqual([
        [201, 1, 1],
        [201, 1, 1],
      ]);
      const again = await save(text);
      expect(again.body).toMatchObject({ added: 0, changed: 0, same: 2 });
      expect((await read()).items.map(({ name }) => name)).toEqual(['Storgatan', 'Åskolan']);
      expect(await events()).toMatchObject([
        {
          type: 'places.imported',
          changes: { before: { places: 1 }, after: { places: 2, added: 1, changed: 1 } },
        },
      ]);
    });

    it('removes what it does not name only when that is ticked, and never beside a line that is refused', async () => {
      const line = `skola;Åskolan;;${near(0, 0)}`;
      const heads = 'typ;namn;ort;lng;lat';
      expect((await look(`${heads}\n${line}`)).others).toEqual([{ type: 'road', name: 'Storgatan' }]);
      await save(`${heads}\n${line}`);
      expect((await read()).items).toHaveLength(2);
      const broken = await save(`${heads}\n${line}\nväg;Storgatan;;öst;57,9`, true);
      expect([broken.status, broken.body.code]).toEqual([422, 'placeFile.invalid']);
      expect((await save(`${heads}\n${line}`, true)).status).toBe(201);
      expect((await read()).items.map(({ name }) => name)).toEqual(['Åskolan']);
      expect((await events()).at(-1)).toMatchObject({
        changes: { after: { places: 1, removed: [{ type: 'road', name: 'Storgatan' }] } },
      });
    });

    it('that cannot be read saves nothing', async () => {
      const { status, body } = await save('{"type": "Feature');
      expect([status, body.code]).toEqual([422, 'placeFile.invalid']);
    });
  });
});
