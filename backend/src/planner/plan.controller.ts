import {
  CancelPlannedCheck,
  ChangedCheck,
  MovePlannedCheck,
  PlanCheck,
  PlanWeek,
  SwitchPlan,
} from '@lofteskartan/shared/contracts/planned-checks';
import { PlannerSettings } from '@lofteskartan/shared/contracts/planner';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { PlanChecks } from './plan-checks.service.js';
import { police, plannerTags as tags } from './planner-endpoint.js';
import { ReadPlan } from './read-plan.service.js';

/** The plan of the police: off until they switch it on, and nobody else’s to see. */
@Controller('planner/:municipality')
export class PlanController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reading: ReadPlan,
    private readonly planning: PlanChecks,
  ) {}

  @Put('plan')
  @Endpoint({
    summary: { en: 'Switch planning on or off', sv: 'Slå på eller av planeringen' },
    description: { en: 'Off cancels what is planned and not made.' },
    tags,
    access: police,
    body: SwitchPlan,
    answers: { 200: PlannerSettings },
    refusals: ['not.found', 'version.stale'],
  })
  switch(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Body() body: SwitchPlan,
  ): Promise<PlannerSettings> {
    return this.planning.switch(staff, slug, body);
  }

  @Get('weeks/:week')
  @Endpoint({
    summary: { en: 'A week of the plan', sv: 'En vecka i planen' },
    description: {
      en: 'Any day of the week, `YYYY-MM-DD`. Suggestions fit the hours that those who ask name, and what is left of the promise.',
    },
    tags,
    access: police,
    answers: { 200: PlanWeek },
    refusals: ['not.found', 'input.invalid'],
  })
  week(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Param('week') week: string,
  ): Promise<PlanWeek> {
    return this.reading.week(staff, slug, week);
  }

  @Post('checks')
  @Endpoint({
    summary: { en: 'Plan a check', sv: 'Planera en kontroll' },
    tags,
    access: police,
    body: PlanCheck,
    answers: { 201: ChangedCheck },
    refusals: ['not.found', 'plan.off', 'input.invalid'],
    idempotent: true,
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @IdempotencyKey() key: string,
    @Param('municipality') slug: string,
    @Body() body: PlanCheck,
  ): Promise<Reply<ChangedCheck>> {
    return this.idempotency.run({
      key,
      route: `POST /planner/${slug}/checks`,
      caller: staff.accountId,
      body,
      work: async (manager) => new Reply(201, await this.planning.add(manager, staff, slug, body)),
    });
  }

  @Put('checks/:id')
  @Endpoint({
    summary: { en: 'Plan a check for another time', sv: 'Flytta en planerad kontroll' },
    tags,
    access: police,
    body: MovePlannedCheck,
    answers: { 200: ChangedCheck },
    refusals: ['not.found', 'plan.off', 'plan.ended', 'version.stale', 'input.invalid'],
  })
  move(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MovePlannedCheck,
  ): Promise<ChangedCheck> {
    return this.planning.move(staff, slug, id, body);
  }

  @Put('checks/:id/cancelled')
  @Endpoint({
    summary: { en: 'Cancel a planned check', sv: 'Ställ in en planerad kontroll' },
    tags,
    access: police,
    body: CancelPlannedCheck,
    answers: { 200: ChangedCheck },
    refusals: ['not.found', 'plan.off', 'plan.ended', 'version.stale'],
  })
  cancel(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelPlannedCheck,
  ): Promise<ChangedCheck> {
    return this.planning.cancel(staff, slug, id, body);
  }
}
