import type { INestApplicationContext } from '@nestjs/common';
import { SeedAtStart } from './seed-at-start.service.js';

/** What `main.ts` calls after the migrations: Ale into an empty database, example data and staff while `DEMO` is on. */
export async function seedAtStart(app: INestApplicationContext, say: (line: string) => void): Promise<void> {
  await app.get(SeedAtStart, { strict: false }).run(say);
}
