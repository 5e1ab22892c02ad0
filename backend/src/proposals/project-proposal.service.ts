import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { PublicNews } from '../platform/mail/public-news.js';
import { CaseRepository } from './case.repository.js';
import { ProjectionRepository, type ProjectionFacts, type PublicRow } from './projection.repository.js';
import { gridPoint, news, publicRow, withoutPosition } from './public-row.view.js';
import type { ProposalRecord } from './proposal-record.js';
import type { SnappedPosition } from './proposal.repository.js';
import { CallRepository } from './on-behalf/call.repository.js';
import { answeredSince } from './public/answer-ledger.rules.js';
import { MapGrid } from './public/map-grid.js';
import { storyOf } from './story.rules.js';

/** Keeps `public_proposals`, the only table that public answers read, in step with the private rows. */
@Injectable()
export class ProjectProposal {
  constructor(
    private readonly repository: ProjectionRepository,
    private readonly mapGrid: MapGrid,
    private readonly publicNews: PublicNews,
    private readonly calls: CallRepository,
    private readonly cases: CaseRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Rewrites or removes the public row of a proposal and tells the map, in the caller's transaction, which holds the lock
   * on the private row. `updated_at` changes only when something else changed than the numbers of supporters and of those
   * gathered under it, and of those still to be called: none is news from those who answer.
   */
  async project(manager: EntityManager, proposalId: string, now: Date): Promise<void> {
    const facts = await this.repository.facts(manager, proposalId);
    if (!facts) return;
    const before = facts.now;
    const after = publicRow(facts, await this.settleCalls(manager, facts), now);
    if (!after) {
      if (before) await this.repository.remove(manager, proposalId);
    } else if (before && after.lng === null && news(withoutPosition(before)) === news(after)) {
      if (before.lng !== null) await this.repository.leaveMap(manager, proposalId);
      await this.recount(manager, before, after);
    } else if (!before || news(before) !== news(after)) {
      await this.repository.write(manager, after, now);
    } else await this.recount(manager, before, after);
    await this.mapGrid.record(manager, gridPoint(before), gridPoint(after));
    if (after?.listed && !before) await this.publicNews.announce(manager, 'proposal', proposalId);
  }

  /** Keeps the figures that are no news. */
  private async recount(manager: EntityManager, before: PublicRow, after: PublicRow): Promise<void> {
    const { proposalId } = after;
    if (before.supportCount !== after.supportCount) await this.repository.recountSupport(manager, proposalId);
    if (before.gatheredCount !== after.gatheredCount)
      await this.repository.saveGathered(manager, proposalId, after.gatheredCount);
    if (before.toCall !== after.toCall) await this.repository.saveToCall(manager, proposalId, after.toCall);
  }

  /** The same for a proposal that came in a moment ago in this transaction: everything about it is at hand. */
  async projectNew(
    manager: EntityManager,
    proposal: ProposalRecord,
    snapped: SnappedPosition | null,
  ): Promise<void> {
    const { createdAt: at } = proposal;
    const received = {
      at,
      type: 'received',
      toStatus: 'received',
      publicText: null,
      organisation: null,
    } as const;
    const row = publicRow(
      {
        proposal,
        snapped,
        photos: [],
        events: [received],
        pinMonths: 0,
        supportCount: 1,
        gatheredCount: 0,
        duplicateOf: null,
        now: null,
      },
      0,
      at,
    );
    if (!row) return;
    await this.repository.write(manager, row, at);
    await this.mapGrid.record(manager, null, gridPoint(row));
    if (row.listed) await this.publicNews.announce(manager, 'proposal', row.proposalId);
  }

  /** The public row that a proposal makes now, whether or not it is written yet; null when nothing is public. */
  async publicView(manager: EntityManager, proposalId: string): Promise<PublicRow | null> {
    const facts = await this.repository.facts(manager, proposalId);
    return facts && publicRow(facts, facts.now?.toCall ?? 0, this.clock.now());
  }

  /** The same for a proposal and for the one that leads its case; the caller holds the locks on both. */
  async projectCase(manager: EntityManager, proposalId: string, now: Date): Promise<void> {
    await this.project(manager, proposalId, now);
    const leader = (await this.cases.leaders(manager, proposalId)).at(-1);
    if (leader !== undefined && leader !== proposalId) await this.project(manager, leader, now);
  }

  /** Whom of a case somebody is to call, after the answer that stands now. @returns how many */
  private async settleCalls(manager: EntityManager, { proposal, events }: ProjectionFacts): Promise<number> {
    // Who sent a gathered proposal is told what its leader is answered.
    if (proposal.publicStatus === 'duplicate') return 0;
    const since = answeredSince(proposal.publicStatus, storyOf(events, 'public'));
    return this.calls.settle(manager, proposal.id, since === null ? null : new Date(since));
  }

  /**
   * Counts anew who stands behind a case; the caller holds the lock on its leader.
   * @returns how many, or null when the leader is not listed
   */
  recountSupport(manager: EntityManager, leaderId: string): Promise<number | null> {
    return this.repository.recountSupport(manager, leaderId);
  }
}
