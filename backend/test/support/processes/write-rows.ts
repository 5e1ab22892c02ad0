import pg from 'pg';
import { openDatabase } from '../../../src/platform/database/database.js';
import { loadConfig } from '../../../src/platform/config/load-config.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Writes row after row into the embedded database and says each number once its transaction has been committed. */
const database = await openDatabase(loadConfig(process.env, process.cwd()), say);
const pool = new pg.Pool({ ...database.connection, max: 4 });
await pool.query('CREATE TABLE IF NOT EXISTS rows_written (n serial PRIMARY KEY, text text NOT NULL)');
const { rows } = await pool.query<{ n: number }>('SELECT n FROM rows_written ORDER BY n');
say(`found [${rows.map(({ n }) => n).join(',')}] and`);
say(`ready ${process.pid}`);

async function writer(): Promise<void> {
  for (;;) {
    const client = await pool.connect();
    await client.query('BEGIN');
    const written = await client.query<{ n: number }>(
      `INSERT INTO rows_written (text) VALUES (repeat('å', 500)) RETURNING n`,
    );
    await client.query('COMMIT');
    client.release();
    say(`wrote ${written.rows[0]?.n}.`);
  }
}
await Promise.all([writer(), writer(), writer()]);
