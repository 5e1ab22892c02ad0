import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.js';
import { openPGlite } from './pglite.js';
import { WireHub } from './wire-hub.js';

/** PGlite as the one backend behind many connections. */
export interface EmbeddedDatabase {
  readonly hub: WireHub;
  /** Closes the database and lets go of its folder. */
  close(): Promise<void>;
}

/**
 * Opens the database in a folder, or makes it there.
 * @param say tells a person what takes so long
 * @throws FolderInUse when another process has it open: two would ruin it
 */
export async function openEmbeddedDatabase(
  folder: string,
  say: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const unlock = await lockFolder(folder);
  try {
    const files = join(folder, 'pgdata');
    if (!existsSync(join(files, 'PG_VERSION'))) {
      say('Making the embedded database (only the first time, 5–20 seconds) …');
    }
    const db = await openPGlite({ folder: files });
    return {
      hub: new WireHub(db),
      close: async () => {
        await db.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
