/**
 * The bare server that the application is measured against: Node's http and pg, nothing else. It answers `/{workload}/{number}`
 * with the statements that the application was heard to send for that call.
 * Arguments: the recording, the address of the database, the port.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { deserialize } from 'node:v8';
import pg from 'pg';
import type { RecordedStatement, Recording } from './record.js';

const [recordingFile = '', databaseUrl = '', port = ''] = process.argv.slice(2);
const recording = deserialize(readFileSync(recordingFile)) as Recording;
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });

const server = createServer((request, response) => {
  const [, workload = '', number = ''] = (request.url ?? '').split('/');
  const statements = recording[workload]?.[Number(number)] ?? [];
  request.resume();
  answer(statements).then(
    (text) => {
      const bytes = Buffer.from(text);
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
      response.end(bytes);
    },
    (error: unknown) => {
      response.writeHead(500, { 'Content-Length': 0 });
      response.end();
      console.error(error);
    },
  );
});
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));

async function answer(statements: readonly RecordedStatement[]): Promise<string> {
  const client = await pool.connect();
  const fresh = statements.some(({ text }) => storesProposal(text)) ? new Map<unknown, unknown>() : null;
  const results: unknown[][] = [];
  try {
    for (const statement of statements) results.push(await replay(client, statement, fresh));
  } finally {
    client.release();
  }
  const rows = results.filter((each) => each.length > 0);
  const last = rows.at(-1) ?? [];
  return last.length === 1 ? textOf(last[0] as Record<string, unknown>) : JSON.stringify(rows.flat());
}

/** What the database has put together as text already is sent as it is. */
function textOf(row: Record<string, unknown>): string {
  const texts = Object.values(row);
  return texts.every((each) => each === null || typeof each === 'string')
    ? texts.join('')
    : JSON.stringify(row);
}

async function replay(
  client: pg.PoolClient,
  { text, values, rows }: RecordedStatement,
  fresh: Map<unknown, unknown> | null,
): Promise<unknown[]> {
  if (!fresh) return (await client.query<Record<string, unknown>>(text, [...values])).rows;
  for (;;) {
    const { rows: found } = await client.query<Record<string, unknown>>(
      text,
      values.map((value) => freshened(value, fresh)),
    );
    if (!storesProposal(text)) return found;
    // The number was taken: the application tries another one too.
    if (found[0]) {
      fresh.set(rows[0]?.id, found[0].id);
      return found;
    }
    for (const value of values) if (isReference(value)) fresh.delete(value);
  }
}

const storesProposal = (text: string): boolean => /^\s*INSERT INTO proposals /.test(text);

/** Hashes, numbers and moments are new in each call, and the same within it. */
function freshened(value: unknown, fresh: Map<unknown, unknown>): unknown {
  if (value instanceof Uint8Array) {
    const name = Buffer.from(value).toString('hex');
    if (value.length !== 32) return Buffer.from(value);
    return remembered(fresh, name, () => randomBytes(32));
  }
  if (value instanceof Date) return remembered(fresh, value.getTime(), () => new Date());
  if (isReference(value)) return remembered(fresh, value, () => newReference(value));
  return fresh.get(value) ?? value;
}

function remembered(fresh: Map<unknown, unknown>, name: unknown, make: () => unknown): unknown {
  if (!fresh.has(name)) fresh.set(name, make());
  return fresh.get(name);
}

function isReference(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{3}-[2-9A-Z]{5}$/.test(value);
}

function newReference(like: string): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  return like.slice(0, 4) + [...randomBytes(5)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
