import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { createApp } from './platform/app.setup.js';
import { loadConfig } from './platform/config/load-config.js';
import { openDatabase } from './platform/database/database.js';
import { migrate } from './platform/database/migrate.js';
import { start, stopOnSignals } from './platform/run.js';
import { seedAtStart } from './seeding/seed-at-start.js';

const say = (line: string): void => console.log(line);

try {
  const config = loadConfig(process.env, process.cwd());
  const database = await openDatabase(config, say);
  try {
    const done = await migrate(database);
    if (done.length > 0) say(`The database has been brought up to date (migrations: ${done.length}).`);
    const app = await createApp({ config, database, rooms: AppModule });
    await seedAtStart(app, say);
    stopOnSignals(app, database, say);
    say(`Löfteskartan is open at ${await start(app, config.port, config.host)}`);
  } catch (error) {
    await database.close();
    throw error;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
