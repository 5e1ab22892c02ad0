/** What pages for work without a network keep on the device has these names; it belongs to one account, for a few hours. */
export const CAR_DATABASE = 'lofteskartan-bilen';
export const WALK_DATABASE = 'lofteskartan-vandring';
export const TABLE_DATABASE = 'lofteskartan-bordet';
const DATABASES = [CAR_DATABASE, WALK_DATABASE, TABLE_DATABASE];
const WORKER_SCOPES = ['/arbete/bilen', '/arbete/trygghetsvandring', '/arbete/bordet'];
/** The store of what was fetched, in each of them; the others hold what is still to be sent. */
const FETCHED = 'kits';
const MARK = 'lofteskartan.device';
/** How often an open page looks whether its time is over. */
const LOOK_MS = 60_000;

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

const listeners = new Set<() => void>();

const tellOpenPages = () => {
  for (const listener of listeners) listener();
};

/** Hears that what lay here was thrown away, so that an open page lets go of it as well. @returns how to stop hearing */
export function whenForgotten(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Throws away all that was kept for work without a network: rows, cached files, and the workers that served them. */
export async function forgetDevice(): Promise<void> {
  try {
    localStorage.removeItem(MARK);
  } catch {
    // Where nothing can be kept, nothing is.
  }
  await Promise.allSettled([...DATABASES.map(dropDatabase), dropCaches(), dropWorkers()]);
  tellOpenPages();
}

/** How many things lie here that have not been sent: a sign-out throws them away. */
export async function waitingOnDevice(): Promise<number> {
  if (!readMark()) return 0;
  const counts = await Promise.all(DATABASES.map(countWaiting));
  return counts.reduce((sum, each) => sum + each, 0);
}

function countWaiting(name: string): Promise<number> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    const nothing = () => {
      resolve(0);
    };
    // There is none yet: it is not made for the sake of looking.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = request.onblocked = nothing;
    request.onsuccess = () => {
      const device = request.result;
      const stores = [...device.objectStoreNames].filter((store) => store !== FETCHED);
      if (stores.length === 0) {
        device.close();
        nothing();
        return;
      }
      const reading = device.transaction(stores);
      const counts = stores.map((store) => reading.objectStore(store).count());
      reading.oncomplete = () => {
        device.close();
        resolve(counts.reduce((sum, { result }) => sum + result, 0));
      };
      reading.onerror = nothing;
    };
  });
}

function dropDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
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
  const isOurs = (name: string) => DATABASES.some((each) => name.startsWith(`${each}-`));
  const names = (await caches.keys()).filter(isOurs);
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function dropWorkers(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const workers = await navigator.serviceWorker.getRegistrations();
  const ours = workers.filter(({ scope }) => WORKER_SCOPES.includes(new URL(scope).pathname));
  await Promise.all(ours.map((worker) => worker.unregister()));
}

/** Another person signs in: what the one before left behind is not theirs. */
export function forgetDeviceOfOthers(account: string): void {
  const mark = readMark();
  if (mark && mark.account !== account) void forgetDevice();
}

/** Whatever page is open when its time is over, or is opened after that, the data goes; also when another tab has thrown it away. */
export function watchDevice(): void {
  const look = () => {
    const mark = readMark();
    if (mark && mark.until <= Date.now()) void forgetDevice();
  };
  look();
  setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === MARK && newValue === null) tellOpenPages();
  });
}
