import type { CasePresence, CasePresencePage } from '@lofteskartan/shared/contracts/presences';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import type { StaffMember } from '../platform/staff-member.js';
import { CasePresenceRepository } from './case-presence.repository.js';
import { queueScope } from './queue.rules.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import type { TriageViewer } from './triage-item.view.js';

/** A page says every half minute that it is open; after three times without a word it is closed. */
const openForMs = 90_000;

/** Who has which proposal open: for colleagues of the same municipality, now, and never afterwards. */
@Injectable()
export class CasePresenceService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    private readonly reading: ReadTriageProposalService,
    private readonly presences: CasePresenceRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-case-presences', '*/5 * * * *', () => this.presences.forget(this.since()));
  }

  /**
   * Says that one has a proposal open. @returns who else has
   * @throws Refused `not.found`
   */
  async open(viewer: TriageViewer, reference: string): Promise<CasePresence> {
    const record = await this.reading.own(this.dataSource.manager, viewer, reference);
    const { accountId } = viewer.staff;
    const proposal = { proposalId: record.id, municipalityId: record.municipalityId };
    await this.presences.seen(proposal, accountId, this.clock.now(), this.since());
    const open = await this.presences.others(
      { ...queueScope(viewer.staff), municipalityIds: [record.municipalityId] },
      accountId,
      this.since(),
    );
    return (
      open.find((each) => each.reference === record.reference) ?? { reference: record.reference, names: [] }
    );
  }

  /**
   * Says that one has closed it.
   * @throws Refused `not.found`
   */
  async close(viewer: TriageViewer, reference: string): Promise<void> {
    const { id } = await this.reading.own(this.dataSource.manager, viewer, reference);
    await this.presences.gone(id, viewer.staff.accountId);
  }

  /** What colleagues have open in one's own municipalities. */
  async all(staff: StaffMember): Promise<CasePresencePage> {
    return {
      items: await this.presences.others(queueScope(staff), staff.accountId, this.since()),
      nextCursor: null,
    };
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - openForMs);
  }
}
