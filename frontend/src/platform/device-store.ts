import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from 'idb';

/**
 * Opens a database on the device for one act and closes it again, so that a sign-out in another tab can throw it away.
 * @param stores the stores by name, with the field that their rows are found by
 */
export async function withDevice<Schema extends DBSchema, Result>(
  name: string,
  stores: Readonly<Record<StoreNames<Schema> & string, string>>,
  act: (device: IDBPDatabase<Schema>) => Promise<Result>,
): Promise<Result> {
  const device = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      for (const [store, keyPath] of Object.entries<string>(stores))
        fresh.createObjectStore(store as StoreNames<Schema>, { keyPath });
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
