import type { EntityManager } from 'typeorm';

/** A payload that survives JSON. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

/** Does the work of a job. It may run more than once (a process may die half-way), so it must tolerate a repeat. */
export type JobHandler = (payload: JobPayload) => Promise<void>;

/** When and as what a job runs. */
export interface EnqueueOptions {
  /** Not before this moment; at once when left out. */
  readonly runAt?: Date;
  /** A waiting job of the same key is replaced (time and payload). */
  readonly jobKey?: string;
}

/**
 * The jobs that rooms have work for. Register in `onModuleInit`:
 * `jobs.register('release-activity', (payload) => this.release(payload))`.
 */
export abstract class JobRunner {
  /** Says who does the work of a task. Each name once. */
  abstract register(task: string, handler: JobHandler): void;
  /** Runs a task at times given as a crontab pattern (UTC): `jobs.cron('forget-idempotency-keys', '17 3 * * *', handler)`. */
  abstract cron(task: string, pattern: string, handler: JobHandler): void;
  /** Adds a job in the caller's transaction: it runs only when that commits. */
  abstract enqueue(manager: EntityManager, task: string, payload: JobPayload, options?: EnqueueOptions): Promise<void>;
  /** Takes a waiting job back in the caller's transaction. */
  abstract cancel(manager: EntityManager, jobKey: string): Promise<void>;
}
