import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { AppOverrides } from './app.setup.js';
import { Clock, SystemClock } from './clock.js';
import { Config } from './config/config.js';
import { Idempotency } from './idempotency/idempotency.service.js';
import { Secrets } from './security/secrets.js';

/** Everything that every room may inject without importing a module. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, overrides: AppOverrides): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Config, useValue: config },
        overrides.clock ? { provide: Clock, useValue: overrides.clock } : { provide: Clock, useClass: SystemClock },
        Secrets,
        Idempotency,
      ],
      exports: [Config, Clock, Secrets, Idempotency],
    };
  }
}
