import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { openTestDatabase, openTestDataSource } from '../../../test/support/database.js';
import { dataSourceOptions } from './data-source-options.js';
import { migrate, pendingMigrations, runPendingMigrations } from './migrate.js';

class Shelves1900000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE platform_shelves (id int)');
    await runner.query('SELECT pg_sleep(0.05)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform_shelves');
  }
}

class Broken1900000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE platform_half (id int)');
    await runner.query('CREATE TABLE platform_half (id int)');
  }
  async down(): Promise<void> {
    // It never came to be.
  }
}

describe('migrations', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await openTestDataSource();
  });
  afterAll(async () => {
    await dataSource.query('DROP TABLE IF EXISTS platform_shelves, platform_migrations');
    await dataSource.destroy();
  });

  /** As a process that starts: its own pool, with migrations of this test alone. */
  async function starting(migrations: (new () => MigrationInterface)[]): Promise<string[]> {
    const options = await dataSourceOptions(await openTestDatabase());
    const own = await new DataSource({
      ...options,
      migrations,
      migrationsTableName: 'platform_migrations',
    }).initialize();
    try {
      return await runPendingMigrations(own);
    } finally {
      await own.destroy();
    }
  }

  it('are run once when several processes start at the same moment', async () => {
    const done = await Promise.all(Array.from({ length: 4 }, () => starting([Shelves1900000000000])));
    expect(done.flat()).toEqual(['Shelves1900000000000']);
    expect(await dataSource.query('SELECT * FROM platform_shelves')).toEqual([]);
  });

  it('leave nothing behind when one fails', async () => {
    await expect(starting([Shelves1900000000000, Broken1900000001000])).rejects.toThrow('already exists');
    const [row] = await dataSource.query<{ half: string | null }[]>(
      `SELECT to_regclass('platform_half') AS half`,
    );
    expect(row?.half).toBeNull();
  });

  it('are all done in this database, the queue’s too', async () => {
    expect(await pendingMigrations(dataSource)).toEqual([]);
    expect(await migrate(await openTestDatabase())).toEqual([]);
  });

  it('are told when they are pending', async () => {
    const names = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations');
    const options = await dataSourceOptions(await openTestDatabase());
    const known = options.migrations as (new () => MigrationInterface)[];
    expect(names.map(({ name }) => name).sort()).toEqual(known.map(({ name }) => name).sort());
    const ahead = await new DataSource({
      ...options,
      migrations: [...known, Shelves1900000000000],
    }).initialize();
    expect(await pendingMigrations(ahead)).toEqual(['Shelves1900000000000']);
    await ahead.destroy();
  });
});
