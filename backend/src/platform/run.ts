import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Database } from './database/database.js';
import { JobRunner } from './jobs/job-runner.js';
import { LiveStreams } from './live/live-streams.js';

/** Longest that a stop waits for requests and jobs at work before it gives up on them. */
const patienceMs = 25_000;

/** Listens, begins to work on jobs and returns the address. */
export async function start(app: NestExpressApplication, port: number, host: string): Promise<string> {
  await app.listen(port, host);
  await app.get(JobRunner).start();
  const { port: taken } = (app.getHttpServer().address() ?? { port }) as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}

/** Stops accepting, lets requests and jobs at work finish, then closes the database. */
export async function stop(app: NestExpressApplication, database: Database): Promise<void> {
  const server = app.getHttpServer();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A stream has no last answer.
  app.get(LiveStreams, { strict: false }).close();
  // A connection whose last answer has been sent is idle from then on, and nobody need wait for it.
  const hangUp = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(hangUp);
  await app.get(JobRunner).stop();
  await app.close();
  await database.close();
}

/** Stops once on SIGTERM or SIGINT; a second signal, or too long a wait, ends the process at once. */
export function stopOnSignals(
  app: NestExpressApplication,
  database: Database,
  say: (line: string) => void,
): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say(`${signal}: finishing what runs …`);
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop(app, database).then(
      () => {
        say('Stopped.');
        process.exit(0);
      },
      (error: unknown) => {
        say(`Could not stop cleanly: ${error instanceof Error ? error.message : 'unknown error'}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
