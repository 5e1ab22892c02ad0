import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { startOfStockholmDay } from '../platform/dates.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { AnswerDeadlineRepository } from './answer-deadline.repository.js';
import { answerDueAt } from './answer-times.js';
import type { ProposalRecord } from './proposal-record.js';

/**
 * When the answer to a proposal is due. The day is stored when it comes in, and counted anew when it waits again, when its kind is
 * corrected, and when the municipality changes its answer times: then by a job that the room `municipalities` enqueues.
 */
@Injectable()
export class AnswerDeadlines implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly repository: AnswerDeadlineRepository,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.register('count-answer-times', ({ municipalityId }) => this.recountAll(String(municipalityId)));
  }

  /** Somebody waits who had an answer: the time begins anew. The caller holds the row's lock. */
  async beginAgain(
    manager: EntityManager,
    proposal: Pick<ProposalRecord, 'id' | 'municipalityId' | 'kind'>,
    at: Date,
  ): Promise<void> {
    await this.repository.beginAgain(manager, proposal.id, at);
    await this.recount(manager, proposal);
  }

  /** Counts one proposal's day anew. The caller holds the row's lock. */
  async recount(
    manager: EntityManager,
    { id, municipalityId, kind }: Pick<ProposalRecord, 'id' | 'municipalityId' | 'kind'>,
  ): Promise<void> {
    const municipality = await this.municipalities.byId(manager, municipalityId);
    const since = await this.repository.waitsSince(manager, id);
    if (!municipality || !since) return;
    await this.repository.save(manager, id, answerDueAt(municipality.settings, kind, since));
  }

  /** Counts the days of all that wait in a municipality anew, in private and in public. May be repeated. */
  async recountAll(municipalityId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const municipality = await this.municipalities.byId(manager, municipalityId);
      if (!municipality) return;
      const groups = await this.repository.waitingDays(manager, municipalityId);
      const due = groups.map(({ kind, since }) => ({
        kind,
        since,
        dueAt: answerDueAt(municipality.settings, kind, startOfStockholmDay(since)),
      }));
      await this.repository.saveAll(manager, municipalityId, due);
    });
  }
}
