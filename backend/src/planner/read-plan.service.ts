import type { PlannedCheck, PlanWeek, PlanTarget } from '@lofteskartan/shared/contracts/planned-checks';
import type { RankedStretch } from '@lofteskartan/shared/contracts/planner';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { addDays, isIsoDate, stockholmDate } from '../platform/dates.js';
import { invalidField } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PlannerAccess } from './planner-access.service.js';
import { PlannerSettingsRepository } from './planner-settings.repository.js';
import { PlannerSettingsService } from './planner-settings.service.js';
import { PlanRepository, type PlannedCheckRow } from './plan.repository.js';
import { mondayOf, proposed, targetLeft } from './plan.rules.js';
import { RankStretches } from './rank-stretches.service.js';
import { StretchDetailRepository } from './stretch-detail.repository.js';
import { timesOf } from './times.rules.js';

/** How many of the order are looked at for a week. */
const lookedAt = 40;

/** Tells a week of the plan: what is planned, what is left of the promise, and what could be planned. */
@Injectable()
export class ReadPlan {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PlannerAccess,
    private readonly settings: PlannerSettingsService,
    private readonly switches: PlannerSettingsRepository,
    private readonly ranking: RankStretches,
    private readonly details: StretchDetailRepository,
    private readonly plan: PlanRepository,
  ) {}

  /** @throws Refused `not.found`; `input.invalid` when it is no date */
  async week(staff: StaffMember, slug: string, day: string): Promise<PlanWeek> {
    const { id } = await this.access.open(staff, slug);
    if (!isIsoDate(day)) throw invalidField('week', 'notADate');
    const { manager } = this.dataSource;
    const now = this.clock.now();
    const today = stockholmDate(now);
    const monday = mondayOf(day);
    // A check of a week to come counts towards the promise that holds then, and not towards one that has ended.
    const target = await this.target(id, monday > today ? monday : today);
    const nothing = { week: monday, target, checks: [], suggestions: [] };
    if (!(await this.switches.find(manager, id))?.planSince) return { ...nothing, on: false };
    const weights = await this.settings.weights(manager, id);
    const facts = await this.ranking.facts(id, weights);
    const order = this.ranking.order(facts, weights).map((each) => this.ranking.view(each, facts, weights));
    const stretches = new Map(order.map((each) => [each.id, each]));
    const rows = await this.plan.between(manager, id, { from: monday, to: addDays(monday, 6) });
    const checks: PlannedCheck[] = [];
    for (const row of rows)
      checks.push(
        checkView(
          row,
          stretches.get(row.stretchId) ?? (await this.details.place(manager, id, row.stretchId)),
        ),
      );
    const suggestions = await this.suggested(id, order, {
      monday,
      now,
      rows,
      wanted: target?.thisWeek ?? 0,
    });
    return { ...nothing, on: true, checks, suggestions };
  }

  private async target(municipalityId: string, day: string): Promise<PlanTarget | null> {
    const row = await this.plan.target(this.dataSource.manager, municipalityId, day);
    if (!row) return null;
    const { commitmentId, target, done, ...period } = row;
    return { commitmentId, target, done, ...targetLeft(row, period, day) };
  }

  /** Checks that could be made in the week, on stretches that have none planned to come. */
  private async suggested(
    municipalityId: string,
    order: readonly RankedStretch[],
    {
      monday,
      now,
      rows,
      wanted,
    }: {
      readonly monday: string;
      readonly now: Date;
      readonly rows: readonly PlannedCheckRow[];
      readonly wanted: number;
    },
  ): Promise<PlanWeek['suggestions']> {
    const { manager } = this.dataSource;
    const here = new Set(rows.map(({ stretchId }) => stretchId));
    const free = order
      .filter(({ id, suitability, plannedOn }) => suitability !== 'unsuitable' && !plannedOn && !here.has(id))
      .slice(0, lookedAt);
    const told = await this.details.toldTimes(
      manager,
      municipalityId,
      free.map(({ id }) => id),
    );
    const candidates = free.map(({ id }) => ({ stretchId: id, times: timesOf(told.get(id) ?? []) }));
    const left = Math.max(0, wanted - rows.length);
    return proposed(candidates, { monday, now, wanted: left, taken: rows }).flatMap((each) => {
      const stretch = free.find(({ id }) => id === each.stretchId);
      if (!stretch) return [];
      const { name: stretchName, localityName, position, rank, people } = stretch;
      const times = candidates.find(({ stretchId }) => stretchId === each.stretchId)?.times;
      return [{ ...each, stretchName, localityName, position, rank, people, told: times?.told ?? 0 }];
    });
  }
}

/** What a planned check shows of its stretch. */
type Place = Pick<PlannedCheck, 'localityName' | 'position' | 'postedLimit' | 'problems' | 'people'> & {
  readonly name: string | null;
};

function checkView(row: PlannedCheckRow, place: Place): PlannedCheck {
  const { name: stretchName, localityName, position, postedLimit, problems, people } = place;
  return {
    ...row,
    stretchName,
    localityName,
    position,
    postedLimit,
    problems,
    people,
    createdAt: row.createdAt.toISOString(),
  };
}
