import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DataSourceOptions, Logger, MigrationInterface } from 'typeorm';
import type { Database } from './database.js';

type MigrationClass = new () => MigrationInterface;

/** `backend/migrations` beside the sources, `dist/migrations` beside the build. */
const migrationsFolder = new URL('../../../migrations/', import.meta.url);
const migrationFile = /^\d{13}-[a-z0-9-]+\.(js|ts)$/;

/** The migrations in the order of their files. */
async function loadMigrations(): Promise<MigrationClass[]> {
  const files = (await readdir(fileURLToPath(migrationsFolder)))
    .filter((name) => migrationFile.test(name))
    .sort();
  const modules = await Promise.all(
    files.map(
      (name) => import(new URL(name, migrationsFolder).href) as Promise<Record<string, MigrationClass>>,
    ),
  );
  return modules.flatMap((module) => Object.values(module));
}

/** TypeORM writes to the console by itself; who calls it says what there is to say. */
const silent: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/** TypeORM's options, the same for both kinds of database but for the connection itself. */
export async function dataSourceOptions(database: Database): Promise<DataSourceOptions> {
  return {
    type: 'postgres',
    extra: { ...database.connection, max: database.poolSize },
    synchronize: false,
    installExtensions: false,
    migrations: await loadMigrations(),
    migrationsTableName: 'migrations',
    logging: false,
    logger: silent,
  };
}
