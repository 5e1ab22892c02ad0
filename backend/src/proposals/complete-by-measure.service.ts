import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import type { StaffMember } from '../platform/staff-member.js';
import { completedFields, restoredStatus } from './completion.rules.js';
import { CompletionRepository } from './completion.repository.js';
import { measureNotDone, mistakenMeasure } from './house-words.js';
import { MoveEffects } from './move-effects.service.js';
import { MoveProposalService, type ProposalMove } from './move-proposal.service.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalCases } from './proposal-cases.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { organisationIn } from './viewer.rules.js';

/** A measure that is done at a place without being evidence for a commitment, and the proposals about it. */
export interface DoneMeasure {
  readonly measureId: string;
  readonly municipalityId: string;
  readonly proposalIds: readonly string[];
  /** Those among them that more is to be done about: they are told, and stay open. */
  readonly waitingIds: readonly string[];
  /** `YYYY-MM-DD` */
  readonly doneOn: string;
  readonly publicText: string;
  readonly actor: StaffMember;
  readonly now: Date;
}

/**
 * Moves the open ones among the proposals to `done` when a measure is done about their place and nothing more waits there, and says so in public: those behind them are
 * told and asked how it is now. Nothing is counted by it. One that is gathered stands for its case, as when an activity is confirmed.
 */
