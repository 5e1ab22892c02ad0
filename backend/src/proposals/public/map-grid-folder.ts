import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { MapGridRepository } from './map-grid.repository.js';

/** Deltas folded in one transaction: a few hundred milliseconds of work at most. */
const BATCH = 1000;
/** How soon after a change this process folds. Until then every map read adds the deltas itself. */
const SOON_MS = 3000;

/** Folds what changed into the map's grid: every minute as a job, and soon after this process changed something. */
@Injectable()
export class MapGridFolder implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: MapGridRepository,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('fold-map-grid', '* * * * *', async () => {
      await this.fold();
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Says that there is something to fold. Cheap: one timer, however often it is said. */
  nudge(): void {
    if (this.timer || this.closed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      // The job of the next minute tries again what fails here.
      this.running = this.fold().then(
        () => undefined,
        () => undefined,
      );
    }, SOON_MS);
    this.timer.unref();
  }

  /**
   * Folds until nothing is left or another process is at it.
   * @returns how many changes were folded
   */
  async fold(): Promise<number> {
    let folded = 0;
    let batch: number;
    do {
      batch = await this.dataSource.transaction(async (manager) =>
        (await this.repository.mayFold(manager)) ? this.repository.fold(manager, BATCH) : 0,
      );
      folded += batch;
    } while (batch === BATCH && !this.closed);
    return folded;
  }
}
