import type { LocalityBalance, RankedStretch } from '@lofteskartan/shared/contracts/planner';
import type { RankingWeights } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { addMonths, daysBetween, stockholmDate } from '../platform/dates.js';
import { balanced, type LocalityCounts } from './balance.rules.js';
import { GatherWishes } from './gather-wishes.service.js';
import { PlanRepository } from './plan.repository.js';
import { type LocalityFacts, type Ranked, ranked, type StretchFacts } from './ranking.rules.js';
import { RankingRepository, type StretchRow } from './ranking.repository.js';
import { suitabilityOf } from './suitability.rules.js';

/** All that the order of a municipality's stretches is made of. */
export interface RankingFacts {
  readonly rows: ReadonlyMap<string, StretchRow>;
  readonly facts: readonly StretchFacts[];
  readonly localities: ReadonlyMap<string, LocalityFacts & LocalityCounts>;
  readonly checks: ReadonlyMap<string, { readonly checks: number; readonly lastCheckOn: string }>;
  /** When the next check is planned, by stretch. */
  readonly planned: ReadonlyMap<string, string>;
  /** Europe/Stockholm, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Puts stretches in their order. */
@Injectable()
export class RankStretches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly gathering: GatherWishes,
    private readonly repository: RankingRepository,
    private readonly plan: PlanRepository,
  ) {}

  /** Gathers what is loose, and reads what the order is made of. */
  async facts(municipalityId: string, weights: RankingWeights): Promise<RankingFacts> {
    await this.gathering.upToDate(municipalityId);
    const now = this.clock.now();
    const today = stockholmDate(now);
    const { manager } = this.dataSource;
    const { halfLifeDays } = weights;
    const [stretches, checks, near, localities, planned] = await Promise.all([
      this.repository.stretches(manager, municipalityId, { now, halfLifeDays }),
      this.repository.checks(manager, municipalityId),
      this.repository.near(manager, municipalityId),
      this.repository.localities(manager, municipalityId, addMonths(today, -12)),
      this.plan.upcoming(manager, municipalityId, today),
    ]);
    const checksOf = new Map(checks.map(({ stretchId, ...each }) => [stretchId, each]));
    const listed = new Map<string, Set<StretchRow['near'][number]>>();
    for (const { stretchId, as } of near) listed.set(stretchId, (listed.get(stretchId) ?? new Set()).add(as));
    const rows = stretches.map((row) => ({
      ...row,
      near: [...new Set([...row.near, ...(listed.get(row.id) ?? [])])],
    }));
    const asking = new Map<string, number>();
    for (const { localityId, people } of rows)
      if (localityId) asking.set(localityId, (asking.get(localityId) ?? 0) + people);
    return {
      rows: new Map(rows.map((row) => [row.id, row])),
      facts: rows.map((row) => ({ ...row, lastCheckOn: checksOf.get(row.id)?.lastCheckOn ?? null })),
      localities: balanced(localities.map((each) => ({ ...each, people: asking.get(each.id) ?? 0 }))),
      checks: checksOf,
      planned,
      today,
    };
  }

  /** The order that weights make of facts. */
  order({ facts, localities, today }: RankingFacts, weights: RankingWeights): Ranked[] {
    return ranked(facts, localities, weights, today);
  }

  /** A stretch of the order as the police read it. */
  view(place: Ranked, facts: RankingFacts, weights: RankingWeights): RankedStretch {
    const row = facts.rows.get(place.id);
    if (!row) throw new Error('A stretch was ranked that was not read');
    const locality = row.localityId === null ? undefined : facts.localities.get(row.localityId);
    const made = facts.checks.get(row.id);
    return {
      ...place,
      name: row.name ?? row.road,
      locality: locality?.slug ?? null,
      localityName: locality?.name ?? null,
      position: [row.lng, row.lat],
      people: row.people,
      wishes: row.wishes,
      latestAt: row.latestAt.toISOString(),
      postedLimit: row.postedLimit,
      problems: row.problems,
      near: row.near,
      checks: made?.checks ?? 0,
      lastCheckOn: made?.lastCheckOn ?? null,
      daysSinceCheck: made ? daysBetween(made.lastCheckOn, facts.today) : null,
      plannedOn: facts.planned.get(row.id) ?? null,
      suitability: suitabilityOf(row, weights).verdict,
      version: row.version,
    };
  }

  /** Days from a date to today. */
  daysSince(date: string): number {
    return daysBetween(date, stockholmDate(this.clock.now()));
  }

  /** How checks are spread over the localities, those with the fewest for their share first. */
  balance({ localities }: RankingFacts): LocalityBalance[] {
    return [...localities.values()]
      .sort((one, other) => one.checks - one.expected - (other.checks - other.expected))
      .map(({ slug, name, people, checks, expected, shareOf }) => ({
        slug,
        name,
        people,
        checks,
        expected: Math.round(expected * 10) / 10,
        shareOf,
      }));
  }
}
