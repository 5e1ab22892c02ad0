import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GeocoderAnswer } from '@lofteskartan/shared/contracts/geocoder';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { Geocoder } from './geocoder.service.js';

describe('the operator’s geocoder', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let server: Server;
  let asked: URL[];
  let respond: (response: ServerResponse) => void;

  const feature = (properties: object, coordinates: readonly number[]) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties,
  });
  const answersWith = (...features: object[]) => {
    respond = (response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ type: 'FeatureCollection', features }));
    };
  };

  beforeAll(async () => {
    server = createServer((request: IncomingMessage, response) => {
      asked.push(new URL(request.url ?? '', 'http://geocoder.example'));
      respond(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    app = await startTestApp({ config: { geocoderUrl: `http://127.0.0.1:${port}`, logLevel: 'trace' } });
  });
  beforeEach(async () => {
    asked = [];
    ale = await makeMunicipality(app.dataSource);
  });
  afterAll(async () => {
    await app.stop();
    server.closeAllConnections();
    server.close();
  });

  const search = (q: string, municipality = ale.slug) =>
    app.api().get<GeocoderAnswer>('/geocoder/search', { query: { q, municipality } });

  it('finds addresses within the municipality, and is asked once for the same', async () => {
    answersWith(
      feature({ street: 'Storgatan', housenumber: '3', city: 'Centrum' }, ale.center),
      feature({ name: 'Storgatan' }, [18, 59]),
    );
    const first = await search('Storgatan 3');
    expect(first.body).toEqual({
      items: [{ name: 'Storgatan 3', where: 'Centrum', position: ale.center }],
      available: true,
    });
    expect((await search('  storgatan  3 ')).body).toEqual(first.body);
    expect(asked.map(({ pathname }) => pathname)).toEqual(['/api']);
    expect(asked[0]?.searchParams.get('q')).toBe('Storgatan 3');
    expect(asked[0]?.searchParams.get('bbox')?.split(',')).toHaveLength(4);
  });

  it('an answer is forgotten after a week', async () => {
    answersWith(feature({ name: 'Ny väg' }, ale.center));
    await search('Ny väg');
    app.clock.advance({ hours: 24 * 7 + 1 });
    await search('Ny väg');
    expect(asked).toHaveLength(2);
    app.clock.advance({ hours: 24 * 7 + 1 });
    await app.runJobs();
    await app.get(Geocoder).search(ale.slug, 'Ny väg');
    const rows = await app.dataSource.query<object[]>('SELECT * FROM geocoder_answers');
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['answer', 'expires_at', 'question']);
  });

  it('names the address of a position that was rounded first', async () => {
    answersWith(feature({ street: 'Kyrkvägen', housenumber: '1' }, ale.center));
    const [lng, lat] = ale.center;
    const query = { position: `${lng + 0.00004},${lat + 0.00004}`, municipality: ale.slug };
    const { body } = await app.api().get<GeocoderAnswer>('/geocoder/reverse', { query });
    expect(body.items.map(({ name }) => name)).toEqual(['Kyrkvägen 1']);
    const sent = asked[0]?.searchParams;
    expect(
      [sent?.get('lon'), sent?.get('lat')].every((each) => (each?.split('.')[1] ?? '').length <= 4),
    ).toBe(true);
  });

  const failures: [name: string, respond: (response: ServerResponse) => void][] = [
    [
      'an error',
      (response) => {
        response.statusCode = 503;
        response.end();
      },
    ],
    [
      'words that are no JSON',
      (response) => {
        response.end('<html>');
      },
    ],
    [
      'an end in the middle',
      (response) => {
        response.destroy();
      },
    ],
    [
      'a way to somewhere else',
      (response) => {
        response.writeHead(302, { Location: 'http://127.0.0.1:9/' });
        response.end();
      },
    ],
  ];
  it.each(failures)('%s is told as nothing, and asked again', async (name, failing) => {
    respond = failing;
    expect((await search(`Fel ${name}`)).body).toEqual({ items: [], available: false });
    answersWith(feature({ name: 'Väg' }, ale.center));
    expect((await search(`Fel ${name}`)).body.available).toBe(true);
    expect(app.log.text()).not.toContain('Fel ');
  });

  it('silence ends after some seconds', async () => {
    respond = () => undefined;
    const before = Date.now();
    expect((await search('Tyst')).body).toEqual({ items: [], available: false });
    expect(Date.now() - before).toBeLessThan(6000);
  }, 10_000);

  it('is asked for no municipality that is not open', async () => {
    await app.dataSource.query('UPDATE municipalities SET opened_at = NULL WHERE id = $1', [ale.id]);
    expect((await search('Storgatan')).status).toBe(404);
    expect((await search('Storgatan', 'finns-inte')).status).toBe(404);
    expect(asked).toEqual([]);
  });
});

it('without a geocoder nobody is asked, and the answer says so', async () => {
  const app = await startTestApp();
  const { slug } = await makeMunicipality(app.dataSource);
  const { body } = await app
    .api()
    .get<GeocoderAnswer>('/geocoder/search', { query: { q: 'Storgatan', municipality: slug } });
  expect(body).toEqual({ items: [], available: false });
  await app.stop();
});
