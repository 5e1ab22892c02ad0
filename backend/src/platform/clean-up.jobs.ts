import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from './clock.js';
import { Idempotency } from './idempotency/idempotency.service.js';
import { JobRunner } from './jobs/job-runner.js';
import { RateLimits } from './rate-limits/rate-limits.js';

/** Removes what the platform keeps only for a time. */
@Injectable()
export class CleanUpJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly idempotency: Idempotency,
    private readonly rateLimits: RateLimits,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-idempotency-keys', '17 * * * *', async () => {
      await this.idempotency.forgetOld();
    });
    this.jobs.cron('forget-rate-limits', '47 * * * *', async () => {
      await this.rateLimits.forgetOld(this.clock.now());
    });
  }
}
