import { openTestDatabase } from './test-database.mjs';

/** Opens a database for each worker of this run, so that no two files of tests meet in one, and tells the tests where they are. */
export default async function setUp({ maxWorkers }) {
  const databases = [];
  // One after the other: the first leaves the snapshot that the others open.
  for (let worker = 1; worker <= maxWorkers; worker += 1) databases.push(await openTestDatabase());
  globalThis.testDatabases = databases;
  process.env.LOFTESKARTAN_TEST_DATABASES = databases.map(({ url }) => url).join(' ');
  process.env.LOFTESKARTAN_TEST_DATABASE_KIND = databases[0].kind;
}
