import { Logger as NestLogger } from '@nestjs/common';
import { Logger } from 'graphile-worker';

/** Says nothing: for migrations and tools that report themselves. */
export const quietWorkerLogger = new Logger(() => () => undefined);

/** graphile-worker's warnings and errors in the program's log; a job's payload is never part of them. */
export function workerLogger(): Logger {
  const log = new NestLogger('Jobs');
  return new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    // Its messages quote the error of a failed job, which the runner has logged without values.
    if (level === 'error' && taskIdentifier === undefined) log.error({ message });
    else if (level === 'error' || level === 'warning')
      log.warn({ task: taskIdentifier, jobId, event: 'job trouble' });
  });
}
