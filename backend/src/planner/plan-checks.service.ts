import type { PlannerSettings } from '@lofteskartan/shared/contracts/planner';
import type {
  CancelPlannedCheck,
  ChangedCheck,
  MovePlannedCheck,
  PlanCheck,
  SwitchPlan,
} from '@lofteskartan/shared/contracts/planned-checks';
import { DEFAULT_WEIGHTS } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { isIsoDate, stockholmDate } from '../platform/dates.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PlannerAccess } from './planner-access.service.js';
import { PlannerSettingsRepository } from './planner-settings.repository.js';
import { settingsView } from './planner-settings.service.js';
import { PlanRepository, type PlannedCheckRow } from './plan.repository.js';
import { type CheckWindow, windowFault } from './plan.rules.js';
import { StretchRepository } from './stretch.repository.js';

/** Plans checks. Until the police of a municipality switch planning on, nothing planned is stored. */
@Injectable()
export class PlanChecks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PlannerAccess,
    private readonly settings: PlannerSettingsRepository,
    private readonly stretches: StretchRepository,
    private readonly plan: PlanRepository,
  ) {}

  /**
   * Switches planning on or off. Off cancels what is planned and not made.
   * @throws Refused `not.found`, `version.stale`
   */
  switch(staff: StaffMember, slug: string, given: SwitchPlan): Promise<PlannerSettings> {
    return this.dataSource.transaction(async (manager) => {
      const { id } = await this.access.openIn(manager, staff, slug);
      const at = this.clock.now();
      const before = await this.settings.lock(manager, id, DEFAULT_WEIGHTS, at);
      if (before.version !== given.version) throw new Refused('version.stale');
      if (given.on === (before.planSince !== null)) return settingsView(before);
      const by = staff.accountId;
      const after = { weights: before.weights, planSince: given.on ? at : null };
      await this.settings.store(manager, id, after, { type: given.on ? 'plan-on' : 'plan-off', by, at });
      const cancelled = given.on ? [] : await this.plan.open(manager, id);
      for (const each of cancelled) await this.cancelOne(manager, each, by, at);
      return settingsView(await this.settings.find(manager, id));
    });
  }

  /** @throws Refused `not.found`; `plan.off`; `input.invalid` for a stretch that is not here, and for a time that is not to come */
  async add(
    manager: EntityManager,
    staff: StaffMember,
    slug: string,
    given: PlanCheck,
  ): Promise<ChangedCheck> {
    const municipalityId = await this.on(manager, staff, slug);
    const stretch = await this.stretches.find(manager, municipalityId, given.stretchId);
    if (!stretch || stretch.mergedIntoId !== null) throw invalidField('stretchId', 'notFound');
    const at = this.clock.now();
    const window = windowOf(given, at);
    const note = given.note?.trim() ?? null;
    const id = await this.plan.insert(manager, municipalityId, {
      ...window,
      stretchId: stretch.id,
      note,
      at,
    });
    await this.plan.append(manager, id, { type: 'planned', by: staff.accountId, at });
    return { id, version: 1 };
  }

  /** @throws Refused `not.found`, `plan.off`, `version.stale`, `plan.ended`, `input.invalid` */
  move(staff: StaffMember, slug: string, id: string, given: MovePlannedCheck): Promise<ChangedCheck> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.planned(manager, staff, slug, id, given.version);
      const at = this.clock.now();
      const window = windowOf(given, at);
      const note = given.note === undefined ? before.note : (given.note?.trim() ?? null);
      await this.plan.move(manager, id, { ...window, note, at });
      const { plannedOn, fromHour, toHour } = before;
      const changes = { from: { plannedOn, fromHour, toHour }, to: window };
      await this.plan.append(manager, id, { type: 'changed', by: staff.accountId, at, changes });
      return { id, version: before.version + 1 };
    });
  }

  /** @throws Refused `not.found`, `plan.off`, `version.stale`, `plan.ended` */
  cancel(staff: StaffMember, slug: string, id: string, given: CancelPlannedCheck): Promise<ChangedCheck> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.planned(manager, staff, slug, id, given.version);
      await this.cancelOne(manager, id, staff.accountId, this.clock.now());
      return { id, version: before.version + 1 };
    });
  }

  private async cancelOne(manager: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await this.plan.close(manager, id, { activityId: null, at });
    await this.plan.append(manager, id, { type: 'cancelled', by, at });
  }

  /** The municipality’s id, while planning is on there: the switch is locked, so that nothing is planned while it is turned. */
  private async on(manager: EntityManager, staff: StaffMember, slug: string): Promise<string> {
    const { id } = await this.access.openIn(manager, staff, slug);
    if (!(await this.settings.planIsOn(manager, id))) throw new Refused('plan.off');
    return id;
  }

  private async planned(
    manager: EntityManager,
    staff: StaffMember,
    slug: string,
    id: string,
    version: number,
  ): Promise<PlannedCheckRow> {
    const municipalityId = await this.on(manager, staff, slug);
    const row = await this.plan.lock(manager, municipalityId, id);
    if (!row) throw new Refused('not.found');
    if (row.version !== version) throw new Refused('version.stale');
    if (row.state !== 'planned') throw new Refused('plan.ended');
    return row;
  }
}

/** @throws Refused `input.invalid` when it is not to come, or ends before it begins */
function windowOf({ plannedOn, fromHour, toHour }: CheckWindow, now: Date): CheckWindow {
  if (!isIsoDate(plannedOn)) throw invalidField('plannedOn', 'notADate');
  const window = { plannedOn, fromHour, toHour };
  const fault = windowFault(window, stockholmDate(now));
  if (fault) throw invalidField(fault.field, fault.code, fault.params);
  return window;
}
