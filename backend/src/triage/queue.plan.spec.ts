import { randomUUID } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { openTestDataSource } from '../../test/support/database.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { queueStatement, type QueuePage, type QueueQuestion } from './queue.repository.js';

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const size = 6000;

/** How many rows of `proposals` a plan has read, those included that a filter then threw away. */
function proposalsRead(plan: Plan): number {
  const own =
    plan['Relation Name'] === 'proposals' ? plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) : 0;
  return own * plan['Actual Loops'] + (plan.Plans ?? []).reduce((sum, each) => sum + proposalsRead(each), 0);
}

describe(`a page of the queue among ${String(size)} proposals`, () => {
  let dataSource: DataSource;
  let runner: QueryRunner;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;

  beforeAll(async () => {
    dataSource = await openTestDataSource();
    // All of it in a transaction that is rolled back: rows, and what the planner is told of them.
    runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    ale = await makeMunicipality(runner);
    kungalv = await makeMunicipality(runner);
    await runner.query(
      `INSERT INTO proposals (id, reference, municipality_id, kind, status, public_status, placement, details, publication,
         follow_token_hash, created_at, updated_at)
       SELECT gen_random_uuid(), $3 || '-' || n, CASE WHEN n % 3 = 0 THEN $2::uuid ELSE $1::uuid END, 'speed-check',
         CASE WHEN n % 5 = 0 THEN 'received' ELSE 'answered' END, 'received', 'unplaced',
         '{"weekdays":[],"hourBands":[],"problems":[],"near":[]}', 'none', sha256(convert_to($3 || n, 'UTF8')), at, at
       FROM generate_series(1, $4::integer) AS n
       CROSS JOIN LATERAL (SELECT timestamptz '2026-01-01 00:00Z' + (n % 997) * interval '1 hour' AS at) AS moment`,
      [ale.id, kungalv.id, randomUUID().slice(0, 8), size],
    );
    // Other tests leave many municipalities with a few proposals each: the planner would take that for what is usual.
    await runner.query('ALTER TABLE proposals ALTER COLUMN municipality_id SET (n_distinct = 2)');
    await runner.query('ANALYZE proposals');
  });
  afterAll(async () => {
    await runner.rollbackTransaction();
    await runner.release();
    await dataSource.destroy();
  });

  const middle = [0, '2026-01-20 00:00:00+00', '80000000-0000-4000-8000-000000000000'];
  const pages: [string, (both: string[]) => Partial<QueueQuestion>, Partial<QueuePage>, number][] = [
    ['the newest of one municipality', () => ({}), {}, 1],
    [
      'the newest of two',
      (both) => ({ scope: { municipalityIds: both, policeIds: [], secretsOf: [] } }),
      {},
      2,
    ],
    ['the oldest', () => ({}), { part: 'oldest' }, 1],
    ['one status', () => ({ status: ['received'] }), {}, 1],
    [
      'three statuses of two',
      (both) => ({
        status: ['received', 'answered', 'hidden'],
        scope: { municipalityIds: both, policeIds: [], secretsOf: [] },
      }),
      {},
      4,
    ],
    ['from the middle on', () => ({}), { after: middle }, 1],
    [
      'from the middle on, the oldest of one status',
      () => ({ status: ['answered'] }),
      { part: 'oldest', after: middle },
      1,
    ],
  ];
  it.each(pages)('reads about what it shows: %s', async (_what, question, page, branches) => {
    const rows = 21;
    const { text, values } = queueStatement(
      {
        scope: { municipalityIds: [ale.id], policeIds: [], secretsOf: [] },
        box: null,
        search: null,
        ...question([ale.id, kungalv.id]),
      },
      { part: 'newest', after: null, rows, ...page },
    );
    const [
      {
        'QUERY PLAN': [{ Plan: plan }],
      },
    ] = await runner.manager.query<[{ 'QUERY PLAN': [{ Plan: Plan }] }]>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    );
    // Each branch reads a page from its index, and the page is read once more for what it shows.
    expect(proposalsRead(plan)).toBeLessThanOrEqual(rows * (branches + 1) + 20);
    expect(proposalsRead(plan)).toBeGreaterThanOrEqual(rows);
  });
});
