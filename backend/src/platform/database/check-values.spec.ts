import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, QueryRunner } from 'typeorm';
import { openTestDataSource } from '../../../test/support/database.js';
import { allowValues, disallowValues } from './check-values.js';

describe('the values that a column may hold', () => {
  let dataSource: DataSource;
  let runner: QueryRunner;

  beforeAll(async () => {
    dataSource = await openTestDataSource();
    runner = dataSource.createQueryRunner();
    await dataSource.query(
      `CREATE TABLE platform_fruits (name text CONSTRAINT platform_fruits_name_check CHECK (name IN ('apple', 'pear')))`,
    );
  });
  afterAll(async () => {
    await dataSource.query('DROP TABLE platform_fruits');
    await runner.release();
    await dataSource.destroy();
  });

  const check = async (): Promise<string> => {
    const [row] = await dataSource.query<{ definition: string }[]>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'platform_fruits_name_check'`,
    );
    return row?.definition ?? '';
  };
  const allowedNow = async (): Promise<string[]> =>
    [...(await check()).matchAll(/'(\w+)'/g)].map(([, name = '']) => name);

  it('grow by what is added, in any order, and keep those there were', async () => {
    await allowValues(runner, 'platform_fruits', 'name', ['plum']);
    await allowValues(runner, 'platform_fruits', 'name', ['cherry', 'plum']);
    expect(await allowedNow()).toEqual(['apple', 'pear', 'plum', 'cherry']);
    for (const name of await allowedNow())
      await dataSource.query('INSERT INTO platform_fruits VALUES ($1)', [name]);
  });

  it('are taken out again', async () => {
    await dataSource.query(`DELETE FROM platform_fruits WHERE name = 'plum'`);
    await disallowValues(runner, 'platform_fruits', 'name', ['plum']);
    expect(await allowedNow()).toEqual(['apple', 'pear', 'cherry']);
  });

  it('cannot be added where there is no such check', async () => {
    await expect(allowValues(runner, 'platform_fruits', 'colour', ['red'])).rejects.toThrow('no check');
  });
});
