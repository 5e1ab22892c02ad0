import { loadConfig } from '../config/load-config.js';
import { openDatabase } from './database.js';
import { migrate } from './migrate.js';

/** `npm run migrate`: brings the database to the newest shape and says what it did. */
const say = (line: string): void => console.log(line);
try {
  const database = await openDatabase(loadConfig(process.env, process.cwd()), say);
  try {
    const done = await migrate(database);
    say(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}`);
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
