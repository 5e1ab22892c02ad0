/**
 * PGlite with the extensions that the migrations create. Imported only when it is needed: it takes about 1 GB of memory.
 * @param from the folder where its files are, or a snapshot to begin with in memory, or nothing for an empty one in memory
 */
export async function openPGlite(from: { folder?: string; snapshot?: Blob } = {}) {
  const [{ PGlite }, { postgis }, { pg_trgm }, { unaccent }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-postgis'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
  ]);
  const extensions = { postgis, pg_trgm, unaccent };
  return PGlite.create({ dataDir: from.folder, loadDataDir: from.snapshot, extensions });
}
