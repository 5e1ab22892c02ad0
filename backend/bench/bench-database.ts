import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/platform/database/data-source-options.js';
import { migrate } from '../src/platform/database/migrate.js';
import type { Database } from '../src/platform/database/database.js';
import { MapGridRecountRepository } from '../src/proposals/public/map-grid-recount.repository.js';
import { makeMunicipalities, makeProposals, townSizes } from './country.js';

/** A filled database and the session of somebody who works in it. */
export interface BenchDatabase {
  readonly url: string;
  readonly proposals: number;
  /** Value of the session cookie. */
  readonly session: string;
  readonly drop: () => Promise<void>;
}

/** Municipalities in which the bench's case officer works: large, middling and small ones. */
export const STAFF_TOWNS = [1, 5, 20, 60, 120, 200, 290];

/**
 * Makes a database with so many proposals, the map's grid and a case officer.
 * @param sizes how many each town has, the first first; by default as in the country
 */
export async function makeBenchDatabase(
  server: string,
  proposals: number,
  sizes: readonly number[] = townSizes(proposals),
): Promise<BenchDatabase> {
  const name = `lofteskartan_bench_${proposals}_${randomBytes(3).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await withClient(server, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`),
  );
  const database: Database = {
    kind: 'server',
    connection: { connectionString: url.href },
    poolSize: 2,
    close: () => Promise.resolve(),
  };
  await migrate(database);
  const session = randomBytes(32).toString('base64url');
  await withClient(url.href, async (client) => {
    await client.query(`SET synchronous_commit = off`);
    await client.query(`SET maintenance_work_mem = '512MB'`);
    await makeMunicipalities(client, proposals);
    await makeProposals(client, sizes);
    await makeCaseOfficer(client, session);
  });
  await countTheGrid(database);
  await withClient(url.href, (client) => client.query('VACUUM ANALYZE'));
  const drop = (): Promise<void> =>
    withClient(server, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  return { url: url.href, proposals, session, drop };
}

async function countTheGrid(database: Database): Promise<void> {
  const dataSource = await new DataSource(await dataSourceOptions(database)).initialize();
  const recounts = new MapGridRecountRepository();
  await dataSource.transaction('REPEATABLE READ', async (manager) => {
    await recounts.holdFolders(manager);
    await recounts.rebuild(manager);
  });
  await dataSource.destroy();
}

async function makeCaseOfficer(client: pg.Client, session: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO accounts (email, name, password_hash) VALUES ('bench@example.org', 'Bench', '-') RETURNING id`,
  );
  const account = rows[0]?.id;
  await client.query(
    `WITH office AS (INSERT INTO organisations (slug, name, type) VALUES ('bench', 'Bench', 'municipality') RETURNING id)
     INSERT INTO memberships (account_id, organisation_id, municipality_id, role)
     SELECT $1, office.id, m.id, 'case-officer' FROM office, municipalities m WHERE m.slug = ANY ($2::text[])`,
    [account, STAFF_TOWNS.map((town) => `town-${town}`)],
  );
  // One in five hundred is in this person's hands.
  await client.query(
    `UPDATE proposals p SET assigned_account_id = m.account_id, assigned_organisation_id = m.organisation_id FROM memberships m
     WHERE m.account_id = $1 AND m.municipality_id = p.municipality_id AND get_byte(p.follow_token_hash, 0) = 0
       AND get_byte(p.follow_token_hash, 1) < 128`,
    [account],
  );
  await client.query(
    `INSERT INTO sessions (token_hash, account_id, created_at, seen_at, expires_at)
     VALUES ($1, $2, now(), now(), now() + interval '1 day')`,
    [createHash('sha256').update(session).digest(), account],
  );
}

/** Lends a connection for some work. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
