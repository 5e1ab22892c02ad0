import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';

type Act<Schema extends DBSchema, Result> = (device: IDBPDatabase<Schema>) => Promise<Result>;

/**
 * Opens a database on the device for one act and closes it again, so that a sign-out in another tab can throw it away.
 * @param stores the stores by name, with the field that their rows are found by
 */
export function withDevice<Schema extends DBSchema, Result>(
  name: string,
  stores: Readonly<Record<StoreNames<Schema> & string, string>>,
  act: Act<Schema, Result>,
): Promise<Result> {
  return opened<Schema, Result>(name, act, ({ device }) => {
    for (const [store, keyPath] of Object.entries<string>(stores))
      device.createObjectStore(store as StoreNames<Schema>, { keyPath });
  });
}

/** Does the same where the database is there, and makes none: after a sign-out, what was under way leaves nothing behind. */
export async function ifOnDevice<Schema extends DBSchema, Result>(
  name: string,
  act: Act<Schema, Result>,
  otherwise: Result,
): Promise<Result> {
  const found = { isThere: true };
  try {
    return await opened<Schema, Result>(name, act, ({ change }) => {
      found.isThere = false;
      change.done.catch(() => undefined);
      change.abort();
    });
  } catch (error) {
    if (found.isThere) throw error;
    return otherwise;
  }
}

async function opened<Schema extends DBSchema, Result>(
  name: string,
  act: Act<Schema, Result>,
  make: (fresh: {
    device: IDBPDatabase<Schema>;
    change: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;
  }) => void,
): Promise<Result> {
  const device = await openDB<Schema>(name, 1, {
    upgrade(fresh, _before, _wanted, change) {
      make({ device: fresh, change });
    },
    blocking: (_now, _wanted, event) => {
      (event.target as IDBDatabase).close();
    },
  });
  try {
    return await act(device);
  } finally {
    device.close();
  }
}

/** Makes a page open without a network: only pages of this path, and only their own files. */
export function readyWithoutNetwork(path: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Where a browser refuses, the page works as long as it stays open.
  navigator.serviceWorker.register(`${path}-worker.js`, { scope: path }).catch(() => undefined);
}
