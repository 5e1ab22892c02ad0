import type { RateLimitPolicy } from './policies.js';

/** Counts calls in the database. The guard does it for routes that declare a policy; rooms may count more. */
export abstract class RateLimits {
  /**
   * Counts one call of a subject (an address, an account); the subject is stored as a keyed hash only.
   * @throws Refused `rate.limited` with `Retry-After` when the allowance is used up.
   */
  abstract consume(policy: RateLimitPolicy, subject: string): Promise<void>;
  /** Forgets what a subject used, for instance after a good sign-in. */
  abstract forgive(policy: RateLimitPolicy, subject: string): Promise<void>;
}
