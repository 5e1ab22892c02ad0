import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openTestDatabase, openTestDataSource } from '../../../test/support/database.js';
import { testDatabaseKind } from '../../../test/support/test-run.js';
import { JobRunner, type JobPayload } from './job-runner.js';

const soon = async (condition: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !condition(); i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(condition()).toBe(true);
};

describe(`jobs (${testDatabaseKind()})`, () => {
  let dataSource: DataSource;
  let jobs: JobRunner;
  let done: JobPayload[];
  let finish: (() => void) | null;

  beforeEach(async () => {
    Logger.overrideLogger(false);
    dataSource = await openTestDataSource();
    await dataSource.query('DELETE FROM graphile_worker._private_jobs');
    jobs = new JobRunner(await openTestDatabase());
    done = [];
    finish = null;
    jobs.register('note', (payload) => {
      done.push(payload);
      return Promise.resolve();
    });
    jobs.register('work', async (payload) => {
      await new Promise<void>((resolve) => (finish = resolve));
      done.push(payload);
    });
    jobs.register('fail', () => Promise.reject(new Error('not today')));
  });
  afterEach(async () => {
    await jobs.stop();
    await dataSource.destroy();
  });

  const enqueue = (...[task, payload, options]: [string, JobPayload, { runAt?: Date; jobKey?: string }?]) =>
    dataSource.transaction((manager) => jobs.enqueue(manager, task, payload, options));

  it('are done soon after the transaction that added them, without waiting to be looked for', async () => {
    await jobs.start();
    const waits: number[] = [];
    for (let n = 1; n <= 4; n += 1) {
      const start = Date.now();
      await enqueue('note', { id: 'a', n, sure: true, nothing: null });
      await soon(() => done.length === n);
      waits.push(Date.now() - start);
    }
    expect(done[0]).toEqual({ id: 'a', n: 1, sure: true, nothing: null });
    // The worker looks every two seconds; a notification wakes it at once.
    expect(Math.min(...waits)).toBeLessThan(900);
  });

  it('are never done when that transaction rolls back', async () => {
    await jobs.start();
    await expect(
      dataSource.transaction(async (manager) => {
        await jobs.enqueue(manager, 'note', { id: 'rolled back' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await enqueue('note', { id: 'kept' });
    await soon(() => done.length === 1);
    expect(done).toEqual([{ id: 'kept' }]);
  });

  it('that were added before the start are done after it', async () => {
    await enqueue('note', { id: 'early' });
    await jobs.start();
    await soon(() => done.length === 1);
  });

  it('wait for their time', async () => {
    await enqueue('note', { id: 'later' }, { runAt: new Date(Date.now() + 3_600_000) });
    await enqueue('note', { id: 'past' }, { runAt: new Date(Date.now() - 3_600_000) });
    await jobs.start();
    await soon(() => done.length === 1);
    expect(done).toEqual([{ id: 'past' }]);
  });

  it('with one key replace each other, and can be taken back', async () => {
    await enqueue('note', { id: 'first' }, { jobKey: 'k' });
    await enqueue('note', { id: 'second' }, { jobKey: 'k' });
    await enqueue('note', { id: 'unwanted' }, { jobKey: 'other' });
    await dataSource.transaction((manager) => jobs.cancel(manager, 'other'));
    await jobs.start();
    await soon(() => done.length === 1);
    expect(done).toEqual([{ id: 'second' }]);
  });

  it('that fail are kept for another try, without what they threw', async () => {
    await enqueue('fail', {});
    await jobs.start();
    const tried = async () => {
      const [job] = await dataSource.query<{ attempts: number; last_error: string }[]>(
        'SELECT attempts, last_error FROM graphile_worker._private_jobs WHERE locked_at IS NULL AND attempts > 0',
      );
      return job;
    };
    for (let i = 0; i < 100 && !(await tried()); i += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect((await tried())?.last_error).toContain('The job fail failed');
    expect((await tried())?.last_error).not.toContain('not today');
  });

  it('at work are finished before a stop', async () => {
    await enqueue('work', { id: 'slow' });
    await jobs.start();
    await soon(() => finish !== null);
    const stopped = jobs.stop();
    setTimeout(() => finish?.(), 50);
    await stopped;
    expect(done).toEqual([{ id: 'slow' }]);
    expect(await dataSource.query('SELECT 1 FROM graphile_worker._private_jobs')).toEqual([]);
  });

  it('have one worker each', () => {
    expect(() => jobs.register('note', () => Promise.resolve())).toThrow('Two handlers');
  });
});
