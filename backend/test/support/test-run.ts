/** Where this run's database is. */
export function testDatabaseUrl(): string {
  const url = process.env.LOFTESKARTAN_TEST_DATABASE;
  if (!url) throw new Error('Run the tests through Jest: its global set-up opens the database');
  return url;
}

/** Whether this run's database is PGlite behind a port or a real server. */
export function testDatabaseKind(): 'embedded' | 'server' {
  return process.env.LOFTESKARTAN_TEST_DATABASE_KIND === 'server' ? 'server' : 'embedded';
}
