import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Logger as Pino } from 'pino';

declare module 'http' {
  interface IncomingMessage {
    /** Set by `requestLog`. */
    id?: string;
  }
}

const acceptableId = /^[A-Za-z0-9_.:-]{8,64}$/;

/**
 * Logs each request when it has been answered or given up: id, method, the route's pattern, status and time. Nothing else: an
 * address with its parameters, a query with a position, headers, bodies and network addresses are about people.
 */
export function requestLog(log: Pino): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const requestId = idOf(request.headers);
    // Where the problem filter finds it, and a person who quotes it.
    request.id = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => {
      const { statusCode: status } = response;
      const ms = Math.round(performance.now() - start);
      const entry = { requestId, method: request.method, route: routeOf(request), status, ms };
      log[status >= 500 ? 'error' : 'info'](entry, 'request');
    });
    next();
  };
}

/** The caller's `X-Request-Id` when it is harmless, else a new one. */
function idOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && acceptableId.test(given) ? given : randomUUID();
}

function routeOf(request: Request): string {
  const path: unknown = (request as { route?: { path?: unknown } }).route?.path;
  return typeof path === 'string' ? path : '-';
}
