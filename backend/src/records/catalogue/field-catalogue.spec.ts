import { openTestDataSource } from '../../../test/support/database.js';
import { fields, withoutPersonalData } from './fields.js';

const personal = Object.values(fields).flatMap((columns) => Object.keys(columns));

describe('the catalogue of personal data', () => {
  it('knows every column that can hold something about a person', async () => {
    const dataSource = await openTestDataSource();
    const rows = await dataSource.query<{ column: string }[]>(
      `SELECT c.table_name || '.' || c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND t.table_name <> 'spatial_ref_sys'
         AND (c.data_type IN ('text', 'character varying', 'jsonb', 'json', 'bytea', 'inet', 'cidr', 'ARRAY', 'tsvector')
           OR c.udt_name IN ('geometry', 'geography')) ORDER BY 1`,
    );
    await dataSource.destroy();
    const known = new Set([...personal, ...Object.keys(withoutPersonalData)]);
    const missing = rows
      .map(({ column }) => column)
      .filter((column) => !known.has(column))
      .map(
        (column) =>
          `${column}: add it to backend/src/records/catalogue/fields.ts, to \`fields\` under its processing with what it holds, or to \`withoutPersonalData\` with the reason`,
      );
    expect(missing).toEqual([]);
    const there = new Set(rows.map(({ column }) => column));
    expect([...known].filter((column) => !there.has(column))).toEqual([]);
  });

  it('knows each of them once', () => {
    const all = [...personal, ...Object.keys(withoutPersonalData)];
    expect(all.filter((column, index) => all.indexOf(column) !== index)).toEqual([]);
  });
});
