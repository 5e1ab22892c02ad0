import { Logger } from 'graphile-worker';

/** Says nothing: for migrations and tools that report themselves. */
export const quietWorkerLogger = new Logger(() => () => undefined);
