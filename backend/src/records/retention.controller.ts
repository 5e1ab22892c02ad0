import {
  DisposalPage,
  DisposalPreview,
  DisposalQuery,
  RetentionRules,
} from '@lofteskartan/shared/contracts/records';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { retentionRoles, RetentionService } from './retention.service.js';

const tags = ['Records'];
const access = { who: 'staff', roles: retentionRoles } as const;

/** How long things are kept, what is to go, and what is gone. */
@Controller()
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get('municipalities/:slug/retention-rules')
  @Endpoint({
    summary: { en: 'The retention rules of a municipality', sv: 'Kommunens gallringsregler' },
    tags,
    access,
    answers: { 200: RetentionRules },
    refusals: ['not.found'],
  })
  rules(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<RetentionRules> {
    return this.retention.rules(slug, staff);
  }

  @Put('municipalities/:slug/retention-rules')
  @Endpoint({
    summary: { en: 'Change the retention rules of a municipality', sv: 'Ändra gallringsregler' },
    description: {
      en: 'All rules are sent. A kind without a rule is kept; no rule is without the number of a decision.',
    },
    tags,
    access,
    body: RetentionRules,
    answers: { 200: RetentionRules },
    refusals: ['not.found', 'version.stale'],
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: RetentionRules,
  ): Promise<RetentionRules> {
    return this.retention.change(slug, body, staff);
  }

  @Get('municipalities/:slug/disposal-preview')
  @Endpoint({
    summary: { en: 'What is to be disposed of within a year', sv: 'Vad som ska gallras' },
    tags,
    access,
    answers: { 200: DisposalPreview },
    refusals: ['not.found'],
  })
  preview(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<DisposalPreview> {
    return this.retention.preview(slug, staff);
  }

  @Get('disposals')
  @Endpoint({
    summary: { en: 'What was disposed of, the latest first', sv: 'Genomförd gallring' },
    tags,
    access,
    query: DisposalQuery,
    answers: { 200: DisposalPage },
    refusals: ['not.found'],
  })
  disposals(@CurrentStaff() staff: StaffMember, @Query() query: DisposalQuery): Promise<DisposalPage> {
    return this.retention.disposals(query, staff);
  }
}
