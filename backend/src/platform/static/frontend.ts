import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { ofNowhere, type PageHeads, withHead } from './page-head.js';

const yearSeconds = 31_536_000;
/** What belongs to the API or to operations is never a page. */
const notAPage = /^\/(api|embed|health)(\/|$)/;

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
 * Serves the built frontend: compressed files as the build made them, hashed assets for a year, and the one page, with what
 * it says about itself, for every address that a browser may ask for. A file that is missing is missing; it is never
 * answered with the page.
 */
export function serveFrontend(folder: string, heads: Pick<PageHeads, 'of'>): RequestHandler {
  const assets = join(folder, 'assets');
  // A file that vanishes while it is asked for (a new version put in the place of the old one) is a 404 and no more.
  const files = expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: {
      cacheControl: false,
      dotfiles: 'ignore',
      redirect: false,
      setHeaders: (response: ServerResponse, path: string) => {
        const kept = path.startsWith(assets)
          ? `public, max-age=${String(yearSeconds)}, immutable`
          : 'no-cache';
        response.setHeader('Cache-Control', kept);
      },
    },
  }) as RequestHandler;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  return (request, response, next) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || notAPage.test(request.path)) {
      next();
      return;
    }
    void files(request, response, (error?: unknown) => {
      if (error) {
        next(error);
        return;
      }
      const wantsPage = !/\.[a-z0-9]+$/i.test(request.path) && request.accepts('html') === 'html';
      if (!wantsPage) {
        next();
        return;
      }
      heads.of(request.path).then((head) => {
        response.set('Cache-Control', 'no-cache').type('html');
        // Compressed and tagged by its content where every answer is.
        if (head === 'nowhere') response.status(404).send(ofNowhere(page));
        else response.send(head ? withHead(page, head) : page);
      }, next);
    });
  };
}
