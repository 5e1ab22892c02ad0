import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { MapCluster, MapPin, ProposalMap } from '@lofteskartan/shared/contracts/proposals';
import type { Box } from '@lofteskartan/shared/position';
import { LISTED_STATUSES, PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { MapGridFolder } from './map-grid-folder.js';
import { slotOf } from './map-grid.rules.js';
import { ProposalListRepository } from './proposal-list.repository.js';
import { makeCrowd, makePublicProposal } from './public-proposals.fixture.js';
import { PublicProposalsModule } from './public-proposals.module.js';
import { RecountMapGridService } from './recount-map-grid.service.js';

type Properties = Partial<MapPin & MapCluster>;

interface Filters {
  readonly municipality?: string[];
  readonly kind?: (typeof PROPOSAL_KINDS)[number][];
  readonly status?: (typeof LISTED_STATUSES)[number][];
}

const world = '-180,-90,180,90';

describe('GET /proposals/map', () => {
  let app: TestApp;
  let town: TestMunicipality;
  let neighbour: TestMunicipality;

  beforeAll(async () => {
    app = await startTestApp({ rooms: PublicProposalsModule });
  });
  afterAll(() => app.stop());

  const map = async (bbox: string, zoom: number, filters: Filters = {}): Promise<ProposalMap> => {
    const { status, body } = await app
      .api()
      .get<ProposalMap>('/proposals/map', { query: { bbox, zoom, ...filters } });
    expect([status, status === 200 ? null : body]).toEqual([200, null]);
    return body;
  };
  const countOf = ({ features }: ProposalMap): number =>
    features.reduce((sum, { properties }) => sum + ((properties as Properties).count ?? 1), 0);
  const listed = async (box: Box, filters: Filters = {}): Promise<number> =>
    (await app.get(ProposalListRepository).list({ box, filters, sort: 'newest', rows: 100_000, after: null }))
      .length;

  describe('with few proposals', () => {
    let reference: string;

    beforeAll(async () => {
      await app.empty();
      town = await makeMunicipality(app.dataSource);
      const [lng, lat] = town.center;
      ({ reference } = await makePublicProposal(app.dataSource, town, {
        kind: 'dark-place',
        status: 'planned',
        supportCount: 3,
        position: [lng + 0.000004, lat],
      }));
      await makePublicProposal(app.dataSource, town, { kind: 'idea', position: [lng + 0.03, lat] });
      await makePublicProposal(app.dataSource, town, { kind: 'idea', position: null });
      await makePublicProposal(app.dataSource, town, { status: 'duplicate' });
      await app.get(RecountMapGridService).rebuild();
    });

    it('shows each as a pin with its number, kind, status and supporters', async () => {
      const { features, bbox, type } = await map(town.bbox.join(), 12);
      expect(type).toBe('FeatureCollection');
      expect(bbox[0]).toBeLessThanOrEqual(town.bbox[0]);
      expect(features).toHaveLength(2);
      expect(features.find(({ properties }) => (properties as Properties).reference === reference)).toEqual({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: town.center.map((degrees) => Number(degrees.toFixed(5))) },
        properties: { reference, kind: 'dark-place', status: 'planned', supportCount: 3 },
      });
    });

    it('answers as GeoJSON that others may keep and ask about', async () => {
      const url = `${app.url}/api/v1/proposals/map?bbox=${world}&zoom=3`;
      const { headers } = await rawGet(url);
      expect(headers.get('Content-Type')).toMatch(/^application\/geo\+json\b/);
      const again = await rawGet(url, { 'If-None-Match': headers.get('ETag') ?? '' });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    });

    it('has nothing for a municipality that does not exist', async () => {
      expect((await map(world, 3, { municipality: ['atlantis'] })).features).toEqual([]);
    });

    it.each([
      ['no box', { zoom: 3 }, 'bbox'],
      ['a box from east to west', { bbox: '12,57,11,58', zoom: 3 }, 'bbox'],
      ['half a box', { bbox: '12,57,13', zoom: 3 }, 'bbox'],
      ['a box beyond the world', { bbox: '12,57,13,91', zoom: 3 }, 'bbox'],
      ['no zoom', { bbox: world }, 'zoom'],
      ['too close', { bbox: world, zoom: 21 }, 'zoom'],
      ['a kind that is none', { bbox: world, zoom: 3, kind: 'complaint' }, 'kind[0]'],
      ['a status that is in no list', { bbox: world, zoom: 3, status: 'hidden' }, 'status[0]'],
      ['an unknown field', { bbox: world, zoom: 3, tint: 'red' }, 'tint'],
    ])('refuses %s', async (_, query, field) => {
      const { status, body } = await app
        .api()
        .get<{ errors: { field: string }[] }>('/proposals/map', { query });
      expect(status).toBe(422);
      expect(body.errors.map((each) => each.field)).toEqual([field]);
    });
  });

  describe('with a crowd', () => {
    beforeAll(async () => {
      await app.empty();
      town = await makeMunicipality(app.dataSource);
      neighbour = await makeMunicipality(app.dataSource);
      await makeCrowd(app.dataSource, town, 4000);
      await makeCrowd(app.dataSource, neighbour, 600);
      // In the same place as the first, as at a border.
      await makeCrowd(app.dataSource, { ...neighbour, bbox: town.bbox }, 400);
      await app.get(RecountMapGridService).rebuild();
    }, 60_000);

    it('gathers them in clusters whose bounds hold exactly their count', async () => {
      const { features } = await map(town.bbox.join(), 12);
      expect(features.length).toBeGreaterThan(10);
      for (const { geometry, properties } of features.slice(0, 20)) {
        const { cluster, count = 0, kinds = [], bounds } = properties as Properties;
        expect(cluster).toBe(true);
        expect(kinds.reduce((sum, each) => sum + each, 0)).toBe(count);
        const [west, south, east, north] = bounds!;
        expect(await listed(bounds!)).toBe(count);
        const [lng, lat] = geometry.coordinates;
        expect(lng >= west && lng <= east && lat >= south && lat <= north).toBe(true);
      }
    });

    it('counts in its box exactly what the list has in it, whatever the box, the zoom and the filters', async () => {
      const anyOf = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)]!;
      const some = <T>(values: readonly T[]): T[] | undefined =>
        Math.random() < 0.5 ? undefined : [...new Set([anyOf(values), anyOf(values)])];
      const [west, south] = town.bbox;
      for (let round = 0; round < 150; round += 1) {
        const size = 10 ** (Math.random() * 4 - 3);
        const from = [west - 0.05 + Math.random() * 0.4, south - 0.05 + Math.random() * 0.2];
        const onEdge = Math.random() < 0.3;
        const cells = 2 ** anyOf([12, 14, 16, 17]);
        const snap = (value: number, whole: number): number =>
          onEdge ? (Math.round((value / whole) * cells) / cells) * whole : Number(value.toFixed(5));
        const [lng, lat] = [snap(from[0]!, 360), snap(from[1]!, 180)];
        const [width, height] = [
          snap(size + 0.01, 360) || 360 / cells,
          snap(size / 2 + 0.01, 180) || 180 / cells,
        ];
        const bbox = [lng, lat, lng + width, lat + height].join();
        const zoom = Math.floor(Math.random() * 21);
        const filters = {
          municipality: some([town.slug, neighbour.slug, 'atlantis']),
          kind: some(PROPOSAL_KINDS),
          status: some(LISTED_STATUSES),
        };
        const answer = await map(bbox, zoom, filters);
        const asked = bbox.split(',').map(Number);
        const told = `${bbox} at zoom ${zoom} with ${JSON.stringify(filters)}`;
        expect([told, answer.features.length <= 2000]).toEqual([told, true]);
        expect([told, answer.bbox.map((edge, i) => (i < 2 ? edge <= asked[i]! : edge >= asked[i]!))]).toEqual(
          [told, [true, true, true, true]],
        );
        expect([told, countOf(answer)]).toEqual([told, await listed(answer.bbox, filters)]);
      }
    }, 120_000);

    it('counts what is not folded yet', async () => {
      const [lng, lat] = neighbour.center;
      const { id } = await makePublicProposal(app.dataSource, neighbour, {
        kind: 'idea',
        status: 'done',
        position: [lng, lat],
      });
      const before = await map(world, 5, { kind: ['idea'] });
      await recordWithoutGrid(neighbour.id, slotOf('idea', 'done'), [lng, lat], 1);
      const after = await map(world, 5, { kind: ['idea'] });
      expect(countOf(after)).toBe(countOf(before) + 1);
      expect(countOf(after)).toBe(await listed(after.bbox, { kind: ['idea'] }));
      await app.get(MapGridFolder).fold();
      expect(await map(world, 5, { kind: ['idea'] })).toEqual(after);
      expect(id).toBeTruthy();
    });

    it('compresses large answers', async () => {
      const url = `${app.url}/api/v1/proposals/map?bbox=${town.bbox.join()}&zoom=12`;
      const [plain, small] = [await rawGet(url), await rawGet(url, { 'Accept-Encoding': 'gzip' })];
      expect(plain.headers.get('Content-Encoding')).toBeNull();
      expect(small.headers.get('Content-Encoding')).toBe('gzip');
      expect(gunzipSync(small.bytes).equals(plain.bytes)).toBe(true);
    });

    it('takes at most 25 bytes for a pin, compressed', async () => {
      const [west, south] = town.bbox;
      const url = `${app.url}/api/v1/proposals/map?bbox=${[west, south, west + 0.031, south + 0.031].join()}&zoom=15`;
      const { bytes, headers } = await rawGet(url, { 'Accept-Encoding': 'gzip' });
      expect(headers.get('Content-Encoding')).toBe('gzip');
      const { features } = JSON.parse(gunzipSync(bytes).toString()) as ProposalMap;
      expect(features.length).toBeGreaterThan(300);
      expect((features[0]!.properties as Properties).reference).toBeTruthy();
      expect(bytes.length / features.length).toBeLessThanOrEqual(25);
    });

    it('shows thousands in one spot as one cluster, at the closest zoom and from space', async () => {
      const [lng, lat] = [town.center[0] + 0.5, town.center[1]];
      await makeCrowd(app.dataSource, { ...town, bbox: [lng, lat, lng, lat] }, 2300);
      await app.get(RecountMapGridService).rebuild();
      const near = await map([lng - 0.0001, lat - 0.0001, lng + 0.0001, lat + 0.0001].join(), 20);
      expect(near.features).toHaveLength(1);
      expect(countOf(near)).toBeGreaterThan(2000);
      expect(countOf(near)).toBe(await listed(near.bbox));
      const far = await map(world, 20);
      expect(far.features.length).toBeLessThan(10);
      expect(countOf(far)).toBe(await listed(far.bbox));
    }, 60_000);
  });

  async function recordWithoutGrid(
    municipalityId: string,
    slot: number,
    [lng, lat]: [number, number],
    change: 1 | -1,
  ): Promise<void> {
    await app.dataSource.query(
      `INSERT INTO map_grid_delta (municipality_id, slot, x, y, lng, lat, change)
       VALUES ($1, $2, floor(($3::float8 + 180) / 360 * 131072), floor(($4::float8 + 90) / 180 * 131072), round($3::float8 * 1e6), round($4::float8 * 1e6), $5)`,
      [municipalityId, slot, lng, lat, change],
    );
  }
});

/** An answer as it goes over the wire, not unpacked. */
async function rawGet(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; headers: Headers; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const received = new Headers(response.headers as Record<string, string>);
        resolve({ status: response.statusCode, headers: received, bytes: Buffer.concat(chunks) });
      });
    }).on('error', reject);
  });
}
