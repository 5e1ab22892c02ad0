import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger as Pino } from 'pino';
import { pinoHttp } from 'pino-http';

const acceptableId = /^[A-Za-z0-9_.:-]{8,64}$/;

/**
 * Logs each request when it has been answered: id, method, the route's pattern, status and time. Nothing else: an
 * address with its parameters, a query with a position, headers, bodies and network addresses are about people.
 */
export function requestLog(log: Pino): RequestHandler {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    genReqId,
    customAttributeKeys: { reqId: 'requestId', responseTime: 'ms' },
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customSuccessObject: (request, response, value: object) => summary(request, response, value),
    customErrorObject: (request, response, _error, value: object) => summary(request, response, value),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
  }) as RequestHandler;
}

function summary(request: IncomingMessage, response: ServerResponse, value: object): object {
  const { ms } = value as { ms?: number };
  const { route: matched } = request as IncomingMessage & { route?: { path?: unknown } };
  const route = matched?.path;
  return {
    method: request.method,
    route: typeof route === 'string' ? route : '-',
    status: response.statusCode,
    ms,
  };
}

/** The caller's `X-Request-Id` when it is harmless, else a new one; echoed so that a person can quote it. */
function genReqId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && acceptableId.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}
