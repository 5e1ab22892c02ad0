import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../platform/idempotency/canonical-json.js';
import { PublicNews } from '../platform/mail/public-news.js';
import { photoAddresses } from './photo.rules.js';
import { emptyDetails, isListedStatus, publicShape, publicWords } from './publication.rules.js';
import { ProjectionRepository, type ProjectionFacts, type PublicRow } from './projection.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import type { SnappedPosition } from './proposal.repository.js';
import { CallRepository } from './on-behalf/call.repository.js';
import { answeredSince, waitsAgainSince } from './public/answer-ledger.rules.js';
import { MapGrid } from './public/map-grid.js';
import type { GridPoint } from './public/map-grid.rules.js';
import { latestAnswer, storyOf } from './story.rules.js';

/** Keeps `public_proposals`, the only table that public answers read, in step with the private rows. */
@Injectable()
export class ProjectProposal {
  constructor(
    private readonly repository: ProjectionRepository,
    private readonly mapGrid: MapGrid,
    private readonly publicNews: PublicNews,
    private readonly calls: CallRepository,
  ) {}

  /**
   * Rewrites or removes the public row of a proposal and tells the map, in the caller's transaction, which holds the lock
   * on the private row. `updated_at` changes only when something else changed than the numbers of supporters and of those
   * gathered under it, and whether the sender has been called: none is news from those who answer.
   */
  async project(manager: EntityManager, proposalId: string, now: Date): Promise<void> {
    const facts = await this.repository.facts(manager, proposalId);
    if (!facts) return;
    const before = facts.now;
    const after = publicRow(facts, await this.settleCalls(manager, facts));
    if (!after) {
      if (before) await this.repository.remove(manager, proposalId);
    } else if (!before || news(before) !== news(after)) {
      await this.repository.write(manager, after, now);
    } else {
      if (before.supportCount !== after.supportCount)
        await this.repository.recountSupport(manager, proposalId);
      if (before.gatheredCount !== after.gatheredCount)
        await this.repository.saveGathered(manager, proposalId, after.gatheredCount);
      if (before.toCall !== after.toCall) await this.repository.saveToCall(manager, proposalId, after.toCall);
    }
    await this.mapGrid.record(manager, gridPoint(before), gridPoint(after));
    if (after?.listed && !before) await this.publicNews.announce(manager, 'proposal', proposalId);
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
        supportCount: 1,
        gatheredCount: 0,
        duplicateOf: null,
        now: null,
      },
      false,
    );
    if (!row) return;
    await this.repository.write(manager, row, at);
    await this.mapGrid.record(manager, null, gridPoint(row));
    if (row.listed) await this.publicNews.announce(manager, 'proposal', row.proposalId);
  }

  /** The public row that a proposal makes now, whether or not it is written yet; null when nothing is public. */
  async publicView(manager: EntityManager, proposalId: string): Promise<PublicRow | null> {
    const facts = await this.repository.facts(manager, proposalId);
    return facts && publicRow(facts, facts.now?.toCall ?? false);
  }

  /** Whom of a case somebody is to call, after the answer that stands now. @returns whether the proposal's own sender is one of them */
  private async settleCalls(manager: EntityManager, { proposal, events }: ProjectionFacts): Promise<boolean> {
    // Who sent a gathered proposal is told what its leader is answered.
    if (proposal.publicStatus === 'duplicate') return false;
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

/** The public row that the facts make, or null when nothing is public. */
function publicRow(
  { proposal, snapped, photos, events, supportCount, gatheredCount, duplicateOf }: ProjectionFacts,
  toCall: boolean,
): PublicRow | null {
  const shape = publicShape(proposal);
  if (shape === 'none') return null;
  const same = {
    proposalId: proposal.id,
    reference: proposal.reference,
    municipalityId: proposal.municipalityId,
    municipality: proposal.municipality,
    kind: proposal.kind,
    createdAt: proposal.createdAt,
  };
  if (shape === 'pointer' || !isListedStatus(proposal.publicStatus)) {
    const nothing = {
      locality: null,
      lng: null,
      lat: null,
      placeName: null,
      description: null,
      textEdited: false,
      commitmentId: null,
      responsible: null,
      latestAnswer: null,
      answeredAt: null,
      waitsAgainSince: null,
      answerDueAt: null,
      toCall: false,
      doneOn: null,
    };
    const details = emptyDetails(proposal.kind, proposal.details);
    return {
      ...same,
      ...nothing,
      status: 'duplicate',
      listed: false,
      details,
      supportCount: 0,
      gatheredCount: 0,
      duplicateOf,
      photos: [],
      events: [],
    };
  }
  const story = storyOf(events, 'public');
  const answer = latestAnswer(story);
  const waitsSince = waitsAgainSince(story);
  return {
    ...same,
    ...publicWords(proposal),
    locality: proposal.locality,
    status: proposal.publicStatus,
    listed: true,
    lng: snapped?.lng ?? null,
    lat: snapped?.lat ?? null,
    supportCount,
    gatheredCount,
    commitmentId: proposal.commitmentId,
    responsible: proposal.responsible,
    duplicateOf: null,
    latestAnswer: answer,
    answeredAt: answer ? new Date(answer.at) : null,
    waitsAgainSince: waitsSince === null ? null : new Date(waitsSince),
    answerDueAt: proposal.answerDueAt,
    toCall,
    photos: photos.map(({ id, address, width, height }) => ({
      id,
      ...photoAddresses(address),
      width,
      height,
    })),
    events: story,
    doneOn: proposal.publicDoneOn,
  };
}

/** A public row as text, without the number of supporters and whether somebody is still to be called: neither is news. */
const news = (row: PublicRow): string =>
  canonicalJson({ ...row, supportCount: 0, gatheredCount: 0, toCall: false });

function gridPoint(row: PublicRow | null): GridPoint | null {
  if (!row || row.status === 'duplicate' || row.lng === null || row.lat === null) return null;
  return {
    municipalityId: row.municipalityId,
    kind: row.kind,
    status: row.status,
    lng: row.lng,
    lat: row.lat,
  };
}
