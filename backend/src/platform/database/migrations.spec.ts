import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { emptyTables, openTestDataSource } from '../../../test/support/database.js';

/** Tables of others, which the house's migrations neither make nor remove. */
const foreign = ['migrations', 'spatial_ref_sys'];

describe('the migrations', () => {
  let dataSource: DataSource;
  let runner: QueryRunner;
  let migrations: MigrationInterface[];

  beforeAll(async () => {
    dataSource = await openTestDataSource();
    await emptyTables(dataSource);
    migrations = [...dataSource.migrations].sort((a, b) => momentOf(a) - momentOf(b));
    runner = dataSource.createQueryRunner();
    // All of it is taken back in the end: this database is for the other tests of the run as it was.
    await runner.startTransaction();
  });
  afterAll(async () => {
    await runner.rollbackTransaction();
    await runner.release();
    await dataSource.destroy();
  });

  const momentOf = (migration: MigrationInterface) => Number(/\d{13}$/.exec(migration.constructor.name)?.[0]);

  /** Every table with its columns, constraints, indexes and triggers, in words. */
  async function shape(): Promise<string[]> {
    const rows = await (runner.query(`
      SELECT concat_ws(' ', c.table_name, c.column_name, c.data_type, c.is_nullable, c.column_default, c.generation_expression) AS line
        FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name AND t.relkind = 'r'
          AND t.relnamespace = 'public'::regnamespace
        WHERE c.table_schema = 'public'
      UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
      ORDER BY line`) as Promise<{ line: string }[]>);
    return rows.map(({ line }) => line);
  }

  async function tables(): Promise<string[]> {
    const rows = await (runner.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY name`,
    ) as Promise<{ name: string }[]>);
    return rows.map(({ name }) => name).filter((name) => !foreign.includes(name));
  }

  it('go back to the beginning one by one, and come again to the same shape', async () => {
    const before = await shape();
    expect((await tables()).length).toBeGreaterThan(40);
    for (const migration of [...migrations].reverse()) await migration.down(runner);
    expect(await tables()).toEqual([]);
    for (const migration of migrations) await migration.up(runner);
    expect(await shape()).toEqual(before);
  });
});
