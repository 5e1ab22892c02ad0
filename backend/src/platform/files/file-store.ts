import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

/** Where uploaded files lie: a folder or an S3 bucket. Keys come from `newFileKey` alone, never from what a user sent. */
export abstract class FileStore {
  /** Stores bytes under a key. Readers see the whole file or none of it. */
  abstract put(key: string, bytes: Buffer): Promise<void>;
  /** The bytes of a key as a stream, or null when there are none. */
  abstract get(key: string): Promise<Readable | null>;
  /** Removes a key; removing what is not there is fine. */
  abstract delete(key: string): Promise<void>;
  /** Lets go of connections. */
  abstract close(): Promise<void>;
}

const keyPattern = /^[0-9a-f]{2}\/[0-9a-f]{38}$/;

/** A new key: 160 random bits, with the first two characters as a folder so that no folder grows huge. */
export function newFileKey(): string {
  const name = randomBytes(20).toString('hex');
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}

/** Throws unless `newFileKey` could have made the key. */
export function assertFileKey(key: string): void {
  if (!keyPattern.test(key)) throw new Error('Not a key of the file store');
}
