import { randomUUID } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { openTestDataSource } from '../../test/support/database.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import type { QueueQuestion } from './queue-filters.repository.js';
import { queueStatement, type QueuePage } from './queue.repository.js';

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const size = 6000;
const account = randomUUID();
const mine = { persons: { ids: [account], nobody: false }, organisations: null };

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
    await runner.query(`INSERT INTO accounts (id, email, name, password_hash) VALUES ($1, $2, 'Prov', '-')`, [
      account,
      `${account}@example.org`,
    ]);
    await runner.query(
      `INSERT INTO proposals (id, reference, municipality_id, kind, status, public_status, placement, details, publication,
         follow_token_hash, created_at, updated_at, answer_due_at, assigned_account_id, assigned_organisation_id)
       SELECT gen_random_uuid(), $3 || '-' || n, CASE WHEN n % 3 = 0 THEN $2::uuid ELSE $1::uuid END, 'speed-check',
         CASE WHEN n % 5 = 0 THEN 'received' ELSE 'answered' END, 'received', 'unplaced',
         '{"weekdays":[],"hourBands":[],"problems":[],"near":[]}', 'none', sha256(convert_to($3 || n, 'UTF8')), at, at, at + interval '7 days',
         CASE WHEN n % 25 = 0 THEN $5::uuid END, CASE WHEN n % 25 = 0 THEN $6::uuid END
       FROM generate_series(1, $4::integer) AS n
       CROSS JOIN LATERAL (SELECT timestamptz '2026-01-01 00:00Z' + (n % 997) * interval '1 hour' AS at) AS moment`,
      [ale.id, kungalv.id, randomUUID().slice(0, 8), size, account, ale.office.id],
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
  // Of what is overdue, and of what is in somebody's hands, the planner may read all of it and sort: few of many, and never more.
  const [overdue, inHands] = [40, 8];
  const more: typeof pages = [
    ['what is due first', () => ({}), { part: 'due' }, 1],
    ['what is due first, from the middle on', () => ({}), { part: 'due', after: middle }, 1],
    ['what waits for nothing any more', () => ({}), { part: 'settled' }, 2],
    ['what is overdue, the newest', () => ({ deadline: ['overdue'] }), {}, overdue],
    ['what is overdue, the oldest', () => ({ deadline: ['overdue'] }), { part: 'oldest' }, overdue],
    ['what is overdue, the longest so', () => ({ deadline: ['overdue'] }), { part: 'due' }, 1],
    ['what somebody has', () => ({ assigned: mine, status: ['received'] }), {}, inHands],
    [
      'what an organisation has',
      () => ({
        assigned: { persons: null, organisations: { ids: [ale.office.id], slugs: [] } },
        status: ['received'],
      }),
      {},
      inHands,
    ],
  ];
  it.each([...pages, ...more])('reads about what it shows: %s', async (_what, question, page, branches) => {
    const rows = 21;
    const { text, values } = queueStatement(
      {
        scope: { municipalityIds: [ale.id], policeIds: [], secretsOf: [] },
        assigned: { persons: null, organisations: null },
        now: new Date('2026-03-01T00:00:00Z'),
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
