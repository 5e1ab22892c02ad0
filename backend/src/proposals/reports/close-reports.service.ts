import type { StaffReport } from '@lofteskartan/shared/contracts/reports';
import type { ReportOutcome } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { MoveProposalService } from '../move-proposal.service.js';
import { PhotoRepository } from '../photo.repository.js';
import { isStale } from '../proposal-moves.rules.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { PublishProposalService } from '../publish-proposal.service.js';
import { organisationIn } from '../viewer.rules.js';
import { ReportRepository } from './report.repository.js';

/** A decision about reports of one proposal. */
export interface ReportDecision {
  readonly proposal: ProposalRecord;
  /** The reports that were read. */
  readonly reports: readonly string[];
  readonly outcome: ReportOutcome;
  readonly note: string;
  /** The version of the proposal that was read. */
  readonly version: number;
  readonly actor: StaffMember;
}

/** What staff see of reports and do about them. The caller checks that the person works in the proposal's municipality. */
@Injectable()
export class CloseReportsService {
  constructor(
    private readonly clock: Clock,
    private readonly reports: ReportRepository,
    private readonly moving: MoveProposalService,
    private readonly publishing: PublishProposalService,
    private readonly photos: PhotoRepository,
    private readonly events: ProposalEventRepository,
  ) {}

  /** The reports of a proposal, the open ones first. */
  ofProposal(manager: EntityManager, proposalId: string): Promise<StaffReport[]> {
    return this.reports.ofProposal(manager, proposalId);
  }

  /**
   * Carries out what was decided and closes the reports that were read, in the caller's transaction. What came in since stays open.
   * @returns the proposal as it is afterwards
   * @throws Refused `version.stale`; `move.notAllowed` when such a proposal cannot be hidden; `report.closed` when
   *   none of the reports is open any more
   */
  async close(manager: EntityManager, decision: ReportDecision): Promise<ProposalRecord> {
    const { proposal, actor, note, outcome } = decision;
    if (isStale(decision.version, proposal)) throw new Refused('version.stale');
    const after = await this.carryOut(manager, decision);
    const now = this.clock.now();
    const closing = { outcome, note, accountId: actor.accountId, at: now };
    const closed = await this.reports.close(manager, proposal.id, decision.reports, closing);
    if (closed === 0) throw new Refused('report.closed');
    await this.events.append(manager, {
      proposalId: proposal.id,
      at: now,
      type: 'report-closed',
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, proposal.municipalityId),
      reason: note,
      changes: { outcome, reports: closed },
    });
    return after;
  }

  private async carryOut(
    manager: EntityManager,
    { proposal, outcome, note, version, actor }: ReportDecision,
  ): Promise<ProposalRecord> {
    if (outcome === 'hidden' && proposal.status !== 'hidden')
      return this.moving.move(manager, { proposalId: proposal.id, to: 'hidden', version, actor });
    if (outcome !== 'kept-back') return proposal;
    const photos = await this.photos.ofProposal(manager, proposal.id);
    return this.publishing.publish(manager, {
      proposalId: proposal.id,
      version,
      text: 'keep-back',
      photos: photos.filter(({ secret }) => !secret).map(({ id }) => ({ id, decision: 'keep-back' })),
      reason: note,
      actor,
    });
  }
}
