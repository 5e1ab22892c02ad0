import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { MapGridRecountRepository } from './map-grid-recount.repository.js';
import { MapGridRepository } from './map-grid.repository.js';

/** Holds the map's grid against the proposals, each night and when asked. */
@Injectable()
export class RecountMapGridService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly grid: MapGridRepository,
    private readonly recounts: MapGridRecountRepository,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('recount-map-grid', '41 2 * * *', async () => {
      await this.repair();
    });
  }

  /**
   * Folds what waits, compares, and rebuilds the grid if it differs: after a restored backup or a change made by hand.
   * @returns how many cells were wrong
   */
  repair(): Promise<number> {
    return this.inOneView(async (manager) => {
      await this.grid.fold(manager, EVERYTHING);
      const wrong = await this.recounts.differences(manager);
      if (wrong > 0) await this.recounts.rebuild(manager);
      return wrong;
    });
  }

  /** Builds the grid from nothing, as after an import. */
  rebuild(): Promise<void> {
    return this.inOneView((manager) => this.recounts.rebuild(manager));
  }

  /** Proposals, grid and deltas as they were at one moment, while writers go on. */
  private inOneView<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await this.recounts.holdFolders(manager);
      return work(manager);
    });
  }
}

const EVERYTHING = 2_147_483_647;
