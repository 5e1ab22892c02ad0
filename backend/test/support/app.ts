import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { createApp } from '../../src/platform/app.setup.js';
import type { Config } from '../../src/platform/config/config.js';
import { type Database, openDatabase } from '../../src/platform/database/database.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { stop } from '../../src/platform/run.js';
import { Api } from './api.js';
import { TestClock } from './clock.js';
import { testConfig } from './config.js';
import { ContractCheck } from './contract-check.js';
import { beginEmpty, emptyQueue, emptyTables } from './database.js';
import { LogBook } from './log-book.js';

/** The real application on a free port, with a clock that the test moves. Jobs wait until `runJobs`. */
export class TestApp {
  private readonly contract: ContractCheck;

  private constructor(
    readonly app: NestExpressApplication,
    readonly config: Config,
    readonly clock: TestClock,
    /** Everything that was logged. */
    readonly log: LogBook,
    /** `http://127.0.0.1:…` */
    readonly url: string,
    private readonly database: Database,
  ) {
    this.contract = new ContractCheck(url);
  }

  static async start(options: TestAppOptions = {}): Promise<TestApp> {
    const config = testConfig(options.config);
    const clock = options.clock ?? new TestClock();
    const log = new LogBook();
    await beginEmpty();
    const database = await openDatabase(config, () => undefined);
    const app = await createApp({ config, database, clock, rooms: options.rooms ?? AppModule, logTo: log });
    await app.listen(0, '127.0.0.1');
    // A test that computes for a minute finds its connections as it left them: the client alone closes what is idle.
    app.getHttpServer().keepAliveTimeout = 0;
    return new TestApp(app, config, clock, log, (await app.getUrl()).replace('[::1]', '127.0.0.1'), database);
  }

  /** A client without cookies that checks each answer against the API document. */
  api(): Api {
    return new Api(this.url, this.contract);
  }

  get dataSource(): DataSource {
    return this.app.get(DataSource);
  }

  /** The service of a room: `app.get(SubmitProposalService)`. */
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get<T>(type, { strict: false });
  }

  /** Does the jobs that are due by the test's clock, and those that they add, in order. Returns the tasks done. */
  async runJobs(): Promise<string[]> {
    const runner = this.app.get(JobRunner);
    const done: string[] = [];
    for (;;) {
      const [job] = await this.dataSource.query<
        { id: string; task: string; payload: Record<string, string> }[]
      >(
        `SELECT jobs.id, tasks.identifier AS task, jobs.payload FROM graphile_worker._private_jobs jobs
         JOIN graphile_worker._private_tasks tasks ON tasks.id = jobs.task_id
         WHERE jobs.run_at <= GREATEST(now(), $1) AND jobs.locked_at IS NULL AND jobs.attempts = 0
           AND (jobs.run_at <= $1 OR jobs.created_at >= jobs.run_at)
         ORDER BY jobs.run_at, jobs.id LIMIT 1`,
        [this.clock.now()],
      );
      if (!job) return done;
      await this.dataSource.query('SELECT graphile_worker.complete_jobs($1)', [[job.id]]);
      await runner.perform(job.task, job.payload);
      done.push(job.task);
    }
  }

  /** Empties every table, the queue's too. */
  async empty(): Promise<void> {
    await emptyTables(this.dataSource);
    await emptyQueue(this.dataSource);
  }

  async stop(): Promise<void> {
    await stop(this.app, this.database);
  }
}

/** What differs from the usual test application. */
export interface TestAppOptions {
  readonly config?: Partial<Config>;
  readonly clock?: TestClock;
  /** Other rooms than the whole house. */
  readonly rooms?: Type<object>;
}

/** `const app = await startTestApp()` in `beforeAll`, `await app.stop()` in `afterAll`. */
export function startTestApp(options?: TestAppOptions): Promise<TestApp> {
  return TestApp.start(options);
}
