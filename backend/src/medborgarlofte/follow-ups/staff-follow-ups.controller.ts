import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  CorrectFollowUp,
  DraftFollowUp,
  FollowUpQuery,
  PublishFollowUp,
  SaveFollowUp,
  StaffFollowUp,
  StaffFollowUpPage,
} from '@lofteskartan/shared/contracts/follow-ups';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Endpoint } from '../../platform/endpoint.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { followUpRoles, ReadFollowUpsService } from './read-follow-ups.service.js';
import { WriteFollowUpService } from './write-follow-up.service.js';

const tags = ['Follow-ups'];
const access = { who: 'staff', roles: followUpRoles } as const;

/** Where a coordinator writes a follow-up. */
@Controller('triage/follow-ups')
export class StaffFollowUpsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reading: ReadFollowUpsService,
    private readonly writing: WriteFollowUpService,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'Follow-ups of one’s own municipalities, drafts too', sv: 'Uppföljningar och utkast' },
    tags,
    access,
    query: FollowUpQuery,
    answers: { 200: StaffFollowUpPage },
    refusals: [],
  })
  list(@Query() query: FollowUpQuery, @CurrentStaff() staff: StaffMember) {
    return this.reading.staffPage(query, staff);
  }

  @Post()
  @Endpoint({
    summary: { en: 'Begin a follow-up of a promise for a day', sv: 'Börja på en uppföljning' },
    description: { en: 'One for each municipality and day.' },
    tags,
    access,
    body: DraftFollowUp,
    answers: { 201: StaffFollowUp },
    refusals: ['not.found', 'input.invalid', 'followUp.exists'],
    idempotent: true,
  })
  draft(
    @Body() body: DraftFollowUp,
    @IdempotencyKey() key: string,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.idempotency.run({
      key,
      route: 'POST /triage/follow-ups',
      caller: staff.accountId,
      body,
      work: async (manager) => new Reply(201, await this.writing.draft(manager, body, { staff, language })),
    });
  }

  @Get(':id')
  @Endpoint({
    summary: { en: 'A follow-up with the figures that it would publish', sv: 'En uppföljning att skriva' },
    tags,
    access,
    answers: { 200: StaffFollowUp },
    refusals: ['not.found'],
  })
  one(@Param('id') id: string, @CurrentStaff() staff: StaffMember, @CallerLanguage() language: Language) {
    return this.reading.read(id, { staff, language });
  }

  @Put(':id')
  @Endpoint({
    summary: { en: 'Save a draft', sv: 'Spara utkastet' },
    tags,
    access,
    body: SaveFollowUp,
    answers: { 200: StaffFollowUp },
    refusals: ['not.found', 'input.invalid', 'version.stale', 'followUp.published'],
  })
  save(
    @Param('id') id: string,
    @Body() body: SaveFollowUp,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.writing.save(id, body, { staff, language });
  }

  @Post(':id/publish')
  @Endpoint({
    summary: { en: 'Publish a follow-up', sv: 'Publicera uppföljningen' },
    description: {
      en: 'Words and figures stand from then on. Each commitment needs a result and a next step, and a deviation when it is behind.',
    },
    tags,
    access,
    body: PublishFollowUp,
    answers: { 200: StaffFollowUp },
    refusals: ['not.found', 'input.invalid', 'version.stale', 'followUp.published'],
    idempotent: true,
  })
  publish(
    @Param('id') id: string,
    @Body() body: PublishFollowUp,
    @IdempotencyKey() key: string,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.idempotency.run({
      key,
      route: `POST /triage/follow-ups/${id}/publish`,
      caller: staff.accountId,
      body,
      work: async (manager) =>
        new Reply(200, await this.writing.publish(manager, id, body, { staff, language })),
    });
  }

  @Post(':id/corrections')
  @Endpoint({
    summary: { en: 'Correct a published follow-up', sv: 'Rätta en publicerad uppföljning' },
    description: {
      en: 'The correction is added, with its date and reason; nothing that was published is changed.',
    },
    tags,
    access,
    body: CorrectFollowUp,
    answers: { 201: StaffFollowUp },
    refusals: ['not.found', 'input.invalid', 'followUp.notPublished'],
    idempotent: true,
  })
  correct(
    @Param('id') id: string,
    @Body() body: CorrectFollowUp,
    @IdempotencyKey() key: string,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.idempotency.run({
      key,
      route: `POST /triage/follow-ups/${id}/corrections`,
      caller: staff.accountId,
      body,
      work: async (manager) =>
        new Reply(201, await this.writing.correct(manager, id, body, { staff, language })),
    });
  }
}
