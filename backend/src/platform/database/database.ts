import pg from 'pg';
import type { Config } from '../config/config.js';
import { openEmbeddedDatabase } from './embedded/embedded-database.js';

/** The open database, embedded or on a server, as everything that talks to it needs it. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  /** Options for a pool or client of `pg`, the same for TypeORM and the jobs. */
  readonly connection: pg.PoolConfig;
  /** The size of the application's pool. */
  readonly poolSize: number;
  /** To be called when every pool is closed. */
  close(): Promise<void>;
}

/** Under this token Nest finds the `Database`. */
export const databaseToken = Symbol('Database');

/** PostgreSQL's number for the type `date`. */
const dateTypes = new Set<number>([1082]);

/** Dates stay text (`YYYY-MM-DD`): a Date would shift them by the machine's time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type: Parameters<typeof pg.types.getTypeParser>[0], format: 'text' | 'binary' = 'text') =>
    dateTypes.has(type)
      ? (text: string) => text
      : (pg.types.getTypeParser(type, format) as (text: string) => unknown),
};

/**
 * Opens the database that the settings name. A server is not contacted yet.
 * @param say tells a person what takes so long
 */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<Database> {
  const { database } = config;
  if (database.kind === 'server') {
    return {
      kind: 'server',
      connection: {
        connectionString: database.url,
        types,
        application_name: 'lofteskartan',
        // Every query here is short. Where the planner expects too many rows of a recursion, compiling it takes a second and running it none.
        options: '-c jit=off',
        connectionTimeoutMillis: 10_000,
      },
      poolSize: 10,
      close: () => Promise.resolve(),
    };
  }
  const embedded = await openEmbeddedDatabase(database.folder, say);
  return {
    kind: 'embedded',
    connection: { user: 'postgres', database: 'postgres', types, stream: () => embedded.hub.connect() },
    poolSize: 5,
    close: () => embedded.close(),
  };
}
