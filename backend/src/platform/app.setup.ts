import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Clock } from './clock.js';
import type { Config } from './config/config.js';
import { PlatformModule } from './platform.module.js';

/** What a test may put in place of the real thing. */
export interface AppOverrides {
  readonly clock?: Clock;
}

/**
 * The whole application, initialised but not yet listening, as `main.ts` and the tests run it.
 * @param rooms the module that imports every room
 */
export async function createApp(
  config: Config,
  rooms: Type<object>,
  overrides: AppOverrides = {},
): Promise<NestExpressApplication> {
  const root = { module: class Application {}, imports: [PlatformModule.forRoot(config, overrides), rooms] };
  const app = await NestFactory.create<NestExpressApplication>(root, { bodyParser: false });
  await app.init();
  return app;
}
