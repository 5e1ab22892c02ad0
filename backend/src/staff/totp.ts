import { Secret, TOTP } from 'otpauth';

const issuer = 'Löfteskartan';
const period = 30;
const secretBytes = 20;

/** A new secret of 160 bits, as RFC 4226 asks for, in Base32. */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** The secret as the address that authenticator apps read from a QR code. */
export function totpUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/**
 * The step of time (RFC 6238) that a code belongs to, or null when it is no code of this secret now. The step before and the one after
 * hold as well: clocks of phones go wrong.
 */
export function totpStep(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totp(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });
}
