import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CleanUpJobs } from './clean-up.jobs.js';
import { Clock, SystemClock } from './clock.js';
import { Config } from './config/config.js';
import { dataSourceOptions } from './database/data-source-options.js';
import { type Database, databaseToken } from './database/database.js';
import { EndpointInterceptor } from './endpoint.interceptor.js';
import { FileStore } from './files/file-store.js';
import { openFileStore } from './files/open-file-store.js';
import { HealthController } from './health/health.controller.js';
import { Idempotency } from './idempotency/idempotency.service.js';
import { JobRunner } from './jobs/job-runner.js';
import { ApiDocument } from './openapi/api-document.service.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { LiveBoards } from './live/live-boards.js';
import { LiveChannel } from './live/live-channel.js';
import { LiveStreams } from './live/live-streams.js';
import { MemoryLimits } from './live/memory-limits.js';
import { MailOutbox } from './mail/mail-outbox.js';
import { Mailer } from './mail/mailer.js';
import { MailsRepository } from './mail/mails.repository.js';
import { PublicNews } from './mail/public-news.js';
import { SendMail } from './mail/send-mail.service.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { Quarantine } from './quarantine/quarantine.js';
import { QuarantineRepository } from './quarantine/quarantine.repository.js';
import { RateLimitGuard } from './rate-limits/rate-limit.guard.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { Secrets } from './security/secrets.js';
import { PageHeads } from './static/page-head.js';
import { ContractPipe } from './validation/validation.pipe.js';

/** What the platform is given from outside. */
export interface PlatformParts {
  readonly config: Config;
  readonly database: Database;
  readonly clock?: Clock;
}

/** Everything that every room may inject without importing a module. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly files: FileStore) {}

  static forRoot({ config, database, clock }: PlatformParts): DynamicModule {
    const shared = [
      { provide: Config, useValue: config },
      { provide: databaseToken, useValue: database },
      { provide: Clock, useValue: clock ?? new SystemClock() },
      { provide: FileStore, useFactory: () => openFileStore(config) },
      Secrets,
      Idempotency,
      RateLimits,
      JobRunner,
      PageHeads,
      MailsRepository,
      MailOutbox,
      PublicNews,
      QuarantineRepository,
      Quarantine,
      LiveChannel,
      LiveBoards,
      LiveStreams,
      MemoryLimits,
    ];
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRootAsync({
          useFactory: async () => ({
            ...(await dataSourceOptions(database)),
            autoLoadEntities: true,
            retryAttempts: 0,
          }),
        }),
      ],
      controllers: [HealthController, OpenApiController],
      providers: [
        ...shared,
        CleanUpJobs,
        Mailer,
        SendMail,
        ApiDocument,
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_INTERCEPTOR, useClass: EndpointInterceptor },
        { provide: APP_PIPE, useClass: ContractPipe },
      ],
      exports: shared,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.files.close();
  }
}