@Injectable()
export class CompleteByMeasure {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly cases: ProposalCases,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
    private readonly completions: CompletionRepository,
    private readonly moving: MoveProposalService,
    private readonly effects: MoveEffects,
    private readonly clock: Clock,
  ) {}

  async done(manager: EntityManager, measure: DoneMeasure): Promise<void> {
    const { measureId, doneOn, publicText, actor, municipalityId, now } = measure;
    const ids = await this.cases.lockWithLeaders(manager, measure.proposalIds);
    // Who leads one that waits waits with it.
    const waiting = await this.cases.lockWithLeaders(manager, measure.waitingIds);
    for (const id of ids) {
      const before = await this.proposals.byId(manager, id);
      if (!before) continue;
      const ends = !waiting.includes(id);
      const fields = ends && completedFields(before, { occurredOn: doneOn, embargoed: false });
      if (fields) {
        await this.proposals.saveMove(manager, { ...before, ...fields }, now);
        await this.effects.of(manager, before, { proposalId: id, to: 'done', actor }, now);
      }
      await this.events.append(manager, {
        proposalId: id,
        at: now,
        type: 'measure-done',
        audience: 'public',
        actorAccountId: actor.accountId,
        organisationId: organisationIn(actor, municipalityId),
        fromStatus: before.status,
        toStatus: fields ? fields.status : before.status,
        publicText,
        changes: { measureId, doneOn },
      });
      await this.projection.project(manager, id, now);
    }
  }

  /**
   * Says of proposals that whoever did the measure may not know of that something was done where they are. Nobody else reads it, they stay as they are, and
   * those who may know of them decide. The house says it, once: who did it never learns that they are there.
   */
  async noteUnknown(
    manager: EntityManager,
    proposalIds: readonly string[],
    { measureId, doneOn, now }: Pick<DoneMeasure, 'measureId' | 'doneOn' | 'now'>,
  ): Promise<void> {
    if (proposalIds.length === 0) return;
    await this.proposals.lock(manager, proposalIds);
    const noted = (await this.completions.notedOf(manager, [measureId])).map((each) => each.proposalId);
    for (const proposalId of proposalIds.filter((id) => !noted.includes(id)))
      await this.note(manager, proposalId, { type: 'measure-done', changes: { measureId, doneOn } }, now);
  }

  /** The house says something to the staff of a proposal that stays as it is. */
  private async note(
    manager: EntityManager,
    proposalId: string,
    said: { readonly type: 'measure-done' | 'measure-withdrawn'; readonly changes: object },
    now: Date,
  ): Promise<void> {
    const proposal = await this.proposals.byId(manager, proposalId);
    if (!proposal) return;
    const { status } = proposal;
    const stays = { fromStatus: status, toStatus: status };
    await this.events.append(manager, { proposalId, at: now, audience: 'staff', ...stays, ...said });
  }

  /**
   * Opens again what measures ended that were reported by mistake, as what it was before, with why; what was done otherwise since stays done.
   * Everyone who reads of the measure reads that it was a mistake, also where it ended nothing.
   */
  async undone(
    manager: EntityManager,
    measureIds: readonly string[],
    { actor, reason }: { readonly actor: StaffMember; readonly reason: string },
  ): Promise<void> {
    const ended = await this.completions.endedByMeasures(manager, measureIds);
    for (const { proposalId, fromStatus } of ended) {
      const before = await this.proposals.byId(manager, proposalId);
      if (!before) continue;
      const to = restoredStatus(fromStatus);
      const publicText = mistakenMeasure[before.language];
      const move = { proposalId, to, actor, reason, publicText };
      if (to === 'under-review') await this.moving.move(manager, move);
      else await this.restore(manager, { ...move, to });
    }
    for (const told of await this.completions.toldOf(manager, measureIds))
      if (!ended.some(({ proposalId }) => proposalId === told.proposalId))
        await this.correct(manager, told, { actor, reason });
    await this.unknownUndone(manager, measureIds);
  }

  /** Takes back what staff alone were told of: nothing was done where those proposals are. The house says it, without the words of whoever took it back. */
  private async unknownUndone(manager: EntityManager, measureIds: readonly string[]): Promise<void> {
    const noted = await this.completions.notedOf(manager, measureIds);
    const ids = noted.map(({ proposalId }) => proposalId);
    await this.proposals.lock(manager, ids);
    for (const { proposalId, measureId } of noted) {
      const said = { type: 'measure-withdrawn', changes: { measureId } } as const;
      await this.note(manager, proposalId, said, this.clock.now());
    }
  }

  /** Says of a proposal that stays as it is that what its people were told was a mistake. */
  private async correct(
    manager: EntityManager,
    { proposalId, measureId }: { readonly proposalId: string; readonly measureId: string },
    { actor, reason }: { readonly actor: StaffMember; readonly reason: string },
  ): Promise<void> {
    const now = this.clock.now();
    await this.proposals.lock(manager, [proposalId]);
    const proposal = await this.proposals.byId(manager, proposalId);
    if (!proposal) return;
    const { municipalityId, publicStatus, language } = proposal;
    await this.events.append(manager, {
      proposalId,
      at: now,
      type: 'measure-withdrawn',
      audience: 'public',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, municipalityId),
      fromStatus: publicStatus,
      toStatus: publicStatus,
      publicText: measureNotDone[language],
      reason,
      changes: { measureId },
    });
    await this.projection.project(manager, proposalId, now);
  }

  /** Gives a proposal back the commitment that it had before it ended. */
  private async restore(
    manager: EntityManager,
    move: ProposalMove & { readonly to: 'committed' | 'planned'; readonly actor: StaffMember },
  ): Promise<void> {
    const { proposalId, to, actor, reason, publicText } = move;
    const now = this.clock.now();
    await this.cases.lockWithLeaders(manager, [proposalId]);
    const before = await this.proposals.byId(manager, proposalId);
    if (!before) return;
    const fields = { status: to, publicStatus: to, doneOn: null, publicDoneOn: null };
    await this.proposals.saveMove(manager, { ...before, ...fields }, now);
    await this.events.append(manager, {
      proposalId,
      at: now,
      type: 'reopened',
      audience: 'public',
      actorAccountId: actor.accountId,
      organisationId: organisationIn(actor, before.municipalityId),
      fromStatus: before.status,
      toStatus: to,
      publicText,
      reason,
    });
    await this.effects.endsNoMore(manager, proposalId, { reason, actor }, now);
    await this.projection.project(manager, proposalId, now);
  }
}
