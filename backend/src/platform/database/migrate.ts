import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';
import type { Database } from './database.js';
import { errorCode } from '../error-code.js';
import { quietWorkerLogger } from '../jobs/worker-logger.js';

/** Any number that no other program takes on the same database. */
const lockNumber = 7_120_1440;

/** Errors of two processes that create the same thing at the same moment. */
const clashes = new Set(['23505', '42P06', '42P07', '42710', '42723']);

/**
 * Brings the database to the newest shape: the migrations in one transaction, then the tables of the jobs. Several
 * processes may do it at once: a lock that lives as long as the transaction lets one work while the others wait.
 * @returns the names of the migrations that were run
 */
export async function migrate(database: Database): Promise<string[]> {
  const dataSource = await new DataSource(await dataSourceOptions(database)).initialize();
  try {
    const done = await runPendingMigrations(dataSource);
    await migrateJobs(database);
    return done;
  } finally {
    await dataSource.destroy();
  }
}

/** The migrations alone, in one transaction. */
export async function runPendingMigrations(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SELECT pg_advisory_xact_lock($1)', [lockNumber]);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'all';
    const done = await executor.executePendingMigrations();
    await runner.commitTransaction();
    return done.map((migration) => migration.name);
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

async function migrateJobs(database: Database): Promise<void> {
  const pool = new pg.Pool({ ...database.connection, max: 2 });
  // A query that fails says so itself; an idle connection that is lost is replaced.
  for (const event of ['error', 'connect'] as const) pool.on(event, () => undefined);
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await runMigrations({ pgPool: pool, noPreparedStatements: true, logger: quietWorkerLogger });
        return;
      } catch (error) {
        const clash = clashes.has(errorCode(error) ?? '');
        if (!clash || attempt === 5) throw error;
      }
    }
  } finally {
    await pool.end();
  }
}

/** The names of migrations that the program knows and the database lacks. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const applied = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations');
  const names = new Set(applied.map(({ name }) => name));
  return dataSource.migrations.flatMap((migration) => {
    const name = migration.name ?? migration.constructor.name;
    return names.has(name) ? [] : [name];
  });
}
