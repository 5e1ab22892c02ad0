import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Request, Response } from 'express';
import { describeError } from '../logging/describe-error.js';
import { discoverRoutes } from '../routes.js';
import { preferredLanguage } from './language.js';
import { problemOf } from './problem.js';
import { refusalOf } from './refusal-of.js';
import { Refused } from './refused.js';

/** Answers every error as `application/problem+json`; what is no refusal is logged and leaks nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');
  private routes: { readonly method: string; readonly pattern: RegExp }[] | null = null;

  constructor(private readonly discovery: DiscoveryService) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** The same outside Nest's own routes. */
  answer(error: unknown, request: Request, response: Response): void {
    const refused = this.refusal(error, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language = preferredLanguage(request.get('Accept-Language'));
    for (const [name, value] of Object.entries(refused.details.headers ?? {})) response.set(name, value);
    response
      .status(refused.status)
      .vary('Accept-Language')
      .set({
        'Content-Language': language,
        'Cache-Control': 'no-store',
        'Content-Type': 'application/problem+json',
      })
      .end(JSON.stringify(problemOf(refused, language)));
  }

  private refusal(error: unknown, request: Request): Refused {
    const refused = refusalOf(error) ?? this.failure(error, request);
    if (refused.code !== 'route.unknown') return refused;
    const allowed = this.methodsOf(request.originalUrl.split('?')[0] ?? '').join(', ');
    return allowed
      ? new Refused('method.notAllowed', { params: { allowed }, headers: { Allow: allowed } })
      : refused;
  }

  /** The methods that an address takes, when it takes any. */
  private methodsOf(path: string): string[] {
    this.routes ??= discoverRoutes(this.discovery).map(({ method, path: route }) => ({
      method,
      pattern: new RegExp(`^${route.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`),
    }));
    return this.routes.flatMap(({ method, pattern }) => (pattern.test(path) ? [method] : []));
  }

  private failure(error: unknown, request: Request): Refused {
    const requestId = typeof request.id === 'string' ? request.id : '';
    this.logger.error({ requestId, error: describeError(error) });
    return new Refused('server.failed', { params: { requestId } });
  }
}
