import {
  ChangedStretch,
  MergeStretches,
  NameStretch,
  SplitStretch,
  UndoStretchEvent,
} from '@lofteskartan/shared/contracts/planner';
import { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { ChangeStretch } from './change-stretch.service.js';
import { police, plannerTags as tags } from './planner-endpoint.js';
import { ReadStretch } from './read-stretch.service.js';

/** One stretch: what is known of it, and what staff make of it. For the police alone. */
@Controller('planner/:municipality/stretches/:id')
export class StretchesController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reading: ReadStretch,
    private readonly changing: ChangeStretch,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'One stretch', sv: 'En sträcka' },
    description: { en: 'A stretch on which nobody waits has rank 0.' },
    tags,
    access: police,
    answers: { 200: StretchDetail },
    refusals: ['not.found', 'input.invalid'],
  })
  read(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StretchDetail> {
    return this.reading.one(staff, slug, id);
  }

  @Put('name')
  @Endpoint({
    summary: { en: 'Name a stretch', sv: 'Döp en sträcka' },
    tags,
    access: police,
    body: NameStretch,
    answers: { 200: ChangedStretch },
    refusals: ['not.found', 'input.invalid', 'version.stale'],
  })
  name(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NameStretch,
  ): Promise<ChangedStretch> {
    return this.changing.name(staff, slug, id, body);
  }

  @Post('splits')
  @Endpoint({
    summary: { en: 'Make a stretch of its own of some wishes', sv: 'Dela en sträcka' },
    tags,
    access: police,
    body: SplitStretch,
    answers: { 201: ChangedStretch },
    refusals: ['not.found', 'input.invalid', 'version.stale'],
    idempotent: true,
  })
  split(
    @CurrentStaff() staff: StaffMember,
    @IdempotencyKey() key: string,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SplitStretch,
  ): Promise<Reply<ChangedStretch>> {
    const call = {
      key,
      caller: staff.accountId,
      body,
      route: `POST /planner/${slug}/stretches/${id}/splits`,
    };
    return this.idempotency.run({
      ...call,
      work: async (manager) => new Reply(201, await this.changing.split(manager, staff, slug, id, body)),
    });
  }

  @Post('merges')
  @Endpoint({
    summary: { en: 'Bring the wishes of other stretches here', sv: 'Slå ihop sträckor' },
    tags,
    access: police,
    body: MergeStretches,
    answers: { 200: ChangedStretch },
    refusals: ['not.found', 'input.invalid', 'version.stale'],
    idempotent: true,
  })
  merge(
    @CurrentStaff() staff: StaffMember,
    @IdempotencyKey() key: string,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MergeStretches,
  ): Promise<Reply<ChangedStretch>> {
    const call = {
      key,
      caller: staff.accountId,
      body,
      route: `POST /planner/${slug}/stretches/${id}/merges`,
    };
    return this.idempotency.run({
      ...call,
      work: async (manager) => new Reply(200, await this.changing.merge(manager, staff, slug, id, body)),
    });
  }

  @Post('undoings')
  @Endpoint({
    summary: { en: 'Take back a split or a merge', sv: 'Ångra en delning eller sammanslagning' },
    description: { en: 'Wishes that were moved on meanwhile stay where they are.' },
    tags,
    access: police,
    body: UndoStretchEvent,
    answers: { 200: ChangedStretch },
    refusals: ['not.found', 'input.invalid', 'version.stale'],
    idempotent: true,
  })
  undo(
    @CurrentStaff() staff: StaffMember,
    @IdempotencyKey() key: string,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UndoStretchEvent,
  ): Promise<Reply<ChangedStretch>> {
    const call = {
      key,
      caller: staff.accountId,
      body,
      route: `POST /planner/${slug}/stretches/${id}/undoings`,
    };
    return this.idempotency.run({
      ...call,
      work: async (manager) => new Reply(200, await this.changing.undo(manager, staff, slug, id, body)),
    });
  }
}
