import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { MedborgardialogRepository } from './medborgardialog.repository.js';
import { forgottenBefore } from './medborgardialog.rules.js';
import { MoveDialogues } from './move-dialogues.service.js';

/**
 * Closes dialogues that somebody forgot to close: as long as one is open, votes stay joined under its key, and questions and votes come in
 * from anywhere (docs/adr/0029).
 */
@Injectable()
export class CloseForgottenDialogues implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly dialogues: MedborgardialogRepository,
    private readonly moving: MoveDialogues,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('close-forgotten-dialogues', '17 * * * *', async () => {
      await this.closeAll();
    });
  }

  /** Closes each in a transaction of its own. @returns how many were closed */
  async closeAll(): Promise<number> {
    const forgotten = await this.dialogues.openSince(
      this.dataSource.manager,
      forgottenBefore(this.clock.now()),
    );
    let closed = 0;
    for (const id of forgotten)
      if (await this.dataSource.transaction((manager) => this.moving.closeForgotten(manager, id)))
        closed += 1;
    return closed;
  }
}
