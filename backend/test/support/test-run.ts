/** Where the database of this worker is: each worker of a run has its own. */
export function testDatabaseUrl(): string {
  const urls = process.env.LOFTESKARTAN_TEST_DATABASES?.split(' ') ?? [];
  const url = urls[Number(process.env.JEST_WORKER_ID ?? 1) - 1];
  if (!url) throw new Error('Run the tests through Jest: its global set-up opens the database');
  return url;
}

/** Whether this run's database is PGlite behind a port or a real server. */
export function testDatabaseKind(): 'embedded' | 'server' {
  return process.env.LOFTESKARTAN_TEST_DATABASE_KIND === 'server' ? 'server' : 'embedded';
}
