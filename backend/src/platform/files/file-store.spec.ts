import { mkdtempSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import S3rver from 's3rver';
import { testConfig } from '../../../test/support/config.js';
import { readConfig } from '../config/read-config.js';
import { type FileStore, newFileKey } from './file-store.js';
import { openFileStore } from './open-file-store.js';

const temporary = (): string => mkdtempSync(join(tmpdir(), 'lofteskartan-files-'));

async function bytesOf(stream: Readable | null): Promise<Buffer | null> {
  if (!stream) return null;
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const folder = temporary();
let bucket: S3rver;

beforeAll(() => {
  bucket = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: temporary(),
    configureBuckets: [{ name: 'photos', configs: [] }],
  });
});
afterAll(() => bucket.close());

describe.each<[string, () => Promise<FileStore>]>([
  ['a folder', () => openFileStore(testConfig({ files: { kind: 'folder', path: folder } }))],
  [
    'an S3 bucket',
    async () => {
      const { port } = await bucket.run();
      const FILES_URL = `s3://S3RVER:S3RVER@127.0.0.1:${port}/photos/ale?tls=off`;
      return openFileStore(testConfig({ files: readConfig({ FILES_URL }, '/').files }));
    },
  ],
])('files in %s', (_, open) => {
  let store: FileStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('come back as they were put', async () => {
    const [small, large, empty] = [
      Buffer.from([0, 255, 10, 13]),
      Buffer.alloc(3_000_000, 'å'),
      Buffer.alloc(0),
    ];
    for (const bytes of [small, large, empty]) {
      const key = newFileKey();
      await store.put(key, bytes);
      expect((await bytesOf(await store.get(key)))?.equals(bytes)).toBe(true);
    }
  });

  it('are replaced whole', async () => {
    const key = newFileKey();
    await store.put(key, Buffer.alloc(100_000, 'a'));
    await Promise.all(['b', 'c', 'd'].map((letter) => store.put(key, Buffer.alloc(90_000, letter))));
    const found = (await bytesOf(await store.get(key)))?.toString() ?? '';
    expect(found).toBe((found[0] ?? '').repeat(90_000));
  });

  it('that are not there are null', async () => {
    expect(await store.get(newFileKey())).toBeNull();
  });

  it('are gone when they are removed, also twice', async () => {
    const key = newFileKey();
    await store.put(key, Buffer.from('x'));
    await store.delete(key);
    await store.delete(key);
    expect(await store.get(key)).toBeNull();
  });

  it.each(['../secret-key', '/etc/passwd', 'ab/..', '', 'ab/name.jpg', `${newFileKey()}/x`])(
    'have no key like %j',
    async (key) => {
      await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('Not a key');
      await expect(store.get(key)).rejects.toThrow('Not a key');
      await expect(store.delete(key)).rejects.toThrow('Not a key');
    },
  );
});

it('a folder keeps no drafts', async () => {
  const names = await readdir(folder, { recursive: true });
  expect(names.filter((name) => name.endsWith('.draft'))).toEqual([]);
});
