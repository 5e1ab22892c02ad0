import type { Config } from '../config/config.js';
import type { FileStore } from './file-store.js';
import { FolderFileStore } from './folder-file-store.js';

/** The store that `FILES_URL` names. The S3 client is loaded only when it is used. */
export async function openFileStore({ files }: Config): Promise<FileStore> {
  if (files.kind === 'folder') return new FolderFileStore(files.path);
  const { S3FileStore } = await import('./s3-file-store.js');
  return new S3FileStore(files);
}
