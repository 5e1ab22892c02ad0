// The service worker of a page for work without a network, and of no other page: its scope keeps public pages out of its hands. The build
// fills in the page, the version and the files. It answers with what it holds only for this page and for files whose names say what is in
// them; what the server knows is always asked of the server.
/* global __PREFIX__, __VERSION__, __PAGE__, __PAGES__, __FILES__, self, caches */
const PREFIX = __PREFIX__;
const CACHE = PREFIX + __VERSION__;
/** The address by which the page lies here. */
const PAGE = __PAGE__;
/** The addresses that it is answered for. */
const PAGES = __PAGES__;
const FILES = new Set(__FILES__);
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => {
  const page = new Request(PAGE, { cache: 'reload', headers: { Accept: 'text/html' } });
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([page, ...FILES]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith(PREFIX) && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

/** The page as the server has it; as it lies here when no answer comes in time, or that of a proxy whose server is down. */
async function openPage(request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  const here = () => caches.match(PAGE, { ignoreVary: true });
  try {
    const answer = await fetch(request, { signal: patience.signal });
    return answer.status < 500 ? answer : ((await here()) ?? answer);
  } catch (error) {
    const kept = await here();
    if (kept) return kept;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (PAGES.test(pathname)) event.respondWith(openPage(request));
  } else if (FILES.has(pathname)) {
    event.respondWith(caches.match(pathname, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
  }
});
