import type { ReportProposal, ReportReceipt } from '@lofteskartan/shared/contracts/reports';
import { isTrapFilled } from '@lofteskartan/shared/trap';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Quarantine } from '../../platform/quarantine/quarantine.js';
import { Reply } from '../../platform/reply.js';
import { HoldTexts } from '../block-list/hold-texts.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { ProposalRepository } from '../proposal.repository.js';
import { publicNow } from '../publication.rules.js';
import { ReportRepository } from './report.repository.js';

/** A report of the proposal of an id. */
interface Told {
  readonly id: string;
  readonly municipalityId: string;
  readonly reason: ReportProposal['reason'];
  readonly text: string | null;
}

/** The same as it lies in quarantine. */
type Held = Told & { readonly reference: string };

/** "This should not be shown": anyone may tell staff so. */
@Injectable()
export class ReportProposalService implements OnModuleInit {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly events: ProposalEventRepository,
    private readonly reports: ReportRepository,
    private readonly held: HoldTexts,
    private readonly quarantine: Quarantine,
  ) {}

  onModuleInit(): void {
    this.quarantine.restoreWith('report', {
      tell: (payload) => {
        const { reference, text } = JSON.parse(payload) as Held;
        return { reference, words: text === null ? [] : [text], hasAddress: false };
      },
      restore: (manager, payload, at) => this.keep(manager, JSON.parse(payload) as Held, at),
    });
  }

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
        const report = { id, municipalityId, reason: given.reason, text: given.text?.trim() ?? null };
        if (isTrapFilled(given)) {
          const payload: Held = { ...report, reference: proposal.reference };
          await this.quarantine.keep(manager, { kind: 'report', municipalityId, payload, at: now });
        } else await this.keep(manager, report, now);
        return new Reply(201, { reference: proposal.reference, createdAt: now.toISOString() });
      },
    });
  }

  private async keep(
    manager: EntityManager,
    { id, municipalityId, reason, text }: Told,
    at: Date,
  ): Promise<void> {
    await this.reports.add(manager, { proposalId: id, municipalityId, reason, text, createdAt: at });
    await this.events.append(manager, { proposalId: id, at, type: 'reported', audience: 'staff', reason });
    await this.held.look(manager, id, 'report', text);
  }
}
