import {
  AddReplyTemplate,
  ChangeReplyTemplate,
  ReplyTemplate,
  ReplyTemplateHistory,
  ReplyTemplateQuery,
  ReplyTemplates,
} from '@lofteskartan/shared/contracts/reply-templates';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { ReplyTemplatesService, templateReaders, templateWriters } from './reply-templates.service.js';

const readers: Access = { who: 'staff', roles: templateReaders };
const writers: Access = { who: 'staff', roles: templateWriters };
const tags = ['Triage'];

/** Words for replies. */
@Controller('triage/reply-templates')
export class ReplyTemplatesController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly templates: ReplyTemplatesService,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'Reply templates of one’s own municipalities', sv: 'Svarsmallar i egna kommuner' },
    description: { en: 'Those that are put away too: `active` tells.' },
    tags,
    access: readers,
    query: ReplyTemplateQuery,
    answers: { 200: ReplyTemplates },
    refusals: [],
  })
  list(
    @CurrentStaff() staff: StaffMember,
    @Query() { municipality }: ReplyTemplateQuery,
  ): Promise<ReplyTemplates> {
    return this.templates.list(staff, municipality);
  }

  @Post()
  @Endpoint({
    summary: { en: 'Add a reply template', sv: 'Lägg till en svarsmall' },
    description: {
      en: 'Placeholders in braces are checked: an unknown one, and one that the status cannot fill, are refused by name.',
    },
    tags,
    access: writers,
    body: AddReplyTemplate,
    answers: { 201: ReplyTemplate },
    refusals: ['not.found', 'input.invalid'],
    idempotent: true,
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @IdempotencyKey() key: string,
    @Body() body: AddReplyTemplate,
  ): Promise<Reply<ReplyTemplate>> {
    return this.idempotency.run({
      key,
      route: 'POST /triage/reply-templates',
      caller: staff.accountId,
      body,
      work: async (manager) => new Reply(201, await this.templates.add(manager, staff, body)),
    });
  }

  @Put(':id')
  @Endpoint({
    summary: {
      en: 'Change a reply template, or put it away',
      sv: 'Ändra en svarsmall, eller lägg undan den',
    },
    tags,
    access: writers,
    body: ChangeReplyTemplate,
    answers: { 200: ReplyTemplate },
    refusals: ['not.found', 'input.invalid', 'version.stale'],
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('id') id: string,
    @Body() body: ChangeReplyTemplate,
  ): Promise<ReplyTemplate> {
    return this.templates.change(staff, id, body);
  }

  @Get(':id/versions')
  @Endpoint({
    summary: { en: 'All that a template has been, and who changed it', sv: 'Mallens historik' },
    tags,
    access: writers,
    answers: { 200: ReplyTemplateHistory },
    refusals: ['not.found'],
  })
  history(@CurrentStaff() staff: StaffMember, @Param('id') id: string): Promise<ReplyTemplateHistory> {
    return this.templates.history(staff, id);
  }
}
