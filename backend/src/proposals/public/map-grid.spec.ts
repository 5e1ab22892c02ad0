import { jest } from '@jest/globals';
import {
  LISTED_STATUSES,
  PROPOSAL_KINDS,
  type ListedStatus,
  type ProposalKind,
} from '@lofteskartan/shared/vocabulary';
import type { EntityManager } from 'typeorm';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { MapGridFolder } from './map-grid-folder.js';
import { FINEST_LEVEL, type GridPoint } from './map-grid.rules.js';
import { MapGrid } from './map-grid.js';
import { makeCrowd, makePublicProposal } from './public-proposals.fixture.js';
import { PublicProposalsModule } from './public-proposals.module.js';
import { RecountMapGridService } from './recount-map-grid.service.js';

interface Row {
  readonly proposal_id: string;
  readonly municipality_id: string;
  readonly kind: ProposalKind;
  readonly status: ListedStatus;
  readonly lng: number;
  readonly lat: number;
}

const pointOf = (row: Row): GridPoint => ({
  municipalityId: row.municipality_id,
  kind: row.kind,
  status: row.status,
  lng: row.lng,
  lat: row.lat,
});

const anyOf = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)]!;

describe('the map’s grid', () => {
  let app: TestApp;
  let municipality: TestMunicipality;

  beforeAll(async () => {
    app = await startTestApp({ rooms: PublicProposalsModule });
  });
  beforeEach(async () => {
    await app.empty();
    municipality = await makeMunicipality(app.dataSource);
  });
  afterAll(() => app.stop());

  const repair = (): Promise<number> => app.get(RecountMapGridService).repair();
  const fold = (): Promise<number> => app.get(MapGridFolder).fold();
  const record = (before: GridPoint | null, after: GridPoint | null): Promise<void> =>
    app.dataSource.transaction((manager) => app.get(MapGrid).record(manager, before, after));
  const count = async (sql: string): Promise<number> =>
    (await app.dataSource.query<{ n: number }[]>(`SELECT count(*)::integer AS n FROM ${sql}`))[0]?.n ?? NaN;

  const here = (changes: Partial<GridPoint> = {}): GridPoint => ({
    municipalityId: municipality.id,
    kind: 'idea',
    status: 'received',
    lng: municipality.center[0],
    lat: municipality.center[1],
    ...changes,
  });

  it('writes nothing when nothing on the map changed', async () => {
    await record(null, null);
    await record(here(), here());
    expect(await count('map_grid_delta')).toBe(0);
  });

  it('is not told of what was rolled back', async () => {
    const refused = app.dataSource.transaction(async (manager) => {
      await app.get(MapGrid).record(manager, null, here());
      throw new Error('changed my mind');
    });
    await expect(refused).rejects.toThrow('changed my mind');
    expect(await count('map_grid_delta')).toBe(0);
  });

  it('keeps no cell in which nothing is left', async () => {
    await record(null, here());
    expect(await fold()).toBe(1);
    expect(await count(`map_grid WHERE level = ${FINEST_LEVEL}`)).toBe(2);
    await record(here(), here({ status: 'done' }));
    await record(here({ status: 'done' }), null);
    expect(await fold()).toBe(3);
    expect(await count('map_grid')).toBe(0);
  });

  it('folds soon after a change, without being asked', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      await record(null, here());
      jest.advanceTimersByTime(3000);
    } finally {
      jest.useRealTimers();
    }
    for (let wait = 0; wait < 50 && (await count('map_grid_delta')) > 0; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await count('map_grid_delta')).toBe(0);
    expect(await count('map_grid')).toBeGreaterThan(0);
  });

  it('is folded by a job', async () => {
    await record(null, here());
    await app.get(JobRunner).perform('fold-map-grid', {});
    expect(await count('map_grid_delta')).toBe(0);
  });

  it('finds and repairs cells that are wrong', async () => {
    await makePublicProposal(app.dataSource, municipality, { kind: 'idea' });
    await makePublicProposal(app.dataSource, municipality, { kind: 'idea', position: null });
    await makePublicProposal(app.dataSource, municipality, { kind: 'idea', status: 'duplicate' });
    expect(await repair()).toBeGreaterThan(0);
    expect(await repair()).toBe(0);
    await app.dataSource.query('UPDATE map_grid SET lng_sum = lng_sum + 1 WHERE level = 9');
    expect(await repair()).toBe(2);
    expect(await repair()).toBe(0);
  });

  it('puts a point that lies on or beside an edge where the rules and a recount both put it', async () => {
    const positions = [0, 5e-324, 1e-15, 0.0000005, -1e-15].flatMap((hair) => [
      [11.25 + hair, 56.25 - hair],
      [12.0025634765625 - hair, 57.89794921875 + hair],
      [0 - hair, 0 + hair],
    ]);
    for (const [lng = 0, lat = 0] of positions) {
      await makePublicProposal(app.dataSource, municipality, { kind: 'idea', position: [lng, lat] });
      await record(null, here({ lng, lat }));
    }
    await fold();
    expect(await repair()).toBe(0);
  });

  it('equals a recount after 10,000 random changes, folded all the while by two at once', async () => {
    const other = await makeMunicipality(app.dataSource);
    await makeCrowd(app.dataSource, municipality, 700);
    await makeCrowd(app.dataSource, other, 300);
    await app.get(RecountMapGridService).rebuild();
    const hidden = await app.dataSource.query<Row[]>(ROWS);
    const shown: Row[] = [];
    await app.dataSource.query('UPDATE public_proposals SET listed = false');
    await app.get(RecountMapGridService).rebuild();
    expect(await count('map_grid')).toBe(0);

    let changes = 0;
    while (changes < 10_000) {
      const batch = pickChanges(shown, hidden, 250);
      changes += batch.length;
      const folders = changes % 1000 === 0 ? [fold(), fold()] : [];
      await app.dataSource.transaction(async (manager) => {
        await rewrite(
          manager,
          batch.map(({ after }) => after),
        );
        for (const { before, after } of batch) {
          await app
            .get(MapGrid)
            .record(manager, before && pointOf(before), after.listed ? pointOf(after) : null);
        }
      });
      await Promise.all(folders);
    }
    await Promise.all([fold(), fold()]);
    await fold();
    expect(await count('map_grid_delta')).toBe(0);
    expect(await count('map_grid WHERE total <= 0 OR 0 > ANY(counts)')).toBe(0);
    expect(await repair()).toBe(0);
  }, 300_000);
});

