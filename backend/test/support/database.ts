import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source-options.js';
import { type Database, openDatabase } from '../../src/platform/database/database.js';
import { testConfig } from './config.js';

/** This run's database as the application gets it. */
export function openTestDatabase(): Promise<Database> {
  return openDatabase(testConfig(), () => undefined);
}

/** A DataSource of its own on this run's database; the caller destroys it. */
export async function openTestDataSource(): Promise<DataSource> {
  return new DataSource(await dataSourceOptions(await openTestDatabase())).initialize();
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
