import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { Clock } from '../../platform/clock.js';
import { addDays, endOfStockholmDay, stockholmDate } from '../../platform/dates.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { ProposalRepository } from '../proposal.repository.js';
import { ReferralMails } from './referral-mails.service.js';
import { ReferralRepository } from './referral.repository.js';
import { dueStep } from './referral.rules.js';

const BATCH = 100;
/** No municipality can choose a shorter time. */
const SHORTEST_DAYS = 7;

/** Reminds bodies that have not answered, and tells case officers when the time is up, or a mail did not arrive. Each morning; a repeat does nothing twice. */
@Injectable()
export class RemindBodies implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly bodies: ResponsibleBodies,
    private readonly proposals: ProposalRepository,
    private readonly referrals: ReferralRepository,
    private readonly events: ProposalEventRepository,
    private readonly mails: ReferralMails,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('remind-bodies', '17 6 * * *', () => this.remindAll());
  }

  /** Does what is due today for every referral that waits. */
  async remindAll(): Promise<void> {
    await this.tellUndelivered();
    const today = stockholmDate(this.clock.now());
    const before = endOfStockholmDay(addDays(today, -SHORTEST_DAYS));
    let after: string | null = null;
    let rows;
    do {
      rows = await this.referrals.waiting(this.dataSource.manager, before, after, BATCH);
      for (const row of rows)
        await this.dataSource.transaction((manager) => this.remind(manager, row.id, row.proposalId));
      after = rows.at(-1)?.id ?? null;
    } while (rows.length === BATCH);
  }

  /** Tells case officers, once, that the mail to a body could not be delivered. */
  private async tellUndelivered(): Promise<void> {
    for (const id of await this.referrals.undelivered(this.dataSource.manager))
      await this.dataSource.transaction((manager) => this.mails.write(manager, 'referral-undelivered', id));
  }

  private async remind(manager: EntityManager, id: string, proposalId: string): Promise<void> {
    await this.proposals.lock(manager, [proposalId]);
    const referral = await this.referrals.byId(manager, id);
    if (!referral || referral.endedAt) return;
    const now = this.clock.now();
    const step = dueStep(
      {
        openedOn: stockholmDate(referral.openedAt),
        reminded: referral.remindedAt !== null,
        overdueTold: referral.overdueAt !== null,
        answered: referral.answeredAt !== null,
      },
      stockholmDate(now),
      await this.bodies.settings(manager, referral.municipalityId),
    );
    if (step === 'remind') {
      await this.referrals.remind(manager, id, now);
      if (referral.mailed) await this.mails.write(manager, 'referral-reminder', id);
      await this.mails.write(manager, 'referral-waits', id);
      await this.events.append(manager, {
        proposalId,
        at: now,
        type: 'referral-reminded',
        audience: 'staff',
        changes: { body: referral.body },
      });
    }
    if (step === 'overdue') {
      await this.referrals.tellOverdue(manager, id, now);
      await this.mails.write(manager, 'referral-overdue', id);
    }
  }
}
