import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { newToken } from '../platform/security/tokens.js';

/** Argon2id (the library's default) with OWASP's second set of parameters: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes and checks passwords. */
@Injectable()
export class Passwords implements OnModuleInit {
  private nobodysHash = '';

  async onModuleInit(): Promise<void> {
    this.nobodysHash = await hash(newToken(), cost);
  }

  /** How a password is stored. */
  hash(password: string): Promise<string> {
    return hash(password, cost);
  }

  /**
   * Whether a password is the one that was stored. Where nothing is stored (null) the answer is no, after the same work:
   * the time tells nothing about whether an account exists.
   */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const matches = await verify(storedHash ?? this.nobodysHash, password);
    return matches && storedHash !== null;
  }
}
