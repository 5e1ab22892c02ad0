import type { QueryRunner } from 'typeorm';

/**
 * Adds values to a check of the form `column IN ('a', 'b')` without repeating those that it has: migrations of several rooms can do so
 * in any order. The check is named `<table>_<column>_check`, as all of the house are.
 */
export async function allowValues(
  runner: QueryRunner,
  table: string,
  column: string,
  added: readonly string[],
): Promise<void> {
  const now = await allowed(runner, table, column);
  await replace(runner, table, column, [...new Set([...now, ...added])]);
}

/** Takes values out again; rows that hold them must be gone. */
export async function disallowValues(
  runner: QueryRunner,
  table: string,
  column: string,
  removed: readonly string[],
): Promise<void> {
  const now = await allowed(runner, table, column);
  await replace(
    runner,
    table,
    column,
    now.filter((value) => !removed.includes(value)),
  );
}

const nameOf = (table: string, column: string): string => `${table}_${column}_check`;

/** The values of the check, as PostgreSQL writes it back: `CHECK ((column = ANY (ARRAY['a'::text, 'b'::text])))`. */
async function allowed(runner: QueryRunner, table: string, column: string): Promise<string[]> {
  const [row] = (await runner.query(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1 AND conrelid = $2::regclass`,
    [nameOf(table, column), table],
  )) as { definition: string }[];
  if (!row) throw new Error(`${table} has no check ${nameOf(table, column)}`);
  return [...row.definition.matchAll(/'([^']*)'::text/g)].map(([, value = '']) => value);
}

async function replace(
  runner: QueryRunner,
  table: string,
  column: string,
  values: readonly string[],
): Promise<void> {
  const name = nameOf(table, column);
  const list = values.map((value) => `'${value}'`).join(', ');
  await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${column} IN (${list}))`);
}
