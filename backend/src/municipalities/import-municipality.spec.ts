import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { emptyTables, openTestDataSource } from '../../test/support/database.js';
import { SystemClock } from '../platform/clock.js';
import { ImportMunicipalityRepository } from './import-municipality.repository.js';
import { ImportMunicipality } from './import-municipality.service.js';
import type { MunicipalityFiles } from './municipality-files.js';
import { MunicipalityLookup } from './municipality-lookup.js';
import { MunicipalityRepository } from './municipality.repository.js';

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../seeds/ale/${name}`, import.meta.url), 'utf8'));

/** Ale's own files; each test may spoil its copy. */
const aleFiles = () => ({
  municipality: file('municipality.json') as Record<string, unknown>,
  outline: file('outline.geojson') as { geometry: { coordinates: number[][][] } },
  sketch: file('sketch.geojson'),
  localities: file('localities.json') as Record<string, unknown>[],
  placeList: file('place-list.json') as { items: Record<string, unknown>[] },
});

describe('an import of a municipality', () => {
  const importer = new ImportMunicipality(new ImportMunicipalityRepository(), new SystemClock());
  const lookup = new MunicipalityLookup(new MunicipalityRepository());
  let dataSource: DataSource;

  const bringIn = (files: MunicipalityFiles) =>
    dataSource.transaction((manager) => importer.importMunicipality(manager, files));
  const countOf = async (table: string) =>
    (await dataSource.query<{ count: number }[]>(`SELECT count(*)::integer AS count FROM ${table}`))[0]
      ?.count;

  beforeAll(async () => {
    dataSource = await openTestDataSource();
  });
  beforeEach(() => emptyTables(dataSource));
  afterAll(() => dataSource.destroy());

  it('brings in Ale, and may be repeated', async () => {
    const first = await bringIn(aleFiles());
    const counts = [
      await countOf('localities'),
      await countOf('named_places'),
      await countOf('organisations'),
    ];
    expect(await bringIn(aleFiles())).toBe(first);
    expect([
      await countOf('localities'),
      await countOf('named_places'),
      await countOf('organisations'),
    ]).toEqual(counts);
    expect(counts).toEqual([aleFiles().localities.length, aleFiles().placeList.items.length, 4]);
    const ale = await lookup.bySlug(dataSource.manager, 'ale');
    expect(ale).toMatchObject({ id: first, shortName: 'Ale', referencePrefix: 'ALE' });
    expect(ale?.settings).toEqual({
      releaseDelayHours: 24,
      snapMetresSpeedCheck: 25,
      snapMetresDarkPlace: 25,
      snapMetresIdea: 25,
      wishMaxDistanceMetres: 1000,
      wishMaxAgeMonths: 24,
      pinMonths: 24,
      answerWithinWorkingDays: 5,
      answerWithinSpeedCheck: null,
      answerWithinDarkPlace: null,
      answerWithinIdea: null,
    });
  });

  it('leaves alone what staff have set', async () => {
    const id = await bringIn(aleFiles());
    await dataSource.query(
      `UPDATE municipalities SET settings = settings || '{"releaseDelayHours": 72}' WHERE id = $1`,
      [id],
    );
    await bringIn(aleFiles());
    expect((await lookup.byId(dataSource.manager, id))?.settings.releaseDelayHours).toBe(72);
  });

  it('removes a locality that is no longer in the file', async () => {
    const id = await bringIn(aleFiles());
    const files = aleFiles();
    files.localities = files.localities.filter(({ slug }) => slug !== 'surte');
    files.placeList.items = files.placeList.items.filter(({ locality }) => locality !== 'surte');
    await bringIn(files);
    expect(await lookup.localityBySlug(dataSource.manager, id, 'surte')).toBeNull();
    expect(await lookup.localityBySlug(dataSource.manager, id, 'alvangen')).toMatchObject({
      name: 'Älvängen',
    });
  });

  const spoiled: [string, (files: ReturnType<typeof aleFiles>) => void, RegExp][] = [
    [
      'an outline that crosses itself',
      (files) => {
        files.outline.geometry.coordinates = [
          [
            [12, 57],
            [13, 58],
            [13, 57],
            [12, 58],
            [12, 57],
          ],
        ];
      },
      /outline\.geojson: Self-intersection/,
    ],
    [
      'an outline that is a line',
      (files) => Object.assign(files.outline, { geometry: { type: 'LineString' } }),
      /not a Polygon/,
    ],
    ['a sketch that is none', (files) => Object.assign(files, { sketch: {} }), /sketch\.geojson/],
    [
      'a code of three digits',
      (files) => Object.assign(files.municipality, { code: '144' }),
      /municipality\.json: code/,
    ],
    [
      'a grid finer than 25 m',
      (files) =>
        Object.assign(files.municipality.settings as object, {
          snapMetres: { 'speed-check': 5, 'dark-place': 25, idea: 25 },
        }),
      /settings\.snapMetres\.speed-check/,
    ],
    [
      'a contact without a role in English',
      (files) => Object.assign(files.municipality, { contacts: [{ role: { sv: 'Polis' }, how: '114 14' }] }),
      /contacts\.0\.role\.en/,
    ],
    [
      'a latitude of 91',
      (files) => Object.assign(files.localities[0] ?? {}, { position: [12, 91] }),
      /localities\.json\[0\]: position/,
    ],
    [
      'a place in an unknown locality',
      (files) => Object.assign(files.placeList.items[0] ?? {}, { locality: 'atlantis' }),
      /Surte \(atlantis\)/,
    ],
    [
      'a road with one position',
      (files) =>
        files.placeList.items.push({ type: 'road', name: 'Kort', position: [12, 57], line: [[12, 57]] }),
      /line/,
    ],
  ];
  it.each(spoiled)('refuses %s and changes nothing', async (_what, spoil, message) => {
    const files = aleFiles();
    spoil(files);
    await expect(bringIn(files)).rejects.toThrow(message);
    expect(await countOf('municipalities')).toBe(0);
  });
});
