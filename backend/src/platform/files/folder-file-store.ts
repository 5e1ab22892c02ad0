import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { errorCode } from '../error-code.js';
import { assertFileKey, FileStore } from './file-store.js';

/** Files in a folder. A file is written under another name, flushed and renamed, so nobody sees half of one. */
export class FolderFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.path(key);
    const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Readable | null> {
    const path = this.path(key);
    try {
      const file = await open(path, 'r');
      return createReadStream(path, { fd: file });
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  /** A folder needs no farewell. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  private path(key: string): string {
    assertFileKey(key);
    return join(this.folder, key);
  }
}
