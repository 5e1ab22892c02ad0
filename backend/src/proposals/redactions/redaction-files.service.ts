import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { buffer } from 'node:stream/consumers';
import { FileStore, newFileKey } from '../../platform/files/file-store.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { Refused } from '../../platform/problem/refused.js';
import { PhotoProcessor, type ProcessedPhoto } from '../photo-processor.js';
import type { NewPhoto } from '../photo.repository.js';

export type { NewPhoto } from '../photo.repository.js';

/** The files of photos that are covered, or not any more. */
@Injectable()
export class RedactionFiles {
  constructor(
    private readonly files: FileStore,
    private readonly jobs: JobRunner,
    private readonly processor: PhotoProcessor,
  ) {}

  /** Stores an original's picture with parts of it covered. */
  async cover(originalKey: string, regions: readonly RedactionRegion[]): Promise<NewPhoto> {
    return this.store(await this.processor.cover(await this.read(originalKey), regions));
  }

  /** Stores an original's picture once more, byte by byte, with a thumbnail. */
  async restore(originalKey: string): Promise<NewPhoto> {
    return this.store(await this.processor.keep(await this.read(originalKey)));
  }

  /** Removes files at once: nobody has heard of them. */
  async discard({ fileKey, thumbnailKey }: NewPhoto): Promise<void> {
    await Promise.all([this.files.delete(fileKey), this.files.delete(thumbnailKey)]);
  }

  /** Has files removed when the caller's transaction has been committed. */
  async removeLater(manager: EntityManager, keys: readonly string[]): Promise<void> {
    await this.jobs.enqueue(manager, 'remove-files', { keys: keys.join(' ') });
  }

  private async read(key: string): Promise<Buffer> {
    const stream = await this.files.get(key);
    if (!stream) throw new Refused('not.found');
    return buffer(stream);
  }

  private async store({ picture, thumbnail, width, height }: ProcessedPhoto): Promise<NewPhoto> {
    const photo = { fileKey: newFileKey(), thumbnailKey: newFileKey(), width, height, bytes: picture.length };
    try {
      await this.files.put(photo.fileKey, picture);
      await this.files.put(photo.thumbnailKey, thumbnail);
    } catch (error) {
      await this.discard(photo);
      throw error;
    }
    return photo;
  }
}
