import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config/config.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { Quarantine } from '../../platform/quarantine/quarantine.js';
import { HeldProposals } from '../../proposals/quarantine/held-proposals.service.js';
import { RetentionRepository } from '../retention.repository.js';
import { disposedUpTo, QUARANTINE_DECISION } from './quarantine.rules.js';
import { QuarantineService } from './quarantine.service.js';

const JOB = 'empty-quarantine';
const AT_A_TIME = 100;

/** Disposes once a night of what has lain in quarantine for `QUARANTINE_DAYS`; the counts of it stay. */
@Injectable()
export class EmptyQuarantine implements OnModuleInit {
  private readonly logger = new Logger('Disposal');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: JobRunner,
    private readonly proposals: HeldProposals,
    private readonly messages: Quarantine,
    private readonly quarantine: QuarantineService,
    private readonly retention: RetentionRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.cron(JOB, '57 2 * * *', () => this.empty());
  }

  /** Disposes of everything that is due. Each proposal is a transaction of its own. */
  async empty(): Promise<void> {
    const at = this.clock.now();
    const upTo = disposedUpTo(at, this.config.quarantineDays);
    let disposed = 0;
    for (;;) {
      const ids = await this.proposals.upTo(this.dataSource.manager, upTo, AT_A_TIME);
      for (const id of ids)
        await this.dataSource.transaction((manager) => this.quarantine.disposeProposal(manager, id, JOB));
      disposed += ids.length;
      if (ids.length < AT_A_TIME) break;
    }
    await this.dataSource.transaction(async (manager) => {
      for (const { municipalityId, count } of await this.messages.removeUpTo(manager, upTo)) {
        disposed += count;
        await this.retention.addDisposal(manager, {
          municipalityId,
          at,
          type: 'quarantine',
          decision: QUARANTINE_DECISION,
          count,
          files: 0,
          job: JOB,
        });
      }
    });
    if (disposed > 0) this.logger.log({ disposed }, 'Emptied the quarantine of what was due');
  }
}
