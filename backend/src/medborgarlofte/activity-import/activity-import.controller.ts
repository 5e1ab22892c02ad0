import { Body, Controller, Post } from '@nestjs/common';
import { ImportActivities, ImportReport } from '@lofteskartan/shared/contracts/activity-import';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Endpoint } from '../../platform/endpoint.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { ImportActivitiesService, importingRoles } from './import-activities.service.js';

const tags = ['Activities'];
const access = { who: 'staff', roles: importingRoles } as const;

/** Where a coordinator brings in what others have done, as a file. */
@Controller('activities/imports')
export class ActivityImportController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly importing: ImportActivitiesService,
  ) {}

  @Post('preview')
  @Endpoint({
    summary: { en: 'What would become of each line of a file', sv: 'Vad som skulle hända med varje rad' },
    description: { en: 'Nothing is kept.' },
    tags,
    access,
    body: ImportActivities,
    answers: { 200: ImportReport },
    refusals: ['not.found', 'input.invalid'],
  })
  preview(
    @Body() body: ImportActivities,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.importing.preview(body, { staff, language });
  }

  @Post()
  @Endpoint({
    summary: { en: 'Log the accepted lines of a file', sv: 'Logga de rader som går att ta emot' },
    description: {
      en: 'All accepted lines in one transaction, by the rules of an activity that is logged alone; a line that was logged before is told as a duplicate. Refused lines come back as a file.',
    },
    tags,
    access,
    body: ImportActivities,
    answers: { 201: ImportReport },
    refusals: ['not.found', 'input.invalid'],
    idempotent: true,
  })
  save(
    @Body() body: ImportActivities,
    @IdempotencyKey() key: string,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.idempotency.run({
      key,
      route: 'POST /activities/imports',
      caller: staff.accountId,
      body,
      work: async (manager) => new Reply(201, await this.importing.log(manager, body, { staff, language })),
    });
  }
}
