import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openTestDatabase } from '../../../test/support/database.js';
import { testDatabaseKind } from '../../../test/support/test-run.js';
import type { Database } from './database.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('connections that share the database', () => {
  let database: Database;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await openTestDatabase();
    pool = new pg.Pool({ ...database.connection, max: 10 });
    pool.on('error', () => undefined);
    await pool.query('CREATE TABLE platform_counters (id int PRIMARY KEY, n int NOT NULL)');
  });

  afterAll(async () => {
    await pool.query('DROP TABLE platform_counters');
    await pool.end();
    await database.close();
  });

  beforeEach(async () => {
    await pool.query('TRUNCATE platform_counters');
    await pool.query('INSERT INTO platform_counters VALUES (1, 0), (2, 0)');
  });

  async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  async function count(id: number): Promise<number> {
    const { rows } = await pool.query<{ n: number }>('SELECT n FROM platform_counters WHERE id = $1', [id]);
    return rows[0]?.n ?? NaN;
  }

  async function increase(client: pg.PoolClient): Promise<void> {
    const { rows } = await client.query<{ n: number }>(
      'SELECT n FROM platform_counters WHERE id = $1 FOR UPDATE',
      [1],
    );
    await client.query('UPDATE platform_counters SET n = $2 WHERE id = $1', [1, (rows[0]?.n ?? NaN) + 1]);
  }

  async function client(): Promise<pg.Client> {
    const one = new pg.Client(database.connection);
    one.on('error', () => undefined);
    await one.connect();
    return one;
  }

  it('ends 50 concurrent read-modify-write transactions at 50', async () => {
    await Promise.all(Array.from({ length: 50 }, () => inTransaction(increase)));
    expect(await count(1)).toBe(50);
  });

  it('keeps statements with different parameters apart', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const { rows } = await (i % 2
          ? pool.query<{ v: number | string }>('SELECT $1::int AS v', [i])
          : pool.query<{ v: number | string }>('SELECT $1::text AS v, $2::int AS w', [`t${i}`, i]));
        return rows[0]?.v;
      }),
    );
    expect(answers).toEqual(answers.map((_, i) => (i % 2 ? i : `t${i}`)));
  });

  it('carries answers of several megabytes whole', async () => {
    const { rows } = await pool.query<{ text: string }>(`SELECT repeat('å', 3000000) AS text`);
    expect(rows[0]?.text).toHaveLength(3_000_000);
    const many = await pool.query('SELECT n, md5(n::text) FROM generate_series(1, 50000) n');
    expect(many.rows).toHaveLength(50_000);
  });

  it('leaves the others untouched when one rolls back', async () => {
    const refused = inTransaction(async (one) => {
      await one.query('UPDATE platform_counters SET n = 99 WHERE id = 2');
      await pause(50);
      throw new Error('changed my mind');
    });
    await pause(10);
    const other = pool.query('UPDATE platform_counters SET n = n + 1 WHERE id = 2');
    await expect(refused).rejects.toThrow('changed my mind');
    await other;
    expect(await count(2)).toBe(1);
  });

  it('goes on after a failed statement, inside and outside a transaction', async () => {
    await expect(pool.query('SELECT nonsense')).rejects.toThrow('nonsense');
    await expect(pool.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
    await expect(
      inTransaction(async (one) => {
        await increase(one);
        await one.query('SELECT 1 / 0');
      }),
    ).rejects.toThrow('division by zero');
    expect(await count(1)).toBe(0);
  });

  it('answers each query with its own answer after one with parameters failed, on the same connection and on others', async () => {
    const one = await pool.connect();
    try {
      for (const asker of [one, pool]) {
        await expect(asker.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
        for (const n of [5, 6, 7])
          expect((await asker.query<{ n: number }>('SELECT $1::int AS n', [n])).rows).toEqual([{ n }]);
      }
    } finally {
      one.release();
    }
  });

  it('goes on after a savepoint was rolled back', async () => {
    await inTransaction(async (one) => {
      await increase(one);
      await one.query('SAVEPOINT s');
      await expect(one.query('SELECT 1 / 0')).rejects.toThrow();
      await one.query('ROLLBACK TO SAVEPOINT s');
    });
    expect(await count(1)).toBe(1);
  });

  it('takes back what a client did that was killed in the middle of its transaction', async () => {
    const killed = await client();
    await killed.query('BEGIN');
    await killed.query('UPDATE platform_counters SET n = 500 WHERE id = 2');
    killed.connection.stream.destroy();
    await pool.query('UPDATE platform_counters SET n = n + 1 WHERE id = 2');
    expect(await count(2)).toBe(1);
  });

  it('takes back what a client did that was killed while its query ran or waited', async () => {
    const [killed, waiting] = [await client(), await client()];
    await killed.query('BEGIN');
    await killed.query('UPDATE platform_counters SET n = 700 WHERE id = 2');
    killed.query('SELECT count(*) FROM generate_series(1, 300000)').catch(() => undefined);
    waiting.query('UPDATE platform_counters SET n = 1000 WHERE id = 1 AND n = 1').catch(() => undefined);
    await pause(5);
    waiting.connection.stream.destroy();
    killed.connection.stream.destroy();
    await inTransaction(increase);
    expect([await count(1), await count(2)]).toEqual([1, 0]);
  });

  it('goes on after a query that its client gave up', async () => {
    const impatient = new pg.Pool({ ...database.connection, max: 2, query_timeout: 30 });
    impatient.on('error', () => undefined);
    await expect(impatient.query('SELECT count(*) FROM generate_series(1, 1500000)')).rejects.toThrow(
      'timeout',
    );
    await inTransaction(increase);
    expect(await count(1)).toBe(1);
    await impatient.end();
  });

  it('hands notifications to the others, and only after the commit', async () => {
    const listener = await client();
    const heard: (string | undefined)[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload));
    await listener.query('LISTEN platform_news');
    await inTransaction(async (one) => {
      await one.query(`SELECT pg_notify('platform_news', 'first')`);
      await pause(30);
      expect(heard).toEqual([]);
    });
    await pool.query(`NOTIFY platform_news, 'second'`);
    await pause(50);
    expect(heard).toEqual(['first', 'second']);
    await listener.end();
  });

  it('waits politely when more ask than the pool has connections', async () => {
    await Promise.all(Array.from({ length: 300 }, () => pool.query('SELECT pg_sleep(0)')));
    expect(pool.totalCount).toBeLessThanOrEqual(10);
  });

  it('reads dates as text and moments as moments', async () => {
    const { rows } = await pool.query<{ day: string; at: Date }>(
      `SELECT '2026-03-29'::date AS day, '2026-03-29T01:00:00Z'::timestamptz AS at`,
    );
    expect(rows[0]).toEqual({ day: '2026-03-29', at: new Date('2026-03-29T01:00:00Z') });
  });

  it(`is PostGIS with Swedish text search (${testDatabaseKind()})`, async () => {
    const { rows } = await pool.query<{ metres: number; found: boolean }>(
      `SELECT round(ST_Distance('POINT(12.0 57.9)'::geography, 'POINT(12.1 57.9)'::geography))::int AS metres,
              to_tsvector('swedish', 'mörka gångvägar') @@ plainto_tsquery('swedish', 'gångväg') AS found`,
    );
    expect(rows[0]).toEqual({ metres: 5930, found: true });
  });
});
