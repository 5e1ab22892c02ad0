import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { isIsoDate } from './dates.js';
import { invalidField } from './problem/refused.js';

/** What a part of a cursor may be; each can stand as a parameter in SQL without an error. */
export type CursorPart = 'text' | 'integer' | 'moment' | 'date' | 'uuid';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const moment =
  /^([12]\d{3}-\d\d-\d\d)[ T]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]\d\d(:?[0-5]\d)?)$/;

const fits: Record<CursorPart, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value.length <= 200 && !value.includes('\0'),
  integer: (value) => Number.isSafeInteger(value),
  moment: (value) => typeof value === 'string' && isIsoDate(moment.exec(value)?.[1] ?? ''),
  date: (value) => typeof value === 'string' && value >= '1000' && isIsoDate(value),
  uuid: (value) => typeof value === 'string' && uuid.test(value),
};

/**
 * The `nextCursor` of a page: the sort key of its last item. A moment is best read as `created_at::text`, because a Date
 * has no microseconds.
 */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/**
 * The sort key in a `cursor`, or null when there is none.
 * @throws Refused `input.invalid` when `writeCursor` could not have made it from such parts
 */
export function readCursor(
  cursor: string | undefined,
  parts: readonly CursorPart[],
): (string | number)[] | null {
  if (cursor === undefined) return null;
  const key = parsed(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(key) || key.length !== parts.length) throw invalidField('cursor', 'malformed');
  if (!parts.every((part, index) => fits[part](key[index]))) throw invalidField('cursor', 'malformed');
  return key as (string | number)[];
}

/** One page of rows that were read with `LIMIT limit + 1`, and the cursor of the next. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number | undefined,
  keyOf: (row: Row) => readonly (string | number)[],
): { rows: Row[]; nextCursor: string | null } {
  const size = pageSize(limit);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > size && last ? writeCursor(keyOf(last)) : null };
}

/** How many items a page holds: as asked for, else the default. */
export function pageSize(limit: number | undefined): number {
  return limit ?? LIMITS.pageSizeDefault;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
