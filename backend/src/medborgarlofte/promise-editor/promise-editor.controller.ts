import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import {
  BeginPromiseDraft,
  PromiseDraft,
  PublishedPromise,
  PublishPromise,
  SavedPromiseDraft,
  SavePromiseDraft,
  StaffPromises,
  StaffPromisesQuery,
} from '@lofteskartan/shared/contracts/promise-editor';
import { PromiseChanges } from '@lofteskartan/shared/contracts/promise-versions';
import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Endpoint } from '../../platform/endpoint.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { readingRoles, writingRoles } from './promise-draft-access.service.js';
import { PublishPromiseService } from './publish-promise.service.js';
import { ReadPromiseDraftsService } from './read-promise-drafts.service.js';
import { WritePromiseDraftService } from './write-promise-draft.service.js';

const tags = ['Promise editor'];
const readers = { who: 'staff', roles: readingRoles } as const;
const writers = { who: 'staff', roles: writingRoles } as const;

/** Where a promise is written and published. */
@Controller('triage')
export class PromiseEditorController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reading: ReadPromiseDraftsService,
    private readonly writing: WritePromiseDraftService,
    private readonly publishing: PublishPromiseService,
  ) {}

  @Get('promises')
  @Endpoint({
    summary: { en: 'A municipality’s promises and drafts', sv: 'Kommunens löften och utkast' },
    tags,
    access: readers,
    query: StaffPromisesQuery,
    answers: { 200: StaffPromises },
    refusals: ['not.found'],
  })
  list(@Query() { municipality }: StaffPromisesQuery, @CurrentStaff() staff: StaffMember) {
    return this.reading.list(municipality, staff);
  }

  @Post('promise-drafts')
  @Endpoint({
    summary: { en: 'Begin a draft of a promise', sv: 'Börja på ett utkast' },
    description: {
      en: 'From nothing, as a copy of an earlier promise, or as a change of a published one, which has one draft at a time.',
    },
    tags,
    access: writers,
    body: BeginPromiseDraft,
    answers: { 201: PromiseDraft },
    refusals: ['not.found', 'input.invalid', 'promise.draftExists'],
    idempotent: true,
  })
  begin(@Body() body: BeginPromiseDraft, @IdempotencyKey() key: string, @CurrentStaff() staff: StaffMember) {
    return this.idempotency.run({
      key,
      route: 'POST /triage/promise-drafts',
      caller: staff.accountId,
      body,
      work: async (manager) => new Reply(201, await this.writing.begin(manager, body, staff)),
    });
  }

  @Get('promise-drafts/:id')
  @Endpoint({
    summary: { en: 'A draft and what it is held against', sv: 'Ett utkast' },
    tags,
    access: readers,
    answers: { 200: PromiseDraft },
    refusals: ['not.found'],
  })
  one(@Param('id') id: string, @CurrentStaff() staff: StaffMember) {
    return this.reading.read(id, staff);
  }

  @Put('promise-drafts/:id')
  @Endpoint({
    summary: { en: 'Save a draft', sv: 'Spara utkastet' },
    tags,
    access: writers,
    body: SavePromiseDraft,
    answers: { 200: SavedPromiseDraft },
    refusals: ['not.found', 'version.stale'],
  })
  save(@Param('id') id: string, @Body() body: SavePromiseDraft, @CurrentStaff() staff: StaffMember) {
    return this.writing.save(id, body, staff);
  }

  @Delete('promise-drafts/:id')
  @Endpoint({
    summary: { en: 'Throw a draft away', sv: 'Släng utkastet' },
    tags,
    access: writers,
    answers: { 204: 'nothing' },
    refusals: ['not.found'],
  })
  discard(@Param('id') id: string, @CurrentStaff() staff: StaffMember) {
    return this.writing.discard(id, staff);
  }

  @Get('promise-drafts/:id/preview')
  @Endpoint({
    summary: { en: 'A draft as everyone would read it', sv: 'Utkastet som alla skulle läsa det' },
    tags,
    access: readers,
    answers: { 200: Medborgarlofte },
    refusals: ['not.found'],
  })
  preview(@Param('id') id: string, @CurrentStaff() staff: StaffMember, @CallerLanguage() language: Language) {
    return this.reading.preview(id, staff, language);
  }

  @Get('promise-drafts/:id/changes')
  @Endpoint({
    summary: { en: 'What a draft would change', sv: 'Vad utkastet ändrar' },
    tags,
    access: readers,
    answers: { 200: PromiseChanges },
    refusals: ['not.found'],
  })
  changes(@Param('id') id: string, @CurrentStaff() staff: StaffMember) {
    return this.reading.changes(id, staff);
  }

  @Post('promise-drafts/:id/checks')
  @Endpoint({
    summary: { en: 'See whether a draft could be published', sv: 'Se om utkastet går att publicera' },
    tags,
    access: readers,
    body: EmptyBody,
    answers: { 204: 'nothing' },
    refusals: ['not.found', 'input.invalid'],
  })
  check(@Param('id') id: string, @CurrentStaff() staff: StaffMember, @Body() _body: EmptyBody) {
    return this.publishing.check(id, staff);
  }

  @Post('promise-drafts/:id/publish')
  @Endpoint({
    summary: { en: 'Publish a draft', sv: 'Publicera utkastet' },
    description: {
      en: 'The whole is checked; a promise that was published before needs a note on what changed and why. Follow-ups keep the figures that they froze.',
    },
    tags,
    access: writers,
    body: PublishPromise,
    answers: { 200: PublishedPromise },
    refusals: ['not.found', 'input.invalid', 'version.stale'],
    idempotent: true,
  })
  publish(
    @Param('id') id: string,
    @Body() body: PublishPromise,
    @IdempotencyKey() key: string,
    @CurrentStaff() staff: StaffMember,
  ) {
    return this.idempotency.run({
      key,
      route: `POST /triage/promise-drafts/${id}/publish`,
      caller: staff.accountId,
      body,
      work: async (manager) => new Reply(200, await this.publishing.publish(manager, id, body, staff)),
    });
  }
}
