import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { FilesSetting } from '../config/config.js';
import { assertFileKey, FileStore } from './file-store.js';

/** Files in a bucket of any S3 store. The store itself makes a put atomic. */
export class S3FileStore extends FileStore {
  private readonly client: S3Client;

  constructor(private readonly setting: Extract<FilesSetting, { kind: 's3' }>) {
    super();
    const { region, endpoint, accessKeyId, secretAccessKey } = setting;
    this.client = new S3Client({
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Stores of one's own have no name per bucket, and many do not know the newer checksums.
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    await this.client.send(new PutObjectCommand({ ...this.address(key), Body: bytes }));
  }

  async get(key: string): Promise<Readable | null> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.address(key)));
      return Body instanceof Readable ? Body : null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.address(key)));
  }

  close(): Promise<void> {
    this.client.destroy();
    return Promise.resolve();
  }

  private address(key: string): { Bucket: string; Key: string } {
    assertFileKey(key);
    return { Bucket: this.setting.bucket, Key: `${this.setting.prefix}${key}` };
  }
}
