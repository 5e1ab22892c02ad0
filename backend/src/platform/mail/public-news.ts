import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../config/config.js';
import { JobRunner } from '../jobs/job-runner.js';

/** The job that tells those who watch an area. */
export const areaNewsTask = 'area-news';

/** What may be told to those who watch an area. */
export const publicThings = [
  'proposal',
  'answer',
  'activity',
  'follow-up',
  'dialogue',
  'dialogue-cancelled',
] as const;
export type PublicThing = (typeof publicThings)[number];

/**
 * Where rooms say that something became public, in the transaction in which it did. The job names the thing and nobody; whether it
 * is told, and to whom, is found out when it runs, from what is public then.
 */
@Injectable()
export class PublicNews {
  constructor(
    private readonly config: Config,
    private readonly jobs: JobRunner,
  ) {}

  /** Has those told who watch the area; without a mail server nothing happens. @param id of the proposal, event, activity, follow-up or medborgardialog */
  async announce(manager: EntityManager, type: PublicThing, id: string): Promise<void> {
    if (this.config.smtpUrl !== null) await this.jobs.enqueue(manager, areaNewsTask, { type, id });
  }
}
