import { readFileSync } from 'node:fs';
import type {
  Municipality,
  MunicipalityPage,
  NamedPlacePage,
} from '@lofteskartan/shared/contracts/municipalities';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import type { ProblemBody } from '../../test/support/api.js';
import {
  makeMunicipality,
  makeOrganisation,
  type TestMunicipality,
} from '../../test/support/municipality.js';
import { ImportMunicipality } from './import-municipality.service.js';

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../seeds/ale/${name}`, import.meta.url), 'utf8'));

describe('GET /municipalities', () => {
  let app: TestApp;
  let other: TestMunicipality;

  beforeAll(async () => {
    app = await startTestApp({ config: { mapTilesUrl: 'https://tiles.example/{z}/{x}/{y}.png' } });
    await app.empty();
    other = await makeMunicipality(app.dataSource);
    const importer = app.get(ImportMunicipality);
    await app.dataSource.transaction((manager) =>
      importer.importMunicipality(manager, {
        municipality: file('municipality.json'),
        outline: file('outline.geojson'),
        sketch: file('sketch.geojson'),
        localities: file('localities.json'),
        placeList: file('place-list.json'),
      }),
    );
  });
  afterAll(() => app.stop());

  it('lists them page by page', async () => {
    const first = await app.api().get<MunicipalityPage>('/municipalities', { query: { limit: 1 } });
    expect(first.body.items).toEqual([
      { slug: 'ale', code: '1440', name: 'Ale kommun', bbox: [12.008, 57.806, 12.435, 58.116] },
    ]);
    const cursor = first.body.nextCursor ?? '';
    const second = await app.api().get<MunicipalityPage>('/municipalities', { query: { limit: 1, cursor } });
    expect(second.body.items.map(({ slug }) => slug)).toEqual([other.slug]);
    expect(second.body.nextCursor).toBeNull();
  });

  it('refuses a cursor that it did not give', async () => {
    const answer = await app.api().get('/municipalities', { query: { cursor: 'W10' } });
    expect(answer.status).toBe(422);
  });

  it('tells all that the pages of Ale need', async () => {
    const { status, body, headers } = await app.api().get<Municipality>('/municipalities/ale');
    expect(status).toBe(200);
    expect(headers.get('ETag')).toBeTruthy();
    expect(headers.get('Cache-Control')).toBe('no-cache');
    expect(headers.get('Vary')).toContain('Accept-Language');
    expect(body).toMatchObject({
      code: '1440',
      shortName: 'Ale',
      policeDistrict: 'LPO Kungälv-Ale',
      boundary: { type: 'Polygon' },
      sketch: { type: 'FeatureCollection' },
      links: { police: 'tel:11414' },
      answerWithinWorkingDays: 5,
      releaseDelayHours: 24,
      demo: false,
    });
    expect(body.localities.map(({ name }) => name)).toEqual([
      'Alafors',
      'Alvhem',
      'Bohus',
      'Hålanda',
      'Nol',
      'Nödinge',
      'Skepplanda',
      'Starrkärr, Kilanda och Ryd',
      'Surte',
      'Älvängen',
    ]);
    expect(body.partners.map(({ slug }) => slug)).toEqual([
      'alebyggen',
      'bohus-raddningstjanst',
      'bra',
      'lansstyrelsen-vg',
    ]);
    expect(body.map.tiles).toEqual({
      url: 'https://tiles.example/{z}/{x}/{y}.png',
      attribution: '© OpenStreetMap',
      attributionUrl: 'https://www.openstreetmap.org/copyright',
    });
  });

  it.each([
    ['sv', 'Kommunpolis Kungälv-Ale'],
    ['en', 'Municipal police officer, Kungälv-Ale'],
  ])('names the contact role in the caller’s language (%s)', async (language, role) => {
    const headers = { 'Accept-Language': language };
    const { body } = await app.api().get<Municipality>('/municipalities/ale', { headers });
    expect(body.contacts[0]?.role).toBe(role);
  });

  it('is not sent again to who has it', async () => {
    const first = await app.api().get('/municipalities/ale');
    // Without a Cache-Control of its own, fetch sends no-cache beside If-None-Match.
    const headers = { 'If-None-Match': first.headers.get('ETag') ?? '', 'Cache-Control': 'max-age=0' };
    expect((await app.api().get('/municipalities/ale', { headers })).status).toBe(304);
    const english = { ...headers, 'Accept-Language': 'en' };
    expect((await app.api().get('/municipalities/ale', { headers: english })).status).toBe(200);
  });

  it('counts only partners as partners, not the police or the office', async () => {
    const partner = await makeOrganisation(app.dataSource, 'partner', other.id);
    const { body } = await app.api().get<Municipality>(`/municipalities/${other.slug}`);
    expect(body.partners.map(({ slug }) => slug)).toEqual([partner.slug]);
  });

  const searches: [string, string[]][] = [
    ['äLV', ['Vägen Älvängen–Alvhem', 'Älvängen', 'Älvängen station', 'Älvängenskolan']],
    ['surte', ['Surte', 'Surte station', 'Surteskolan']],
    ['xyz', []],
  ];
  it.each(searches)('finds places that begin with “%s”', async (q, names) => {
    const { body } = await app.api().get<NamedPlacePage>('/municipalities/ale/places', { query: { q } });
    expect(body.items.map(({ name }) => name)).toEqual(names);
  });

  it('gives a road its course', async () => {
    const { body } = await app
      .api()
      .get<NamedPlacePage>('/municipalities/ale/places', { query: { q: 'E45' } });
    expect(body.items.length).toBeGreaterThan(1);
    expect(body.items[0]).toMatchObject({ type: 'road', name: 'E45', locality: 'alvangen' });
    expect(body.items[0]?.line?.length).toBeGreaterThan(1);
  });

  it('never shows a neighbour’s places', async () => {
    const { body } = await app.api().get<NamedPlacePage>(`/municipalities/${other.slug}/places`);
    expect(body.items.map(({ name }) => name)).toEqual(['Storgatan']);
  });

  it.each(['/municipalities/atlantis', '/municipalities/atlantis/places', '/municipalities/%F0%9F%90%9F'])(
    '%s is not found',
    async (path) => {
      const answer = await app.api().get<ProblemBody>(path);
      expect([answer.status, answer.body.code]).toEqual([404, 'not.found']);
    },
  );
});

describe('GET /municipalities without tiles', () => {
  it('says that there are none', async () => {
    const app = await startTestApp();
    try {
      const { slug } = await makeMunicipality(app.dataSource);
      const { body } = await app.api().get<Municipality>(`/municipalities/${slug}`);
      expect(body.map.tiles).toBeNull();
    } finally {
      await app.stop();
    }
  });
});
