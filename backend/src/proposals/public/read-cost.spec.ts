import type { Box } from '@lofteskartan/shared/position';
import { PROPOSAL_SORTS } from '@lofteskartan/shared/vocabulary';
import type { DataSource, EntityManager } from 'typeorm';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { cellsFor } from './map-grid.rules.js';
import { type MapQuestion, type MapRow, mapStatement } from './map.repository.js';
import { type ListQuestion, listStatement } from './proposal-list.repository.js';
import type { ListFilters } from './proposal-list.rules.js';
import { makeCrowd } from './public-proposals.fixture.js';
import { PublicProposalsModule } from './public-proposals.module.js';
import { RecountMapGridService } from './recount-map-grid.service.js';
import { similarStatement } from './similar.repository.js';
import type { Statement } from './statement.js';

interface Cost {
  readonly rows: Record<string, unknown>[];
  /** Rows of proposals and of the map's grid that the database read, as it counts them itself. */
  readonly read: number;
  readonly plan: string;
}

/** Runs a statement alone in a transaction and asks the database how many rows it read for it. */
async function cost(dataSource: DataSource, { text, values }: Statement): Promise<Cost> {
  return dataSource.transaction(async (manager) => {
    const before = await rowsRead(manager);
    const rows = await manager.query<Record<string, unknown>[]>(text, values);
    const read = (await rowsRead(manager)) - before;
    const plan = await manager.query<Record<string, string>[]>(`EXPLAIN ${text}`, values);
    return { rows, read, plan: plan.map((line) => line['QUERY PLAN']).join('\n') };
  });
}

/** The database's own counters of this connection. */
async function rowsRead(manager: EntityManager): Promise<number> {
  const [counted] = await manager.query<{ read: number }[]>(
    `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::integer AS read FROM pg_stat_xact_user_tables
     WHERE relname IN ('public_proposals', 'map_grid', 'map_grid_delta')`,
  );
  return counted?.read ?? NaN;
}

