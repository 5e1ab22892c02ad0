import type { KnownStretch } from '@lofteskartan/shared/contracts/planner';
import type { StretchDetail, StretchWish } from '@lofteskartan/shared/contracts/stretches';
import type { RankingWeights } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { statusFor } from '../proposals/viewer.rules.js';
import { alternativeView } from './alternative.view.js';
import { PlannerAccess } from './planner-access.service.js';
import { PlannerSettingsService } from './planner-settings.service.js';
import { RankingRepository } from './ranking.repository.js';
import { type RankingFacts, RankStretches } from './rank-stretches.service.js';
import { StretchDetailRepository, type WishRow } from './stretch-detail.repository.js';
import { type StretchRecord, StretchRepository } from './stretch.repository.js';
import { suitabilityOf } from './suitability.rules.js';
import { timesOf } from './times.rules.js';

/** What is told of a stretch on which nobody waits. */
type RestingStretch = KnownStretch & Pick<StretchDetail, 'position' | 'latestAt'>;

/** Tells all that the police know of one stretch. */
@Injectable()
export class ReadStretch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: PlannerAccess,
    private readonly settings: PlannerSettingsService,
    private readonly ranking: RankStretches,
    private readonly near: RankingRepository,
    private readonly stretches: StretchRepository,
    private readonly details: StretchDetailRepository,
  ) {}

  /**
   * Also one of which no wish can be read any more: what is named, planned, arranged and measured there is still to be seen to.
   * @throws Refused `not.found` when there is none, or it was merged into another
   */
  async one(staff: StaffMember, slug: string, id: string): Promise<StretchDetail> {
    const { id: municipalityId } = await this.access.open(staff, slug);
    const { manager } = this.dataSource;
    const weights = await this.settings.weights(manager, municipalityId);
    const facts = await this.ranking.facts(municipalityId, weights);
    const [record, wishes, checks, history, alternatives, near] = await Promise.all([
      this.stretches.find(manager, municipalityId, id),
      this.details.wishes(manager, municipalityId, id),
      this.details.checks(manager, municipalityId, id),
      this.details.history(manager, municipalityId, id),
      this.details.alternatives(manager, municipalityId, id),
      this.near.near(manager, municipalityId),
    ]);
    if (!record || record.mergedIntoId !== null) throw new Refused('not.found');
    const place = this.ranking.order(facts, weights).find((each) => each.id === id);
    const base = place
      ? this.ranking.view(place, facts, weights)
      : await this.resting(municipalityId, record, wishes, facts, weights);
    const open = wishes.filter((wish) => wish.waits);
    return Object.assign(base, {
      named: record.name !== null,
      wishList: wishes.map((wish) => wishView(wish, staff, municipalityId)),
      answered: wishes.length - open.length,
      times: timesOf(open.map(({ details }) => details)),
      checkList: checks.map(({ result, ...each }) => ({
        ...each,
        durationMinutes: result.durationMinutes ?? null,
        measured: result.measured ?? null,
        reported: result.reported ?? null,
        method: result.method ?? null,
      })),
      places: near.filter(({ stretchId }) => stretchId === id).map(({ stretchId: _, ...each }) => each),
      assessment: {
        ...suitabilityOf(record, weights),
        safePlace: record.safePlace,
        limitChangeMetres: record.limitChangeMetres,
        roadKeeper: record.roadKeeper,
        note: record.note,
        assessedAt: record.assessedAt?.toISOString() ?? null,
      },
      alternatives: alternatives.map((each) => alternativeView(each, facts.today)),
      history: history.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
    });
  }

  /** A stretch on which nobody waits: it has no place in the order, but its history. */
  private async resting(
    municipalityId: string,
    record: StretchRecord,
    wishes: readonly WishRow[],
    { checks, planned }: RankingFacts,
    weights: RankingWeights,
  ): Promise<RestingStretch> {
    const { manager } = this.dataSource;
    const latestAt = await this.details.lastAskedAt(manager, municipalityId, record.id);
    const place = await this.details.place(manager, municipalityId, record.id);
    const made = checks.get(record.id);
    return {
      id: record.id,
      ...place,
      locality: null,
      rank: 0,
      score: 0,
      points: [],
      reasons: [],
      wishes: 0,
      latestAt: (latestAt ?? wishes[0]?.createdAt)?.toISOString() ?? null,
      near: [],
      checks: made?.checks ?? 0,
      lastCheckOn: made?.lastCheckOn ?? null,
      daysSinceCheck: made ? this.ranking.daysSince(made.lastCheckOn) : null,
      plannedOn: planned.get(record.id) ?? null,
      suitability: suitabilityOf(record, weights).verdict,
      version: record.version,
    };
  }
}

function wishView(wish: WishRow, staff: StaffMember, municipalityId: string): StretchWish {
  const { details } = wish;
  return {
    reference: wish.reference,
    status: statusFor({ ...wish, kind: 'speed-check', municipalityId }, staff),
    open: wish.waits,
    position: [wish.lng, wish.lat],
    roadName: details.roadName ?? null,
    direction: details.direction ?? null,
    description: wish.description,
    weekdays: details.weekdays,
    hourBands: details.hourBands,
    postedLimit: details.postedLimit ?? null,
    problems: details.problems,
    near: details.near,
    people: wish.people,
    version: wish.version,
    createdAt: wish.createdAt.toISOString(),
  };
}
