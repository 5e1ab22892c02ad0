import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import sirv from 'sirv';

const yearSeconds = 31_536_000;
/** What belongs to the API or to operations is never a page. */
const notAPage = /^\/(api|health)(\/|$)/;

/** The built frontend, or null where it has not been built. */
export function frontendFolder(): string | null {
  // From `src/platform/static` and from `dist/src/platform/static`.
  for (const up of ['../../../../', '../../../../../']) {
    const folder = fileURLToPath(new URL(`${up}frontend/dist/`, import.meta.url));
    if (existsSync(join(folder, 'index.html'))) return folder;
  }
  return null;
}

/**
 * Serves the built frontend: compressed files as the build made them, hashed assets for a year, and the one page for
 * every address that a browser may ask for. A file that is missing is missing; it is never answered with the page.
 */
export function serveFrontend(folder: string): RequestHandler {
  const options = { etag: true, gzip: true, brotli: true, dotfiles: false };
  const files = sirv(folder, {
    ...options,
    extensions: [],
    setHeaders: (response, pathname) => {
      const kept = pathname.startsWith('/assets/') ? `public, max-age=${yearSeconds}, immutable` : 'no-cache';
      response.setHeader('Cache-Control', kept);
    },
  });
  const page = sirv(folder, {
    ...options,
    single: true,
    setHeaders: (response) => {
      response.setHeader('Cache-Control', 'no-cache');
    },
  });
  return (request, response, next) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || notAPage.test(request.path)) {
      next();
      return;
    }
    files(request, response, () => {
      const wantsPage = !/\.[a-z0-9]+$/i.test(request.path) && request.accepts('html') === 'html';
      if (wantsPage) page(request, response, next);
      else next();
    });
  };
}
