import { Logger as NestLogger } from '@nestjs/common';
import { Logger } from 'graphile-worker';

/** Says nothing: for migrations and tools that report themselves. */
export const quietWorkerLogger = new Logger(() => () => undefined);

/** graphile-worker's warnings and errors in the program's log. */
export function workerLogger(): Logger {
  const log = new NestLogger('Jobs');
  const ways: Partial<Record<string, (event: object) => void>> = {
    error: (event) => {
      log.error(event);
    },
    warning: (event) => {
      log.warn(event);
    },
  };
  return new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    // A failed job has been logged by the runner, and better: without the values in its error.
    if (!message.startsWith('Failed task')) ways[level]?.({ task: taskIdentifier, jobId, message });
  });
}
