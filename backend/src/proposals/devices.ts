import { Injectable } from '@nestjs/common';
import type { ReplyCookie } from '../platform/reply.js';
import { Secrets } from '../platform/security/secrets.js';
import { hashToken, newToken } from '../platform/security/tokens.js';

/** The cookie that makes one device count once. */
export const deviceCookie = 'device';
const yearSeconds = 365 * 86_400;

/** Devices, told apart by a signed random cookie and by nothing else. */
@Injectable()
export class Devices {
  constructor(private readonly secrets: Secrets) {}

  /** The device of a cookie, or null when the cookie is missing or was not made here. */
  known(cookie: string | null): string | null {
    return this.secrets.verify('device', cookie);
  }

  /** A device that has not been here before. */
  unknown(): string {
    return newToken();
  }

  /** The cookie by which a device is known again, for a year from now. */
  cookie(device: string): ReplyCookie {
    return { name: deviceCookie, value: this.secrets.sign('device', device), maxAgeSeconds: yearSeconds };
  }

  /** How a device is stored. */
  hash(device: string): Buffer {
    return hashToken(device);
  }
}
