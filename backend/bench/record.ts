import pg from 'pg';
import 'reflect-metadata';
import { AppModule } from '../src/app.module.js';
import { createApp } from '../src/platform/app.setup.js';
import { openDatabase } from '../src/platform/database/database.js';
import { readConfig } from '../src/platform/config/read-config.js';
import { Config } from '../src/platform/config/config.js';
import { MapGridFolder } from '../src/proposals/public/map-grid-folder.js';
import type { BenchRequest, Workload } from './workloads.js';
import { randomUUID } from 'node:crypto';

/** A statement as the application sent it. */
export interface RecordedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** What came back. */
  rows: readonly Record<string, unknown>[];
}

/** For each workload the statements behind each of its calls, and the largest answer. */
export type Recording = Record<string, RecordedStatement[][]>;

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * Runs each call once through the whole application and listens to what it asks the database, so that the bare server does
 * exactly the same and nothing is compared with a simplified copy.
 */
export async function record(
  env: Record<string, string>,
  workloads: readonly Workload[],
): Promise<Recording> {
  const { secretKey, ...settings } = readConfig(env, process.cwd());
  const config = new Config({ ...settings, secretKey: secretKey ?? '' });
  const database = await openDatabase(config, () => undefined);
  const app = await createApp({ config, database, rooms: AppModule });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  // It works in the background, and would be heard as well.
  await app.get(MapGridFolder, { strict: false }).onModuleDestroy();
  const heard: RecordedStatement[] = [];
  const stopListening = listen(heard);
  const recording: Recording = {};
  for (const { name, requests, writes } of workloads) {
    recording[name] = [];
    for (const request of requests) {
      heard.length = 0;
      await call(url, request, writes);
      recording[name].push([...heard]);
    }
  }
  stopListening();
  await app.close();
  await database.close();
  return recording;
}

async function call(
  url: string,
  { method, path, headers, body }: BenchRequest,
  writes: boolean,
): Promise<void> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: {
      ...headers,
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(writes ? { 'Idempotency-Key': randomUUID() } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} → ${response.status}: ${text}`);
}

/** Every statement of this process passes through pg's client. */
function listen(heard: RecordedStatement[]): () => void {
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  client.query = function listening(...args: unknown[]) {
    const [statement, values] = args;
    const entry: RecordedStatement = {
      text: String(statement),
      values: Array.isArray(values) ? values : [],
      rows: [],
    };
    if (typeof statement === 'string') heard.push(entry);
    const result = query.apply(this, args);
    if (result instanceof Promise) {
      void result.then(
        (answer: pg.QueryResult<Record<string, unknown>>) => (entry.rows = answer.rows),
        () => undefined,
      );
    }
    return result;
  };
  return () => (client.query = query);
}
