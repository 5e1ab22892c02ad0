import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivityRecords } from '../medborgarlofte/activity-records.service.js';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { FileStore } from '../platform/files/file-store.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { DisposeDialogues } from '../medborgardialog/disposal/dispose-dialogues.service.js';
import { DisposeProposalsService } from '../proposals/disposal/dispose-proposals.service.js';
import { RecordRepository } from './record.repository.js';
import { RetentionRepository, type RetentionRow } from './retention.repository.js';
import { caseDisposedToday, disposedToday } from './retention.rules.js';

const JOB = 'dispose-records';
const AT_A_TIME = 100;

/**
 * Disposes of what has been kept long enough, once a night. Each case is one transaction of its own that also writes down what went and
 * under which decision: a job that is cut off has done some cases wholly and the others not at all, and the next one goes on.
 */
@Injectable()
export class DisposeService implements OnModuleInit {
  private readonly logger = new Logger('Disposal');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly files: FileStore,
    private readonly retention: RetentionRepository,
    private readonly records: RecordRepository,
    private readonly proposals: DisposeProposalsService,
    private readonly activities: ActivityRecords,
    private readonly dialogues: DisposeDialogues,
  ) {}

  onModuleInit(): void {
    this.jobs.cron(JOB, '37 2 * * *', () => this.disposeAll());
    this.jobs.register('remove-files', async (payload) => {
      for (const key of keysOf(payload)) await this.files.delete(key);
    });
  }

  /** Disposes of everything that is due today, in every municipality. */
  async disposeAll(): Promise<void> {
    for (const municipalityId of await this.retention.municipalities(this.dataSource)) {
      const cases = await this.each(
        (afterId) => this.retention.proposals(this.dataSource, { municipalityId, afterId, limit: AT_A_TIME }),
        (row) => this.disposeCase(municipalityId, row),
      );
      const activities = await this.each(
        (afterId) =>
          this.retention.activities(this.dataSource, { municipalityId, afterId, limit: AT_A_TIME }),
        (row) => this.disposeActivity(municipalityId, row),
      );
      const dialogues = await this.each(
        (afterId) => this.retention.dialogues(this.dataSource, { municipalityId, afterId, limit: AT_A_TIME }),
        (row) => this.disposeDialogue(municipalityId, row),
      );
      if (cases + activities + dialogues > 0)
        this.logger.log({ municipalityId, cases, activities, dialogues }, 'Disposed of what was due');
    }
  }

  /** Goes through everything, a page at a time. @returns how many were disposed of */
  private async each(
    read: (afterId: string | null) => Promise<RetentionRow[]>,
    dispose: (row: RetentionRow) => Promise<boolean>,
  ): Promise<number> {
    let disposed = 0;
    let afterId: string | null = null;
    for (;;) {
      const rows = await read(afterId);
      for (const row of rows) if (await dispose(row)) disposed += 1;
      const last = rows.at(-1);
      if (!last || rows.length < AT_A_TIME) return disposed;
      afterId = last.id;
    }
  }

  private async disposeCase(municipalityId: string, leader: RetentionRow): Promise<boolean> {
    const now = this.clock.now();
    const today = stockholmDate(now);
    if (disposedToday(leader, today) === null) return false;
    return this.dataSource.transaction(async (manager) => {
      const ids = await this.proposals.lockCase(manager, leader.id);
      // Read again under the lock: what was changed meanwhile counts.
      const members = await this.retention.proposals(manager, { ids });
      if (caseDisposedToday(members, today) === null) return false;
      const going = members.filter(({ disposed }) => !disposed);
      const decisions = new Map(going.map((each) => [each.id, disposedToday(each, today) ?? '']));
      const files = await this.proposals.dispose(manager, ids, decisions, now);
      for (const [index, { id, type }] of going.entries()) {
        const decision = decisions.get(id) ?? '';
        await this.records.append(manager, {
          municipalityId,
          at: now,
          actorAccountId: null,
          type: 'disposed',
          subject: { proposalId: id },
          reason: decision,
        });
        const removed = index === 0 ? files.length : 0;
        await this.retention.addDisposal(manager, {
          municipalityId,
          at: now,
          type,
          decision,
          count: 1,
          files: removed,
          job: JOB,
        });
      }
      if (files.length > 0) await this.jobs.enqueue(manager, 'remove-files', { keys: files.join(' ') });
      return true;
    });
  }

  private async disposeActivity(municipalityId: string, row: RetentionRow): Promise<boolean> {
    const now = this.clock.now();
    const today = stockholmDate(now);
    if (disposedToday(row, today) === null) return false;
    return this.dataSource.transaction(async (manager) => {
      await this.activities.lock(manager, [row.id]);
      const [facts] = await this.retention.activities(manager, { ids: [row.id] });
      const decision = facts ? disposedToday(facts, today) : null;
      if (decision === null) return false;
      await this.activities.dispose(manager, [row.id], now);
      await this.records.append(manager, {
        municipalityId,
        at: now,
        actorAccountId: null,
        type: 'disposed',
        subject: { activityId: row.id },
        reason: decision,
      });
      const disposal = {
        municipalityId,
        at: now,
        type: 'activity',
        decision,
        count: 1,
        files: 0,
        job: JOB,
      } as const;
      await this.retention.addDisposal(manager, disposal);
      return true;
    });
  }

  /** What a dialogue holds of people; what was published stays. */
  private async disposeDialogue(municipalityId: string, { id, ...seen }: RetentionRow): Promise<boolean> {
    const now = this.clock.now();
    const today = stockholmDate(now);
    if (disposedToday(seen, today) === null) return false;
    return this.dataSource.transaction(async (manager) => {
      if (!(await this.dialogues.lock(manager, id))) return false;
      const [facts] = await this.retention.dialogues(manager, { ids: [id] });
      const decision = facts ? disposedToday(facts, today) : null;
      if (decision === null) return false;
      await this.dialogues.dispose(manager, id, now);
      const counted = { count: 1, files: 0, job: JOB } as const;
      const disposal = { municipalityId, at: now, type: 'medborgardialog', decision, ...counted } as const;
      await this.retention.addDisposal(manager, disposal);
      return true;
    });
  }
}

function keysOf(payload: unknown): string[] {
  const keys = (payload as { keys?: unknown } | null)?.keys;
  return typeof keys === 'string' && keys !== '' ? keys.split(' ') : [];
}