const ROWS = `SELECT proposal_id, municipality_id, kind, status, lng, lat FROM public_proposals ORDER BY reference`;

interface Change {
  readonly before: Row | null;
  readonly after: Row & { readonly listed: boolean };
}

/** Appearing, moving, changing status and disappearing; each proposal at most once in a batch. */
function pickChanges(shown: Row[], hidden: Row[], size: number): Change[] {
  const changes: Change[] = [];
  const touched = new Set<string>();
  while (changes.length < size) {
    const appears = shown.length === 0 || (hidden.length > 0 && Math.random() < 0.45);
    const from = appears ? hidden : shown;
    const index = Math.floor(Math.random() * from.length);
    const row = from[index]!;
    if (touched.has(row.proposal_id)) continue;
    touched.add(row.proposal_id);
    from.splice(index, 1);
    if (!appears && Math.random() < 0.3) {
      hidden.push(row);
      changes.push({ before: row, after: { ...row, listed: false } });
      continue;
    }
    const kind = anyOf(PROPOSAL_KINDS);
    const status = anyOf(LISTED_STATUSES.filter((each) => each !== 'planned'));
    const moved = { lng: row.lng + (Math.random() - 0.5) / 100, lat: row.lat + (Math.random() - 0.5) / 100 };
    const after = { ...row, kind, status, ...(Math.random() < 0.5 ? moved : {}) };
    shown.push(after);
    changes.push({ before: appears ? null : row, after: { ...after, listed: true } });
  }
  return changes;
}

async function rewrite(manager: EntityManager, rows: readonly (Row & { listed: boolean })[]): Promise<void> {
  await manager.query(
    `UPDATE public_proposals AS p SET kind = new.kind, status = new.status, lng = new.lng, lat = new.lat, listed = new.listed
     FROM json_to_recordset($1) AS new (proposal_id uuid, kind text, status text, lng float8, lat float8, listed boolean)
     WHERE p.proposal_id = new.proposal_id`,
    [JSON.stringify(rows)],
  );
}
