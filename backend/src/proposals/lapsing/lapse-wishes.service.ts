import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { addDays, addMonths, endOfStockholmDay, stockholmDate } from '../../platform/dates.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { houseWords } from '../house-words.js';
import { MoveProposalService } from '../move-proposal.service.js';
import { ProposalRepository } from '../proposal.repository.js';
import { lapse, WISH_MONTHS } from './lapsing.rules.js';
import { WishRepository } from './wish.repository.js';

const BATCH = 100;

/** Ends wishes that hold no longer, each with an answer that says how to ask again. Each morning; a repeat does nothing twice. */
@Injectable()
export class LapseWishes implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly proposals: ProposalRepository,
    private readonly wishes: WishRepository,
    private readonly moves: MoveProposalService,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('lapse-wishes', '37 5 * * *', () => this.lapseAll());
  }

  /** Ends every wish that holds no longer today. */
  async lapseAll(): Promise<void> {
    const today = stockholmDate(this.clock.now());
    // A day more than needed: the months' lengths differ, and each wish is asked about by itself.
    const wishedBefore = endOfStockholmDay(addDays(addMonths(today, -WISH_MONTHS.lapses), 1));
    let after: string | null = null;
    let ids: string[];
    do {
      ids = await this.wishes.candidates(this.dataSource.manager, { wishedBefore, today }, after, BATCH);
      for (const id of ids) await this.dataSource.transaction((manager) => this.lapseOne(manager, id));
      after = ids.at(-1) ?? null;
    } while (ids.length === BATCH);
  }

  private async lapseOne(manager: EntityManager, id: string): Promise<void> {
    await this.proposals.lock(manager, [id]);
    const proposal = await this.proposals.byId(manager, id);
    if (!proposal) return;
    const { wishedAt, promise } = await this.wishes.facts(manager, id);
    const today = stockholmDate(this.clock.now());
    const why = lapse({ ...proposal, wishedOn: stockholmDate(wishedAt), promise }, today);
    if (!why) return;
    const publicText = houseWords[why][proposal.language];
    await this.moves.move(manager, { proposalId: id, to: 'answered', actor: null, publicText });
  }
}
