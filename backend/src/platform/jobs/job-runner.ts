import { Inject, Injectable, Logger } from '@nestjs/common';
import { parseCronItems, run, type Runner, type Task } from 'graphile-worker';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { type Database, databaseToken } from '../database/database.js';
import { describeError } from '../logging/describe-error.js';
import { workerLogger } from './worker-logger.js';

/** A payload that survives JSON. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

/** Does the work of a job. It may run more than once (a process may die half-way), so it must tolerate a repeat. */
export type JobHandler = (payload: JobPayload) => Promise<void>;

/** How long the worker rests when it ended by itself. */
const comebackMs = 5000;

/** When and as what a job runs. */
export interface EnqueueOptions {
  /** Not before this moment; at once when left out. */
  readonly runAt?: Date;
  /** A waiting job of the same key is replaced (time and payload). */
  readonly jobKey?: string;
}

/**
 * The jobs that rooms have work for, run by graphile-worker in this process. Register in `onModuleInit`:
 * `jobs.register('release-activity', (payload) => this.release(payload))`.
 */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('Jobs');
  private readonly handlers = new Map<string, JobHandler>();
  private readonly crons: { task: string; pattern: string }[] = [];
  private runner: Runner | null = null;
  private wanted = false;
  private comeback: NodeJS.Timeout | undefined;
  private pool: pg.Pool | null = null;

  constructor(@Inject(databaseToken) private readonly database: Database) {}

  /** Says who does the work of a task. Each name once. */
  register(task: string, handler: JobHandler): void {
    if (this.handlers.has(task)) throw new Error(`Two handlers for the job ${task}`);
    this.handlers.set(task, handler);
  }

  /** Runs a task at times given as a crontab pattern (UTC): `jobs.cron('forget-idempotency-keys', '17 3 * * *', handler)`. */
  cron(task: string, pattern: string, handler: JobHandler): void {
    this.register(task, handler);
    this.crons.push({ task, pattern });
  }

  /** Adds a job in the caller's transaction: it runs only when that commits. */
  async enqueue(
    manager: EntityManager,
    task: string,
    payload: JobPayload,
    { runAt, jobKey }: EnqueueOptions = {},
  ): Promise<void> {
    await manager.query('SELECT graphile_worker.add_job($1, payload := $2, run_at := $3, job_key := $4)', [
      task,
      JSON.stringify(payload),
      runAt ?? null,
      jobKey ?? null,
    ]);
  }

  /** Takes a waiting job back in the caller's transaction. */
  async cancel(manager: EntityManager, jobKey: string): Promise<void> {
    await manager.query('SELECT graphile_worker.remove_job($1)', [jobKey]);
  }

  /** Does the work of a task here and now, for the worker and for tests. */
  async perform(task: string, payload: JobPayload): Promise<void> {
    const handler = this.handlers.get(task);
    if (!handler) throw new Error(`Nobody does the job ${task}`);
    await handler(payload);
  }

  /** Begins to work, when every room has registered. */
  async start(): Promise<void> {
    this.pool = new pg.Pool({ ...this.database.connection, max: 3 });
    // The worker reports and replaces lost connections itself; without listeners it warns on the console.
    for (const event of ['error', 'connect'] as const) this.pool.on(event, () => undefined);
    if (this.database.kind === 'embedded') await this.unlockJobsOfTheDead(this.pool);
    this.wanted = true;
    await this.work(this.pool);
  }

  /** Finishes the job at work and stops. */
  async stop(): Promise<void> {
    this.wanted = false;
    clearTimeout(this.comeback);
    await this.runner?.stop();
    await this.pool?.end();
    this.runner = null;
    this.pool = null;
  }

  private async work(pool: pg.Pool): Promise<void> {
    const runner = await run({
      pgPool: pool,
      taskList: Object.fromEntries([...this.handlers.keys()].map((task) => [task, this.taskOf(task)])),
      parsedCronItems: parseCronItems(this.crons.map(({ task, pattern }) => ({ task, match: pattern }))),
      concurrency: this.database.kind === 'embedded' ? 1 : 3,
      noHandleSignals: true,
      noPreparedStatements: true,
      logger: workerLogger(),
      // With a delay, even of nothing, a stop waits until what was done has been noted; without one it does not.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    this.runner = runner;
    const ended = (): void => {
      if (this.runner === runner) this.comeBackTo(pool);
    };
    runner.promise.then(ended, ended);
  }

  /** The worker gives up when the database is away for long; it is put to work again until somebody stops it. */
  private comeBackTo(pool: pg.Pool): void {
    this.runner = null;
    if (!this.wanted) return;
    this.logger.warn(`The worker ended; it begins again in ${comebackMs / 1000} s`);
    this.comeback = setTimeout(() => {
      this.work(pool).catch(() => {
        this.comeBackTo(pool);
      });
    }, comebackMs);
  }

  private taskOf(task: string): Task {
    return async (payload) => {
      try {
        await this.perform(task, payload as JobPayload);
      } catch (error) {
        this.logger.error({ task, error: describeError(error) });
        throw new Error(`The job ${task} failed`);
      }
    };
  }

  /** An embedded database has no other worker, so a lock found at start belongs to a process that was killed. */
  private async unlockJobsOfTheDead(pool: pg.Pool): Promise<void> {
    await pool.query(
      `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
       FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL HAVING count(*) > 0`,
    );
  }
}
