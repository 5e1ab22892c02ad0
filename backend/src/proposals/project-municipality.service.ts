import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ENDED_STATUSES } from './pin.rules.js';
import { ProjectionRepository } from './projection.repository.js';
import { ProposalRepository } from './proposal.repository.js';

/** So many rows are locked at a time: whoever works with one of them waits a moment, not for the whole municipality. */
const batch = 100;

/**
 * Draws the public view of a municipality anew when the grid of its public positions has changed, and by night of what leaves the map. The room `municipalities`
 * enqueues the job in the transaction that changes the setting.
 */
@Injectable()
export class ProjectMunicipality implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proposals: ProposalRepository,
    private readonly projection: ProjectProposal,
    private readonly projections: ProjectionRepository,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.register('project-municipality', ({ municipalityId }) => this.project(String(municipalityId)));
    this.jobs.cron('leave-map', '11 4 * * *', () => this.takeOffMap());
  }

  /** Projects every proposal of a municipality that has a position. May be repeated. */
  async project(municipalityId: string): Promise<void> {
    for (let after: string | null = null; ;) {
      const ids: string[] = await this.proposals.placedIn(
        this.dataSource.manager,
        municipalityId,
        after,
        batch,
      );
      await this.projectAll(ids);
      after = ids.at(-1) ?? null;
      if (ids.length < batch) return;
    }
  }

  /** Takes what ended long ago off the public map. May be repeated. */
  async takeOffMap(): Promise<void> {
    for (let after: string | null = null; ;) {
      const now = this.clock.now();
      const { manager } = this.dataSource;
      const ids: string[] = await this.projections.mayLeaveMap(manager, ENDED_STATUSES, now, batch, after);
      await this.projectAll(ids);
      after = ids.at(-1) ?? null;
      if (ids.length < batch) return;
    }
  }

  private async projectAll(ids: readonly string[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.proposals.lock(manager, ids);
      for (const id of ids) await this.projection.project(manager, id, this.clock.now());
    });
  }
}
