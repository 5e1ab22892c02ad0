import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits as 43 characters that may stand in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a token is stored: its SHA-256, 32 bytes. A token has 256 random bits, so it needs no salt and no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
