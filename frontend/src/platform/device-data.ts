/** What a page for work without a network keeps on the device has these names; it belongs to one account, for a few hours. */
export const DEVICE_DATABASE = 'lofteskartan-bilen';
const CACHES = 'lofteskartan-bilen-';
const WORKER_SCOPE = '/arbete/bilen';
const MARK = 'lofteskartan.device';

interface Mark {
  account: string;
  /** Milliseconds since 1970: all of it is thrown away by then. */
  until: number;
}

function readMark(): Mark | null {
  try {
    return JSON.parse(localStorage.getItem(MARK) ?? 'null') as Mark | null;
  } catch {
    return null;
  }
}

/** Remembers whose data lies here and until when, so that any page can throw it away. */
export function markDevice(account: string, until: number): void {
  const before = readMark();
  const latest = before?.account === account ? Math.max(before.until, until) : until;
  try {
    localStorage.setItem(MARK, JSON.stringify({ account, until: latest } satisfies Mark));
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

/** Throws away all that was kept for work without a network: rows, cached files, and the worker that served them. */
export async function forgetDevice(): Promise<void> {
  if (!readMark()) return;
  localStorage.removeItem(MARK);
  await Promise.allSettled([dropDatabase(), dropCaches(), dropWorker()]);
}

function dropDatabase(): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(DEVICE_DATABASE);
    request.onsuccess =
      request.onerror =
      request.onblocked =
        () => {
          resolve();
        };
  });
}

async function dropCaches(): Promise<void> {
  if (!('caches' in window)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function dropWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const workers = await navigator.serviceWorker.getRegistrations();
  const ours = workers.filter(({ scope }) => new URL(scope).pathname === WORKER_SCOPE);
  await Promise.all(ours.map((worker) => worker.unregister()));
}

/** Another person signs in: what the one before left behind is not theirs. */
export function forgetDeviceOfOthers(account: string): void {
  const mark = readMark();
  if (mark && mark.account !== account) void forgetDevice();
}

/** Whatever page is opened after its time, the data goes. */
export function forgetExpiredDevice(now: number): void {
  const mark = readMark();
  if (mark && mark.until <= now) void forgetDevice();
}
