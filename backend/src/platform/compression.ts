import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Fits into one packet; compressing less saves nobody anything. */
const worthItBytes = 1400;
/** Compressed answers that are kept, together. */
const keptBytesMax = 8 * 1024 * 1024;
const compressible = /^(application\/([a-z.-]+\+)?(json|xml)|text\/(html|css|plain|calendar))\b/;

type Encoding = 'br' | 'gzip';

/**
 * Compresses what is read, once per content and not per request: answers are known by their `ETag`. Answers to changes are
 * small and may hold a token, so they are left alone, and so is what a room has compressed itself.
 */
export function compressAnswers(): RequestHandler {
  const kept = new KeptAnswers();
  return (request, response, next) => {
    const encoding = request.method === 'GET' ? encodingFor(request) : null;
    if (!encoding) {
      next();
      return;
    }
    const send = response.send.bind(response);
    response.send = (body: unknown): Response => {
      const bytes = bytesOf(body);
      if (!bytes || bytes.length < worthItBytes || !isCompressible(response)) return send(body);
      const tag = response.get('ETag') ?? makeTag(response, bytes);
      response.set('ETag', tag).vary('Accept-Encoding');
      if (request.fresh) return send(body);
      kept.compressed(tag, encoding, bytes).then(
        (small) => {
          response.set('Content-Encoding', encoding);
          send(small);
        },
        () => send(body),
      );
      return response;
    };
    next();
  };
}

/** Brotli where it is understood: it is as quick at this quality, and smaller. */
function encodingFor(request: Request): Encoding | null {
  if (request.acceptsEncodings('br')) return 'br';
  return request.acceptsEncodings('gzip') ? 'gzip' : null;
}

function bytesOf(body: unknown): Buffer | null {
  if (typeof body === 'string') return Buffer.from(body, 'utf8');
  return Buffer.isBuffer(body) ? body : null;
}

function isCompressible(response: Response): boolean {
  return (
    compressible.test(response.get('Content-Type') ?? '') && response.get('Content-Encoding') === undefined
  );
}

function makeTag(response: Response, bytes: Buffer): string {
  return (response.app.get('etag fn') as (bytes: Buffer) => string)(bytes);
}

/** Compressed answers; what was wanted last is forgotten last. */
class KeptAnswers {
  private readonly kept = new Map<string, Buffer>();
  private keptBytes = 0;

  async compressed(tag: string, encoding: Encoding, bytes: Buffer): Promise<Buffer> {
    const key = `${encoding} ${tag}`;
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const small =
      encoding === 'br'
        ? await brotlied(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
        : await gzipped(bytes);
    this.keep(key, small);
    return small;
  }

  private keep(key: string, small: Buffer): void {
    if (this.kept.has(key)) return;
    this.kept.set(key, small);
    this.keptBytes += small.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.keptBytes <= keptBytesMax) break;
      this.kept.delete(oldest);
      this.keptBytes -= length;
    }
  }
}
