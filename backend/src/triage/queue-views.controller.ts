import {
  ChangeView,
  KeepView,
  KeptView,
  KeptViewPage,
  OrderViews,
  QueueViews,
  QueueViewsQuery,
} from '@lofteskartan/shared/contracts/queue-views';
import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import type { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { QueueViewsService } from './queue-views.service.js';

const handlers: Access = { who: 'staff', roles: triageRoles };

/** The views of the queue. */
@Controller('triage/views')
export class QueueViewsController {
  constructor(private readonly views: QueueViewsService) {}

  @Get()
  @Endpoint({
    summary: { en: 'The views of the queue with their counts', sv: 'Köns vyer med antal' },
    tags: ['Triage'],
    access: handlers,
    query: QueueViewsQuery,
    answers: { 200: QueueViews },
    refusals: [],
  })
  counted(
    @CurrentStaff() staff: StaffMember,
    @Query() { municipality }: QueueViewsQuery,
  ): Promise<QueueViews> {
    return this.views.counted(staff, municipality);
  }

  @Post()
  @Endpoint({
    summary: { en: 'Keep a view of one’s own', sv: 'Spara en egen vy' },
    tags: ['Triage'],
    access: handlers,
    body: KeepView,
    answers: { 201: KeptView },
    refusals: ['view.exists', 'view.tooMany'],
    idempotent: true,
  })
  keep(
    @CurrentStaff() staff: StaffMember,
    @IdempotencyKey() key: string,
    @Body() body: KeepView,
  ): Promise<Reply<KeptView>> {
    return this.views.keep(staff, key, body);
  }

  @Put('order')
  @Endpoint({
    summary: { en: 'Put one’s views in an order', sv: 'Ordna egna vyer' },
    tags: ['Triage'],
    access: handlers,
    body: OrderViews,
    answers: { 200: KeptViewPage },
    refusals: [],
  })
  order(@CurrentStaff() staff: StaffMember, @Body() body: OrderViews): Promise<KeptViewPage> {
    return this.views.order(staff, body);
  }

  @Patch(':id')
  @Endpoint({
    summary: {
      en: 'Give a view another name or other filters',
      sv: 'Ge en vy ett annat namn eller andra filter',
    },
    tags: ['Triage'],
    access: handlers,
    body: ChangeView,
    answers: { 200: KeptView },
    refusals: ['not.found', 'view.exists'],
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('id') id: string,
    @Body() body: ChangeView,
  ): Promise<KeptView> {
    return this.views.change(staff, id, body);
  }

  @Delete(':id')
  @Endpoint({
    summary: { en: 'Remove a view', sv: 'Ta bort en vy' },
    tags: ['Triage'],
    access: handlers,
    answers: { 204: 'nothing' },
    refusals: ['not.found'],
  })
  remove(@CurrentStaff() staff: StaffMember, @Param('id') id: string): Promise<void> {
    return this.views.remove(staff, id);
  }
}
