import type { ReportProposal, ReportReceipt } from '@lofteskartan/shared/contracts/reports';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import { HoldTexts } from '../block-list/hold-texts.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { ProposalRepository } from '../proposal.repository.js';
import { publicNow } from '../publication.rules.js';
import { ReportRepository } from './report.repository.js';

/** "This should not be shown": anyone may tell staff so. */
@Injectable()
export class ReportProposalService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly events: ProposalEventRepository,
    private readonly reports: ReportRepository,
    private readonly held: HoldTexts,
  ) {}

  /**
   * Keeps a report of a public proposal. Nothing that is public changes, and who reported is not kept.
   * @throws Refused `proposal.notFound`, alike for a number that never was and one that does not show in public
   */
  report(reference: string, key: string, given: ReportProposal): Promise<Reply<ReportReceipt>> {
    const number = reference.toUpperCase();
    return this.idempotency.run({
      key,
      route: `POST /proposals/${number}/reports`,
      caller: 'public',
      body: given,
      work: async (manager) => {
        const proposal = await this.proposals.byReference(manager, number);
        if (!proposal || !publicNow(proposal)) throw new Refused('proposal.notFound');
        const now = this.clock.now();
        const { id, municipalityId } = proposal;
        const text = given.text?.trim() ?? null;
        await this.reports.add(manager, {
          proposalId: id,
          municipalityId,
          reason: given.reason,
          text,
          createdAt: now,
        });
        await this.events.append(manager, {
          proposalId: id,
          at: now,
          type: 'reported',
          audience: 'staff',
          reason: given.reason,
        });
        await this.held.look(manager, id, 'report', text);
        return new Reply(201, { reference: proposal.reference, createdAt: now.toISOString() });
      },
    });
  }
}
