import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source-options.js';
import { type Database, openDatabase } from '../../src/platform/database/database.js';
import { testConfig } from './config.js';

/** This run's database as the application gets it. */
export function openTestDatabase(): Promise<Database> {
  return openDatabase(testConfig(), () => undefined);
}

/** Whether this file of tests has begun: each file has these modules for itself. */
let begun = false;

/** A DataSource of its own on this run's database; the caller destroys it. */
export async function openTestDataSource(): Promise<DataSource> {
  const options = await dataSourceOptions(await openTestDatabase());
  const dataSource = await new DataSource(options).initialize();
  if (!begun) {
    begun = true;
    await emptyTables(dataSource);
    await emptyQueue(dataSource);
  }
  return dataSource;
}

/** A file of tests begins with an empty database: what another file left is not its to count, nor to do. */
export async function beginEmpty(): Promise<void> {
  if (!begun) await (await openTestDataSource()).destroy();
}

/** Empties every table but the migrations, PostGIS's own and the queue's. */
export async function emptyTables(dataSource: Pick<DataSource, 'query'>): Promise<void> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'spatial_ref_sys')`,
  );
  if (tables.length > 0)
    await dataSource.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
}

/** Takes away every waiting job. */
export async function emptyQueue(dataSource: Pick<DataSource, 'query'>): Promise<void> {
  await dataSource.query('DELETE FROM graphile_worker._private_jobs');
}
