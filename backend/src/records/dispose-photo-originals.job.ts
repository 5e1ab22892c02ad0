import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import {
  DisposeOriginalsService,
  type DueOriginal,
} from '../proposals/redactions/dispose-originals.service.js';
import { RecordRepository } from './record.repository.js';
import { RetentionRepository } from './retention.repository.js';

const JOB = 'dispose-photo-originals';
const AT_A_TIME = 100;

/** Disposes of the originals of covered photos once a night, each in a transaction of its own that also writes it down. */
@Injectable()
export class DisposePhotoOriginals implements OnModuleInit {
  private readonly logger = new Logger('Disposal');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly originals: DisposeOriginalsService,
    private readonly retention: RetentionRepository,
    private readonly records: RecordRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.cron(JOB, '47 2 * * *', () => this.disposeAll());
  }

  /** Disposes of everything that is due today. */
  async disposeAll(): Promise<void> {
    let disposed = 0;
    let afterId: string | null = null;
    for (;;) {
      const page: DueOriginal[] = await this.originals.due(
        stockholmDate(this.clock.now()),
        afterId,
        AT_A_TIME,
      );
      for (const original of page) if (await this.dispose(original)) disposed += 1;
      const last = page.at(-1);
      if (!last || page.length < AT_A_TIME) break;
      afterId = last.photoId;
    }
    if (disposed > 0) this.logger.log({ disposed }, 'Disposed of originals of covered photos');
  }

  private dispose(due: DueOriginal): Promise<boolean> {
    const at = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const gone = await this.originals.dispose(manager, due, stockholmDate(at), at);
      if (!gone) return false;
      const { municipalityId, proposalId, decision } = gone;
      await this.records.append(manager, {
        municipalityId,
        at,
        actorAccountId: null,
        type: 'disposed',
        subject: { proposalId },
        reason: decision,
      });
      await this.retention.addDisposal(manager, {
        municipalityId,
        at,
        type: 'photo-original',
        decision,
        count: 1,
        files: 1,
        job: JOB,
      });
      return true;
    });
  }
}
