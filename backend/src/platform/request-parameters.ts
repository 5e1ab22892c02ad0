import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { addressSubject } from './rate-limits/address.js';
import { readCookies } from './security/cookies.js';

function request(context: ExecutionContext): Request {
  return context.switchToHttp().getRequest<Request>();
}

/** The checked `Idempotency-Key` of a route declared `idempotent`: `@IdempotencyKey() key: string`. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => request(context).get('Idempotency-Key') ?? '',
);

/** The header `Follow-Token`, or null: `@FollowToken() token: string | null`. */
export const FollowToken = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | null => request(context).get('Follow-Token') ?? null,
);

/** The value of one cookie, or null: `@Cookie('device') device: string | null`. */
export const Cookie = createParamDecorator(
  (name: string, context: ExecutionContext): string | null =>
    readCookies(request(context).headers.cookie)[name] ?? null,
);

/** Whom the caller's network address stands for, to count calls by: `@CallerAddress() address: string`. Never stored as it is. */
export const CallerAddress = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  addressSubject(request(context).ip),
);
