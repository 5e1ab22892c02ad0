import { Logger as NestLogger } from '@nestjs/common';
import { Logger } from 'graphile-worker';

/** Says nothing: for migrations and tools that report themselves. */
export const quietWorkerLogger = new Logger(() => () => undefined);

/** graphile-worker's warnings and errors in the program's log. */
export function workerLogger(): Logger {
  const log = new NestLogger('Jobs');
  return new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    // A failed job has been logged by the runner, and better: without the values in its error.
    if (message.startsWith('Failed task')) return;
    const event = { task: taskIdentifier, jobId, message };
    if (String(level) === 'error') log.error(event);
    else if (String(level) === 'warning') log.warn(event);
  });
}
