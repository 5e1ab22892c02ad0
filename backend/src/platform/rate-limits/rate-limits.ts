import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { Refused } from '../problem/refused.js';
import { Secrets } from '../security/secrets.js';
import { rateLimitPolicies, type RateLimitPolicy } from './policies.js';

/** Counts calls in the database. The guard does it for routes that declare a policy; rooms may count more. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<RateLimitPolicy, RateLimiterPostgres>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Counts one call of a subject (an address, an account); the subject is stored as a keyed hash only. Call it outside
   * transactions: it has a connection of its own.
   * @throws Refused `rate.limited` with `Retry-After` when the allowance is used up.
   */
  async consume(policy: RateLimitPolicy, subject: string): Promise<void> {
    if (!this.config.rateLimits) return;
    try {
      await this.limiter(policy).consume(this.key(policy, subject));
    } catch (outcome) {
      if (!(outcome instanceof RateLimiterRes)) throw outcome;
      const seconds = Math.max(1, Math.ceil(outcome.msBeforeNext / 1000));
      throw new Refused('rate.limited', { params: { seconds }, headers: { 'Retry-After': String(seconds) } });
    }
  }

  /** Forgets what a subject used, for instance after a good sign-in. */
  async forgive(policy: RateLimitPolicy, subject: string): Promise<void> {
    if (this.config.rateLimits) await this.limiter(policy).delete(this.key(policy, subject));
  }

  /** Removes counters whose time has run out; returns how many. */
  async forgetOld(now: Date): Promise<number> {
    const [, removed] = await this.dataSource.query<[unknown, number]>(
      'DELETE FROM rate_limits WHERE expire < $1',
      [now.getTime()],
    );
    return removed;
  }

  private key(policy: RateLimitPolicy, subject: string): string {
    return this.secrets.pseudonym('address', `${policy} ${subject}`);
  }

  private limiter(policy: RateLimitPolicy): RateLimiterPostgres {
    let limiter = this.limiters.get(policy);
    if (!limiter) {
      const { points, seconds } = rateLimitPolicies[policy];
      limiter = new RateLimiterPostgres({
        storeClient: withoutNames(this.dataSource),
        storeType: 'client',
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: policy,
        points,
        duration: seconds,
      });
      this.limiters.set(policy, limiter);
    }
    return limiter;
  }
}

/** The limiter names its statements, and the embedded database has one backend for all names: drop them. */
function withoutNames(dataSource: DataSource) {
  return {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const runner = dataSource.createQueryRunner();
      try {
        const { records, affected } = await runner.query(text, values, true);
        return { rows: records as unknown[], rowCount: affected ?? records.length };
      } finally {
        await runner.release();
      }
    },
  };
}
