import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { Refused } from '../problem/refused.js';

/**
 * Calls of an address that are counted in this process's memory alone, for routes on which nothing of a caller may be stored, and on which a
 * row per address would be a queue: everybody in a hall may share one address.
 */
@Injectable()
export class MemoryLimits {
  private readonly limiters = new Map<string, RateLimiterMemory>();

  constructor(private readonly config: Config) {}

  /** @throws Refused `rate.limited` with `Retry-After` when the allowance is used up */
  async consume(name: string, address: string, points: number, seconds: number): Promise<void> {
    if (!this.config.rateLimits) return;
    let limiter = this.limiters.get(name);
    if (!limiter) this.limiters.set(name, (limiter = new RateLimiterMemory({ points, duration: seconds })));
    try {
      await limiter.consume(address);
    } catch (outcome) {
      if (!(outcome instanceof RateLimiterRes)) throw outcome;
      const wait = Math.max(1, Math.ceil(outcome.msBeforeNext / 1000));
      throw new Refused('rate.limited', {
        params: { seconds: wait },
        headers: { 'Retry-After': String(wait) },
      });
    }
  }
}
