import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

/** Shorter than this, compressing costs more than it saves. */
const WORTH_IT = 1024;
/** Compressed answers that are kept, together. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** Sends large answers with an `ETag` of their content, compressed once and not for each of those who look at the same map. */
@Injectable()
export class CompressedAnswers {
  private readonly kept = new Map<string, Buffer>();
  private keptBytes = 0;

  /** Sends text; nothing but 304 when the caller has it already. */
  async send(request: Request, response: Response, mediaType: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    const tag = `W/"${createHash('sha1').update(bytes).digest('base64url')}"`;
    response.setHeader('Content-Type', mediaType);
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', 'no-cache');
    response.vary('Accept-Encoding');
    if (request.fresh || bytes.length < WORTH_IT || request.acceptsEncodings('gzip') !== 'gzip') {
      response.send(bytes);
      return;
    }
    const small = await this.compressed(tag, bytes);
    response.setHeader('Content-Encoding', 'gzip');
    response.send(small);
  }

  private async compressed(tag: string, bytes: Buffer): Promise<Buffer> {
    const known = this.kept.get(tag);
    if (known) {
      // What was wanted last is forgotten last.
      this.kept.delete(tag);
      this.kept.set(tag, known);
      return known;
    }
    const small = await compress(bytes);
    if (!this.kept.has(tag)) {
      this.kept.set(tag, small);
      this.keptBytes += small.length;
    }
    for (const [oldest, { length }] of this.kept) {
      if (this.keptBytes <= KEPT_BYTES) break;
      this.kept.delete(oldest);
      this.keptBytes -= length;
    }
    return small;
  }
}
