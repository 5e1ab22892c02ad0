import type { Request, RequestHandler } from 'express';
import type { Config } from '../config/config.js';
import { Refused } from '../problem/refused.js';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** One-click unsubscription (RFC 8058): mail programs post there from anywhere, and the token in the address is all that counts. */
const fromAnywhere = /^\/api\/v1\/(contact|subscription|question-contact)-stops\/[^/]+$/;

/**
 * Refuses a change that a browser sends for another site. Programs send no `Origin` and pass: they carry no cookies
 * that somebody else could borrow.
 */
export function refuseForeignOrigin(config: Config): RequestHandler {
  return (request, _response, next) => {
    const origin = request.get('Origin');
    const foreign =
      origin !== undefined &&
      !harmless.has(request.method) &&
      !fromAnywhere.test(request.path) &&
      !isOurs(origin, request, config);
    next(foreign ? new Refused('origin.foreign') : undefined);
  };
}

function isOurs(origin: string, request: Request, config: Config): boolean {
  if (origin === config.publicUrl) return true;
  if (!URL.canParse(origin)) return false;
  const { host, protocol } = new URL(origin);
  return (protocol === 'http:' || protocol === 'https:') && host === request.host;
}
