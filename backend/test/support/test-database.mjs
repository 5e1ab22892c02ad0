import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import './typescript.mjs';

const backend = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(backend, '../node_modules/.cache/lofteskartan');

/**
 * A migrated database for one test run: a new one on the server that `TEST_DATABASE_URL` names, or else PGlite in this
 * process behind a TCP port, kept out of Jest's sandbox where it would be slow.
 * @returns {Promise<{ url: string, kind: 'server' | 'embedded', close: () => Promise<void> }>}
 */
export async function openTestDatabase() {
  const server = process.env.TEST_DATABASE_URL;
  return server ? newDatabaseOn(server) : newEmbeddedDatabase();
}

async function newDatabaseOn(server) {
  const name = `lofteskartan_test_${randomBytes(6).toString('hex')}`;
  const ask = async (sql) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await ask(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate({ connectionString: url.href });
  return { url: url.href, kind: 'server', close: () => ask(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function newEmbeddedDatabase() {
  const { WireHub } = await import('../../src/platform/database/embedded/wire-hub.ts');
  const db = await openSnapshot();
  const hub = new WireHub(db);
  const server = createServer((socket) => {
    const wire = hub.connect();
    socket.setNoDelay(true);
    socket.pipe(wire).pipe(socket);
    socket.on('error', () => wire.destroy());
    socket.on('close', () => wire.destroy());
    wire.on('error', () => socket.destroy());
    wire.on('close', () => socket.end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `postgres://postgres@127.0.0.1:${server.address().port}/postgres`;
  return {
    url,
    kind: 'embedded',
    close: async () => {
      server.close();
      await db.close();
    },
  };
}

/** PGlite with the migrations done: from the snapshot of an earlier run with the same migrations, or a new one. */
async function openSnapshot() {
  const { openPGlite } = await import('../../src/platform/database/embedded/pglite.ts');
  const snapshot = join(cache, `test-database-${await fingerprint()}.tar`);
  if (existsSync(snapshot)) {
    return openPGlite({ snapshot: new Blob([await readFile(snapshot)]) });
  }
  const { WireHub } = await import('../../src/platform/database/embedded/wire-hub.ts');
  const db = await openPGlite();
  const hub = new WireHub(db);
  await migrate({ user: 'postgres', database: 'postgres', stream: () => hub.connect() });
  await keep(snapshot, await db.dumpDataDir('none'));
  return db;
}

async function keep(snapshot, data) {
  await mkdir(cache, { recursive: true });
  for (const old of await readdir(cache)) {
    if (old.startsWith('test-database-')) await rm(join(cache, old), { force: true });
  }
  const unfinished = `${snapshot}.${process.pid}`;
  await writeFile(unfinished, Buffer.from(await data.arrayBuffer()));
  await rename(unfinished, snapshot);
}

async function migrate(connection) {
  const { migrate: bringUpToDate } = await import('../../src/platform/database/migrate.ts');
  await bringUpToDate({ kind: 'server', connection, poolSize: 2, close: async () => undefined });
}

/** Changes with everything that shapes the migrated database. */
async function fingerprint() {
  const hash = createHash('sha256');
  const folder = join(backend, 'migrations');
  for (const name of (await readdir(folder)).sort())
    hash.update(name).update(await readFile(join(folder, name)));
  hash.update(await readFile(join(backend, 'package.json')));
  return hash.digest('hex').slice(0, 16);
}
