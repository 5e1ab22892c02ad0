import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newToken } from '../platform/security/tokens.js';

/**
 * The password of the example staff: the one that was set, or a random one that is kept in the data folder (readable for its
 * owner alone), so that the next start tells the same.
 */
export function demoPassword({
  demoPassword: set,
  dataDir,
}: {
  demoPassword: string | null;
  dataDir: string;
}): string {
  if (set !== null) return set;
  const path = join(dataDir, 'demo-password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const made = newToken().slice(0, 16);
  writeFileSync(path, `${made}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  return made;
}
