import type { RankPreview, StretchQuery, StretchRanking } from '@lofteskartan/shared/contracts/planner';
import type { RankingWeights } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PlannerAccess } from './planner-access.service.js';
import { PlannerSettingsService, refuseDemandAlone } from './planner-settings.service.js';
import { RankStretches } from './rank-stretches.service.js';

/** How much of the new order a preview shows, and of the old one that it pushes out. */
const previewed = 15;

/** Tells the order of stretches, and how other weights would change it. */
@Injectable()
export class ReadRanking {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: PlannerAccess,
    private readonly settings: PlannerSettingsService,
    private readonly ranking: RankStretches,
  ) {}

  /** @throws Refused `not.found`, `input.invalid` */
  async list(staff: StaffMember, slug: string, query: StretchQuery): Promise<StretchRanking> {
    const { id } = await this.access.open(staff, slug);
    const [after = 0] = readCursor(query.cursor, ['integer']) ?? [];
    const weights = await this.settings.weights(this.dataSource.manager, id);
    const facts = await this.ranking.facts(id, weights);
    const order = this.ranking.order(facts, weights);
    const asked = order.filter(
      (each) =>
        each.rank > Number(after) && (!query.locality || localitySlug(facts, each.id) === query.locality),
    );
    const rows = asked.slice(0, pageSize(query.limit) + 1);
    const page = pageOf(rows, query.limit, ({ rank }) => [rank]);
    return {
      items: page.rows.map((each) => this.ranking.view(each, facts, weights)),
      nextCursor: page.nextCursor,
      total: order.length,
      localities: this.ranking.balance(facts),
    };
  }

  /** @throws Refused `not.found`; `input.invalid` when demand alone would decide */
  async preview(staff: StaffMember, slug: string, weights: RankingWeights): Promise<RankPreview> {
    const { id } = await this.access.open(staff, slug);
    refuseDemandAlone(weights);
    const held = await this.settings.weights(this.dataSource.manager, id);
    const before = await this.ranking.facts(id, held);
    const sameDecay = held.halfLifeDays === weights.halfLifeDays;
    const after = sameDecay ? before : await this.ranking.facts(id, weights);
    const now = new Map(this.ranking.order(before, held).map((each) => [each.id, each]));
    const changes = this.ranking.order(after, weights).flatMap((then) => {
      const place = now.get(then.id);
      if (!place) return [];
      const { name, localityName } = this.ranking.view(then, after, weights);
      return [
        {
          id: then.id,
          name,
          localityName,
          rankNow: place.rank,
          rankThen: then.rank,
          scoreNow: place.score,
          scoreThen: then.score,
        },
      ];
    });
    return {
      items: changes.filter(({ rankNow, rankThen }) => Math.min(rankNow, rankThen) <= previewed),
      moved: changes.filter(({ rankNow, rankThen }) => rankNow !== rankThen).length,
      total: changes.length,
    };
  }
}

function localitySlug(facts: Awaited<ReturnType<RankStretches['facts']>>, id: string): string | undefined {
  const localityId = facts.rows.get(id)?.localityId;
  return localityId ? facts.localities.get(localityId)?.slug : undefined;
}
