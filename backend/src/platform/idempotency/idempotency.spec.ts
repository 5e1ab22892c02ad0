import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TestClock } from '../../../test/support/clock.js';
import { testConfig } from '../../../test/support/config.js';
import { openTestDataSource } from '../../../test/support/database.js';
import { Refused } from '../problem/refused.js';
import { Reply } from '../reply.js';
import { Secrets } from '../security/secrets.js';
import { Idempotency, type IdempotentCall } from './idempotency.service.js';

describe('a call with an Idempotency-Key', () => {
  const clock = new TestClock('2026-11-22T12:00:00Z');
  let dataSource: DataSource;
  let idempotency: Idempotency;
  let number = 0;

  beforeAll(async () => {
    dataSource = await openTestDataSource();
    idempotency = new Idempotency(dataSource, new Secrets(testConfig()), clock);
    await dataSource.query('CREATE TABLE platform_works (id serial PRIMARY KEY, name text)');
  });
  afterAll(async () => {
    await dataSource.query('DROP TABLE platform_works');
    await dataSource.destroy();
  });

  /** A call that writes a row; each test's calls are its own. */
  function call(changes: Partial<IdempotentCall<{ id: number }>> = {}): IdempotentCall<{ id: number }> {
    return {
      key: `key-${number}-aaaa`,
      route: 'POST /works',
      caller: 'anna',
      body: { name: 'a', place: [12, 57] },
      work: async (manager) => {
        const [row] = await manager.query<{ id: number }[]>(
          `INSERT INTO platform_works (name) VALUES ('a') RETURNING id`,
        );
        return new Reply(201, { id: row?.id ?? 0 }, { cookies: [{ name: 'device', value: 'geheim' }] });
      },
      ...changes,
    };
  }
  const works = async (): Promise<number> => {
    const [row] = await dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM platform_works');
    return row?.n ?? 0;
  };

  it('gives the same answer to a repeat, cookies included, and works once', async () => {
    number += 1;
    const first = await idempotency.run(call());
    const before = await works();
    const second = await idempotency.run(call({ body: { place: [12, 57], name: 'a' } }));
    expect(second).toEqual(first);
    expect(await works()).toBe(before);
  });

  it('is refused when the key comes with another body', async () => {
    number += 1;
    await idempotency.run(call());
    await expect(idempotency.run(call({ body: { name: 'b' } }))).rejects.toMatchObject({
      code: 'idempotency.reused',
    });
  });

  it.each<[string, Partial<IdempotentCall<{ id: number }>>]>([
    ['another route', { route: 'POST /others' }],
    ['another caller', { caller: 'bo' }],
    ['another key', { key: 'another-key' }],
  ])('is another call with %s', async (_, changes) => {
    number += 1;
    const first = await idempotency.run(call());
    const second = await idempotency.run(
      call({ ...changes, key: changes.key ? `${changes.key}-${number}` : call().key }),
    );
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('is forgotten when the work refuses, and may be tried again', async () => {
    number += 1;
    const refusing = call({ work: () => Promise.reject(new Refused('not.found')) });
    await expect(idempotency.run(refusing)).rejects.toMatchObject({ code: 'not.found' });
    expect((await idempotency.run(call({ body: { name: 'other' } }))).status).toBe(201);
  });

  it('rolls the work back when it fails after writing', async () => {
    number += 1;
    const before = await works();
    const failing = call({
      work: async (manager) => {
        await manager.query(`INSERT INTO platform_works (name) VALUES ('lost')`);
        throw new Error('half-way');
      },
    });
    await expect(idempotency.run(failing)).rejects.toThrow('half-way');
    expect(await works()).toBe(before);
  });

  it('50 parallel calls with 10 keys make exactly 10', async () => {
    number += 1;
    const before = await works();
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, i) => idempotency.run(call({ key: `parallel-${number}-${i % 10}` }))),
    );
    expect(await works()).toBe(before + 10);
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(10);
  });

  it('the second of two parallel calls works when the first fails', async () => {
    number += 1;
    // The second call starts when the first holds the key, so that it is the one that waits.
    const ends = await new Promise<PromiseSettledResult<unknown>[]>((resolve) => {
      const first = idempotency.run(
        call({
          work: async () => {
            resolve(Promise.allSettled([first, idempotency.run(call())]));
            await new Promise((later) => setTimeout(later, 50));
            throw new Error('first');
          },
        }),
      );
    });
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('keeps the answer where nobody can read it', async () => {
    number += 1;
    const secret = call({ work: () => Promise.resolve(new Reply(201, { id: 4711, token: 'hemlig-token' })) });
    await idempotency.run(secret);
    const rows = await dataSource.query<{ answer: Buffer }[]>('SELECT answer FROM idempotency_keys');
    expect(rows.every(({ answer }) => !answer.includes('hemlig-token'))).toBe(true);
  });

  it('is remembered for seven days and no longer', async () => {
    number += 1;
    const first = await idempotency.run(call());
    clock.advance({ days: 7, seconds: -1 });
    expect((await idempotency.run(call())).body.id).toBe(first.body.id);
    await idempotency.forgetOld();
    expect((await idempotency.run(call())).body.id).toBe(first.body.id);
    clock.advance({ seconds: 1 });
    const again = await idempotency.run(call());
    expect(again.body.id).not.toBe(first.body.id);
    clock.advance({ days: 7 });
    expect(await idempotency.forgetOld()).toBeGreaterThan(0);
    expect(await dataSource.query('SELECT 1 FROM idempotency_keys')).toEqual([]);
  });
});
