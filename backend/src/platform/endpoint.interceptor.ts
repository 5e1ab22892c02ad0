import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { Config } from './config/config.js';
import { type EndpointDeclaration, endpointMetadata } from './endpoint.js';
import { Refused } from './problem/refused.js';
import { Reply } from './reply.js';
import type { StaffRequest } from './staff-member.js';

const { idempotencyKeyMin, idempotencyKeyMax } = LIMITS;
const goodKey = new RegExp(
  `^[\\x21-\\x7e](?:[\\x20-\\x7e]{${idempotencyKeyMin - 2},${idempotencyKeyMax - 2}})[\\x21-\\x7e]$`,
);

/** Holds a request against its route's declaration before the body is checked, and sends a `Reply` as it says. */
@Injectable()
export class EndpointInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const declaration = this.reflector.get<EndpointDeclaration | undefined>(
      endpointMetadata,
      context.getHandler(),
    );
    if (!declaration) throw new Refused('route.undeclared');
    const request = context.switchToHttp().getRequest<StaffRequest>();
    checkIdentified(declaration, request);
    checkMediaType(declaration, request);
    if (declaration.idempotent) checkKey(request.get('Idempotency-Key'));
    const response = context.switchToHttp().getResponse<Response>();
    // What a route says to everyone's caches does not hold for what a signed-in person is shown.
    if (request.staff) response.setHeader('Cache-Control', 'private, no-store');
    return next.handle().pipe(map((answer: unknown) => this.send(answer, response)));
  }

  private send(answer: unknown, response: Response): unknown {
    if (!(answer instanceof Reply)) return answer;
    const { status, body, extras } = answer as Reply;
    response.status(status);
    for (const [name, value] of Object.entries(extras.headers ?? {})) response.set(name, value);
    for (const { name, value, maxAgeSeconds, path } of extras.cookies ?? []) {
      response.cookie(name, value, {
        httpOnly: true,
        sameSite: 'lax',
        secure: this.config.publicUrl.startsWith('https:'),
        path: path ?? '/',
        ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds * 1000 }),
      });
    }
    return body;
  }
}

/** The access guard has done this; here it is made sure of, so that a route is not open because a guard is missing. */
function checkIdentified({ access }: EndpointDeclaration, request: StaffRequest): void {
  if (['session', 'staff', 'installation-admin'].includes(access.who) && !request.staff)
    throw new Refused('session.required');
  if (access.who === 'sender' && !request.get('Follow-Token')) throw new Refused('followToken.required');
}

function checkMediaType({ body, multipart }: EndpointDeclaration, request: StaffRequest): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  if (multipart) {
    if (!request.is('multipart/form-data')) refuseMediaType('multipart/form-data');
  } else if (hasBody && body && !request.is('application/json')) {
    refuseMediaType('application/json');
  }
}

function refuseMediaType(expected: string): never {
  throw new Refused('body.wrongType', { params: { expected }, headers: { 'Accept-Post': expected } });
}

function checkKey(key: string | undefined): void {
  if (key === undefined || key === '') throw new Refused('idempotency.required');
  if (!goodKey.test(key)) throw new Refused('idempotency.malformed');
}
