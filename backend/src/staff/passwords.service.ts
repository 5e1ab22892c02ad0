import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { invalidField } from '../platform/problem/refused.js';
import { newToken } from '../platform/security/tokens.js';
import { commonPasswords } from './common-passwords.js';
import { normalPassword, passwordFault, type PasswordFault } from './password.rules.js';

/** Argon2id (the library's default) with OWASP's second set of parameters: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What others know of a person. */
interface Known {
  readonly email: string;
  readonly name: string;
}

/** Hashes and checks passwords. */
@Injectable()
export class Passwords implements OnModuleInit {
  private nobodysHash = '';

  async onModuleInit(): Promise<void> {
    this.nobodysHash = await hash(newToken(), cost);
  }

  /** How a password is stored. */
  hash(password: string): Promise<string> {
    return hash(normalPassword(password), cost);
  }

  /**
   * Whether a password is the one that was stored. Where nothing is stored (null) the answer is no, after the same work:
   * the time tells nothing about whether an account exists.
   */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const matches = await verify(storedHash ?? this.nobodysHash, normalPassword(password));
    return matches && storedHash !== null;
  }

  /** What is wrong with a password that somebody chooses, or null. */
  faultOf(password: string, { email, name }: Known): PasswordFault | null {
    return passwordFault(password, [email, name], commonPasswords);
  }

  /**
   * Makes sure that a password that somebody chooses is a good one.
   * @throws Refused `input.invalid` that says what is wrong with it
   */
  demandGood(password: string, person: Known): void {
    const fault = this.faultOf(password, person);
    if (fault) throw invalidField('password', fault, { min: 12, max: LIMITS.passwordCharacters });
  }
}
