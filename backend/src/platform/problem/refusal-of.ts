import { types } from 'node:util';
import { HttpException } from '@nestjs/common';
import { Refused } from './refused.js';

/** Errors of body-parser, by the `type` that it gives them. */
const bodyErrors: Readonly<Record<string, () => Refused>> = {
  'entity.parse.failed': () => new Refused('body.unreadable'),
  'entity.verify.failed': () => new Refused('body.unreadable'),
  'entity.too.large': () => new Refused('body.tooLarge'),
  'encoding.unsupported': () => wrongType(),
  'charset.unsupported': () => wrongType(),
  'request.aborted': () => new Refused('body.unreadable'),
  'request.size.invalid': () => new Refused('body.unreadable'),
};

/** The refusal that an error of Nest, Express, body-parser or multer means, or null when the error is a bug. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (!types.isNativeError(error)) return null;
  // Nest wraps the errors of body-parser and Express; what they were is told by the cause.
  if (error instanceof HttpException && error.cause) return refusalOf(error.cause);
  const { type, code, status } = error as { type?: unknown; code?: unknown; status?: unknown };
  if (typeof type === 'string' && bodyErrors[type]) return bodyErrors[type]();
  if (error.name === 'URIError') return new Refused('url.unreadable');
  if (error.name === 'MulterError')
    return code === 'LIMIT_FILE_SIZE' ? new Refused('body.tooLarge') : badForm();
  if (error instanceof HttpException) return refusalOfStatus(error.getStatus());
  // Express gives the errors of its own parsing a status; nobody else's errors have one.
  return typeof status === 'number' && status < 500 ? refusalOfStatus(status) : null;
}

function refusalOfStatus(status: number): Refused | null {
  switch (status) {
    case 400:
      return new Refused('request.unreadable');
    case 401:
      return new Refused('session.required');
    case 403:
      return new Refused('role.insufficient');
    case 404:
      return new Refused('route.unknown');
    case 413:
      return new Refused('body.tooLarge');
    case 415:
      return wrongType();
    case 422:
      return new Refused('input.invalid');
    default:
      return null;
  }
}

function wrongType(): Refused {
  return new Refused('body.wrongType', { params: { expected: 'application/json; charset=utf-8' } });
}

function badForm(): Refused {
  return new Refused('input.invalid');
}
