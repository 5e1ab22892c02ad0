import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
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