describe('what a public read costs', () => {
  let app: TestApp;
  let large: TestMunicipality;
  let small: TestMunicipality;

  beforeAll(async () => {
    app = await startTestApp({ rooms: PublicProposalsModule });
    await app.empty();
    large = await makeMunicipality(app.dataSource);
    small = await makeMunicipality(app.dataSource);
    await makeCrowd(app.dataSource, large, 19_000);
    await makeCrowd(app.dataSource, small, 1000);
    await app.get(RecountMapGridService).rebuild();
    for (const table of ['municipalities', 'public_proposals', 'map_grid', 'map_grid_delta']) {
      await app.dataSource.query(`ANALYZE ${table}`);
    }
  }, 120_000);
  afterAll(() => app.stop());

  const page = (question: Partial<ListQuestion>): Promise<Cost> =>
    cost(app.dataSource, listStatement({ filters: {}, sort: 'newest', rows: 21, after: null, ...question }));
  const here = (filters: ListFilters = {}): Partial<ListQuestion> => ({
    filters: { municipality: [large.slug], ...filters },
  });

  describe('a page of the list reads at most four times the rows that it shows', () => {
    it.each<[string, () => Partial<ListQuestion>]>([
      ['all municipalities', () => ({})],
      ['all municipalities, oldest first', () => ({ sort: 'oldest' })],
      ...PROPOSAL_SORTS.map((sort): [string, () => Partial<ListQuestion>] => [
        `a municipality, ${sort}`,
        () => ({ ...here(), sort }),
      ]),
      ['two municipalities', () => here({ municipality: [large.slug, small.slug] })],
      ['a kind', () => here({ kind: ['idea'] })],
      ['a status', () => here({ status: ['referred'] })],
      ['two statuses, oldest first', () => ({ ...here({ status: ['done', 'declined'] }), sort: 'oldest' })],
      ['a kind and a status', () => ({ ...here({ kind: ['speed-check'], status: ['received'] }) })],
      ['a kind in the small municipality', () => here({ municipality: [small.slug], kind: ['speed-check'] })],
      ['a locality', () => here({ locality: ['utkanten'] })],
      [
        'a later page',
        () => ({ ...here(), after: ['2026-02-01T00:00:00Z', '00000000-0000-0000-0000-000000000000'] }),
      ],
      [
        'a later page of a kind',
        () => ({
          ...here({ kind: ['idea'] }),
          after: ['2026-02-01T00:00:00Z', '00000000-0000-0000-0000-000000000000'],
        }),
      ],
    ])('%s', async (_, question) => {
      const { rows, read, plan } = await page(question());
      expect(rows).toHaveLength(21);
      expect([plan, read <= 4 * rows.length]).toEqual([plan, true]);
    });

    it('a kind and status that nobody has', async () => {
      const { rows, read } = await page({ ...here({ kind: ['speed-check'], status: ['planned'] }) });
      expect(rows).toHaveLength(0);
      expect(read).toBe(0);
    });
  });

  /**
   * These may cost more, because no index has just that order. Words and boxes read what they find (the planner rather walks the
   * order when they find much); all municipalities in an order that is kept for each of them cost a page of each.
   */
  describe('a page of the list that may read more', () => {
    it.each<[string, number, () => Partial<ListQuestion>]>([
      ['words', 1200, () => ({ ...here(), search: { words: 'gångtunneln' } })],
      ['words that many use', 100, () => ({ search: { words: 'skolan' } })],
      ['a number', 1, () => ({ search: { reference: `${large.referencePrefix}-22225` } })],
      ['a kind, most supported', 1200, () => ({ ...here({ kind: ['idea'] }), sort: 'most-supported' })],
      [
        'a rare status, latest answer',
        1600,
        () => ({ ...here({ status: ['referred'] }), sort: 'latest-answer' }),
      ],
      ['all municipalities, most supported', 100, () => ({ sort: 'most-supported' })],
      ['a box of a few streets', 600, () => ({ box: boxAt(large, 0.005) })],
      ['a box that is a quarter of the municipality', 5500, () => ({ box: boxAt(large, 0.05) })],
    ])('%s: at most %d', async (_, most, question) => {
      const { read, plan } = await page(question());
      expect([plan, read <= most]).toEqual([plan, true]);
    });
  });

  describe('the map reads at most four times the features that it shows', () => {
    const map = async (
      box: Box,
      zoom: number,
      filters: Partial<MapQuestion> = {},
    ): Promise<{ shown: number; read: number; plan: string }> => {
      const statement = mapStatement({ range: cellsFor(box, zoom), ...filters });
      const { rows, read, plan } = await cost(app.dataSource, statement);
      const { pins, cells } = rows[0] as unknown as MapRow;
      const shown = pins === null ? (cells ?? '').split(',').length / 8 : pins.split('"Feature"').length - 1;
      return { shown, read, plan };
    };

    it.each<[string, () => Parameters<typeof map>]>([
      ['the world', () => [[-180, -90, 180, 90], 0]],
      ['the country', () => [[10, 55, 24.2, 69.1], 5]],
      ['a part of the country', () => [[11, 55.5, 14, 57], 8]],
      ['a municipality', () => [large.bbox as unknown as Box, 12]],
      ['a town', () => [boxAt(large, 0.03), 14]],
      ['streets', () => [boxAt(large, 0.02), 15]],
      ['a street', () => [boxAt(large, 0.005), 17]],
      ['a doorstep', () => [boxAt(large, 0.0005), 20]],
      ['one municipality of the country', () => [[10, 55, 24.2, 69.1], 5, { municipalities: [small.slug] }]],
      [
        'a municipality by its name',
        () => [large.bbox as unknown as Box, 12, { municipalities: [large.slug] }],
      ],
      ['the small municipality', () => [small.bbox as unknown as Box, 15, { municipalities: [small.slug] }]],
      ['a kind', () => [large.bbox as unknown as Box, 12, { kinds: ['idea'] }]],
      [
        'a kind and two statuses',
        () => [large.bbox as unknown as Box, 12, { kinds: ['speed-check'], statuses: ['received', 'done'] }],
      ],
    ])('%s', async (_, question) => {
      const { shown, read, plan } = await map(...question());
      expect(shown).toBeGreaterThan(0);
      expect([plan, shown, read <= 4 * shown]).toEqual([plan, shown, true]);
    });

    it('and no more than a screenful for what is rare', async () => {
      const { read } = await map(boxAt(large, 0.01), 16, { kinds: ['dark-place'], statuses: ['planned'] });
      expect(read).toBeLessThanOrEqual(1000);
    });
  });

  it('neighbours are read in a small box only', async () => {
    const { rows, read, plan } = await cost(
      app.dataSource,
      similarStatement({ position: large.center, kind: 'speed-check', doneSince: '2026-01-01' }),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect([plan, read < 200]).toEqual([plan, true]);
  });
});

/** A square of so many degrees in the middle of a municipality. */
function boxAt({ center: [lng, lat] }: TestMunicipality, size: number): Box {
  return [lng - size / 2, lat - size / 2, lng + size / 2, lat + size / 2];
}
