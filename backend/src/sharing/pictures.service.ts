import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { drawPicture, type PictureShape, type PictureWords } from './draw-picture.js';

/** Pictures that are kept, together. */
const keptBytesMax = 24 * 1024 * 1024;

/** Draws pictures, each once per content; what was wanted last is forgotten last. */
@Injectable()
export class Pictures {
  private readonly kept = new Map<string, Promise<Buffer>>();
  private keptBytes = 0;

  /** A short name for what a picture shows: another content has another. */
  versionOf(words: PictureWords): string {
    return keyOf(words).slice(0, 12);
  }

  /** The picture as PNG. */
  async png(words: PictureWords, shape: PictureShape): Promise<Buffer> {
    const key = `${shape} ${keyOf(words)}`;
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const drawn = drawPicture(words, shape);
    this.kept.set(key, drawn);
    try {
      this.keptBytes += (await drawn).length;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
    await this.forgetOldest();
    return drawn;
  }

  private async forgetOldest(): Promise<void> {
    for (const [oldest, drawn] of this.kept) {
      if (this.keptBytes <= keptBytesMax) break;
      this.kept.delete(oldest);
      this.keptBytes -= (await drawn).length;
    }
  }
}

function keyOf(words: PictureWords): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}
