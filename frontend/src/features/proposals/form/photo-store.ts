/**
 * Photos of a draft, kept in IndexedDB: they are too large for localStorage. Everything here answers false or nothing where
 * the phone does not allow it (private windows, full storage); the form then says that photos are not kept.
 */
const DATABASE = 'lofteskartan';
const STORE = 'photos';

function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error('IndexedDB is not to be had'));
    };
  });
}

async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openStore();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        resolve(request.result);
      };
      transaction.onerror = () => {
        reject(new Error('IndexedDB refused'));
      };
      transaction.onabort = transaction.onerror;
    });
  } finally {
    database.close();
  }
}

/** The photos kept under a name; none when there are none or they cannot be read. */
export async function loadPhotos(name: string): Promise<File[]> {
  try {
    const found: unknown = await withStore('readonly', (store) => store.get(name) as IDBRequest<unknown>);
    return Array.isArray(found) ? found.filter((each) => each instanceof File) : [];
  } catch {
    return [];
  }
}

/** Keeps photos under a name; false when the phone would not. */
export async function keepPhotos(name: string, photos: readonly File[]): Promise<boolean> {
  try {
    if (photos.length === 0) await withStore('readwrite', (store) => store.delete(name));
    else await withStore('readwrite', (store) => store.put([...photos], name));
    return true;
  } catch {
    return false;
  }
}
