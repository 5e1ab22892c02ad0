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
    if (level === 'error') log.error({ task: taskIdentifier, jobId, message });
    else if (level === 'warning') log.warn({ task: taskIdentifier, jobId, message });
  });
}
