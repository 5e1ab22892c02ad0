import { types } from 'node:util';

/** Members of a database error that name structures, never values. */
const databaseMembers = [
  'code',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
  'query',
] as const;

/**
 * What the log may know of an error. A database's message and parameters hold what people sent, so of those only the
 * statement (its values are parameters) and the names of tables and constraints are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!types.isNativeError(error)) return { name: typeof error };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const fromDatabase = 'query' in error || ('severity' in error && 'routine' in error);
  const description: Record<string, unknown> = { name: error.name };
  if (!fromDatabase) description.message = error.message;
  else
    for (const member of databaseMembers)
      description[member] = (error as unknown as Record<string, unknown>)[member];
  if (error.cause !== undefined) description.cause = describeError(error.cause);
  return { ...description, stack: stack.map((line) => line.trim()) };
}
