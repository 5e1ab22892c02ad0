import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { createApp } from '../platform/app.setup.js';
import { loadConfig } from '../platform/config/load-config.js';
import { openDatabase } from '../platform/database/database.js';
import { migrate } from '../platform/database/migrate.js';
import { SeedStaff } from '../staff/seed-staff.service.js';
import { SeedAtStart } from './seed-at-start.service.js';

/** `npm run seed`: loads Ale and its promise; `-- --demo` adds example data, `-- --admin EMAIL` makes the first administrator. */
const say = (line: string): void => console.log(line);

try {
  const { values } = parseArgs({ options: { demo: { type: 'boolean' }, admin: { type: 'string' } } });
  const config = loadConfig(process.env, process.cwd());
  const database = await openDatabase(config, say);
  try {
    await migrate(database);
    const app = await createApp({ config, database, rooms: AppModule });
    const seeding = app.get(SeedAtStart, { strict: false });
    await seeding.loadMunicipality();
    say('Ale and its promise are loaded.');
    if (values.demo) await seeding.openDemo(say);
    if (values.admin !== undefined) {
      const { admin: email } = values;
      const made = await app
        .get(DataSource)
        .transaction((manager) =>
          app.get(SeedStaff, { strict: false }).createFirstAdmin(manager, { email, name: email }),
        );
      say(`The administrator ${email} can sign in with the password ${made.password} (shown only now).`);
    }
    await app.close();
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
