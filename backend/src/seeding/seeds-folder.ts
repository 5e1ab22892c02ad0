import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** `backend/seeds`, seen from the build and from the sources. */
const candidates = ['../../../seeds/', '../../seeds/'].map((path) => new URL(path, import.meta.url));

/**
 * A file of `backend/seeds`, read but not checked.
 * @param path such as `ale/promise.json`
 */
export async function readSeed(path: string): Promise<unknown> {
  const folder = candidates.find((each) => existsSync(new URL(path, each)));
  if (!folder) throw new Error(`The file seeds/${path} is missing`);
  return JSON.parse(await readFile(new URL(path, folder), 'utf8')) as unknown;
}
