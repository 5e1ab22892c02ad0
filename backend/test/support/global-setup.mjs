import { openTestDatabase } from './test-database.mjs';

/** Opens the database of this run and tells the tests where it is. */
export default async function setUp() {
  const database = await openTestDatabase();
  globalThis.testDatabase = database;
  process.env.LOFTESKARTAN_TEST_DATABASE = database.url;
  process.env.LOFTESKARTAN_TEST_DATABASE_KIND = database.kind;
}
