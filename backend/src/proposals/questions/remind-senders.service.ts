import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { addDays, endOfStockholmDay, stockholmDate } from '../../platform/dates.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { houseWords } from '../house-words.js';
import { MoveProposalService } from '../move-proposal.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { ProposalRepository } from '../proposal.repository.js';
import { QuestionRepository } from './question.repository.js';
import { isAsked, questionStep, REPLY_DAYS } from './question.rules.js';

const BATCH = 100;

/** Reminds senders who were asked something, and ends the wait kindly. Each morning; a repeat does nothing twice. */
@Injectable()
export class RemindSenders implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly proposals: ProposalRepository,
    private readonly questions: QuestionRepository,
    private readonly events: ProposalEventRepository,
    private readonly moves: MoveProposalService,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('remind-senders', '7 6 * * *', () => this.remindAll());
  }

  /** Does what is due today for every question that waits. */
  async remindAll(): Promise<void> {
    const today = stockholmDate(this.clock.now());
    const askedBefore = endOfStockholmDay(addDays(today, -REPLY_DAYS.reminder));
    let after: string | null = null;
    let rows;
    do {
      rows = await this.questions.waiting(this.dataSource.manager, askedBefore, after, BATCH);
      for (const { proposalId } of rows)
        await this.dataSource.transaction((manager) => this.remind(manager, proposalId));
      after = rows.at(-1)?.id ?? null;
    } while (rows.length === BATCH);
  }

  private async remind(manager: EntityManager, proposalId: string): Promise<void> {
    await this.proposals.lock(manager, [proposalId]);
    const proposal = await this.proposals.byId(manager, proposalId);
    const [question] = await this.questions.ofProposal(manager, proposalId);
    if (!proposal || !question || !isAsked(question.endedAt, proposal.publicStatus)) return;
    const now = this.clock.now();
    const step = questionStep(
      {
        askedOn: stockholmDate(question.askedAt),
        remindedOn: question.remindedAt && stockholmDate(question.remindedAt),
      },
      stockholmDate(now),
    );
    if (step === 'remind') {
      await this.questions.remind(manager, question.id, now);
      await this.events.append(manager, {
        proposalId,
        at: now,
        type: 'reminded',
        audience: 'staff',
        reason: question.text,
      });
    }
    // What a check has ended already, though not in public, is left to its release.
    if (step === 'end' && proposal.status === 'awaiting-reply')
      await this.moves.move(manager, {
        proposalId,
        to: 'answered',
        actor: null,
        publicText: houseWords['no-reply'][proposal.language],
      });
  }
}
