import { Secret, TOTP } from 'otpauth';

/** What an authenticator app shows at a moment. */
export function totpCode(secret: string, now: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
}
