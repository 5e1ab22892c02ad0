import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import {
  ChangeActivity,
  LogActivity,
  StaffActivity,
  StaffActivityPage,
  StaffActivityQuery,
} from '@lofteskartan/shared/contracts/activities';
import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Endpoint } from '../platform/endpoint.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { loggingRoles } from './activity.rules.js';
import { ChangeActivityService } from './change-activity.service.js';
import { ConfirmActivityService } from './confirm-activity.service.js';
import { LogActivityService } from './log-activity.service.js';
import { ReleaseActivityService } from './release-activity.service.js';
import { StaffActivities } from './staff-activities.service.js';

const tags = ['Activities'];

/** What staff log, confirm and release. */
@Controller('activities')
export class ActivitiesController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly logging: LogActivityService,
    private readonly changing: ChangeActivityService,
    private readonly confirming: ConfirmActivityService,
    private readonly releasing: ReleaseActivityService,
    private readonly activities: StaffActivities,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'Activities of one’s own municipalities, the latest logged first', sv: 'Aktiviteter' },
    tags,
    access: { who: 'staff', roles: loggingRoles },
    query: StaffActivityQuery,
    answers: { 200: StaffActivityPage },
    refusals: [],
  })
  list(
    @Query() query: StaffActivityQuery,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.activities.page(query, { staff, language });
  }

  @Get(':id')
  @Endpoint({
    summary: { en: 'An activity of one’s own municipalities', sv: 'En aktivitet' },
    tags,
    access: { who: 'staff', roles: loggingRoles },
    answers: { 200: StaffActivity },
    refusals: ['not.found'],
  })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.activities.own(id, { staff, language });
  }

  @Post()
  @Endpoint({
    summary: { en: 'Log an activity', sv: 'Logga en aktivitet' },
    description: {
      en:
        'Officers log for their own organisation where it owns the commitment; coordinators for any owner, with a note of where ' +
        'they have it from when it is not their own. Where the commitment requires a resident’s wish, `counts` is true only ' +
        'with a linked proposal of an accepted kind that came in on or before the date, within the municipality’s distance ' +
        'and age; else `whyNot` says which test failed: of several wishes, the one that came furthest through date, distance, age.',
    },
    tags,
    access: { who: 'staff', roles: loggingRoles },
    body: LogActivity,
    answers: { 201: StaffActivity },
    refusals: ['not.found', 'role.insufficient', 'input.invalid'],
    idempotent: true,
  })
  log(
    @Body() body: LogActivity,
    @IdempotencyKey() key: string,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.idempotency.run({
      key,
      route: 'POST /activities',
      caller: staff.accountId,
      body,
      work: async (manager) => new Reply(201, await this.logging.log(manager, body, { staff, language })),
    });
  }

  @Patch(':id')
  @Endpoint({
    summary: { en: 'Change an activity', sv: 'Ändra en aktivitet' },
    description: {
      en:
        'Until it is confirmed by those who did it or a coordinator; after that by a coordinator with a `reason`, and linked ' +
        'proposals can only be added. What is public follows at once.',
    },
    tags,
    access: { who: 'staff', roles: loggingRoles },
    body: ChangeActivity,
    answers: { 200: StaffActivity },
    refusals: ['not.found', 'role.insufficient', 'input.invalid', 'version.stale'],
  })
  change(
    @Param('id') id: string,
    @Body() body: ChangeActivity,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.changing.change(id, body, { staff, language });
  }

  @Post(':id/confirm')
  @Endpoint({
    summary: { en: 'Confirm an activity', sv: 'Bekräfta en aktivitet' },
    description: {
      en:
        'A coordinator of the municipality, for every organisation. Its open linked proposals are done. A speed check becomes ' +
        'public when its delay has passed (`releaseAt`), everything else at once.',
    },
    tags,
    access: { who: 'staff', roles: ['coordinator'] },
    body: EmptyBody,
    answers: { 200: StaffActivity },
    refusals: ['not.found', 'role.insufficient', 'activity.alreadyConfirmed'],
  })
  confirm(
    @Param('id') id: string,
    @Body() _body: EmptyBody,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.confirming.confirm(id, { staff, language });
  }

  @Post(':id/release')
  @Endpoint({
    summary: { en: 'Release a speed check before its delay has passed', sv: 'Släpp en kontroll i förtid' },
    description: { en: 'A police officer of the organisation that did it.' },
    tags,
    access: { who: 'staff', roles: ['police-officer'] },
    body: EmptyBody,
    answers: { 200: StaffActivity },
    refusals: ['not.found', 'role.insufficient', 'activity.notConfirmed', 'activity.alreadyReleased'],
  })
  release(
    @Param('id') id: string,
    @Body() _body: EmptyBody,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.releasing.early(id, { staff, language });
  }
}
