/** The extensions that the migrations create. */
export async function embeddedExtensions() {
  const [{ postgis }, { pg_trgm }, { unaccent }] = await Promise.all([
    import('@electric-sql/pglite-postgis'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
  ]);
  return { postgis, pg_trgm, unaccent };
}

/**
 * PGlite, imported only when it is needed: it takes about 1 GB of memory.
 * @param folder where its files are, or undefined for memory alone
 */
export async function openPGlite(folder?: string) {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create({ dataDir: folder, extensions: await embeddedExtensions() });
}
