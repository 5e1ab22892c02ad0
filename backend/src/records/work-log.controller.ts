import { LogPage, LogPeople, LogPeopleQuery, LogQuery } from '@lofteskartan/shared/contracts/work-log';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { logRoles, WorkLogService } from './work-log.service.js';

const tags = ['Records'];
const access = { who: 'staff', roles: logRoles } as const;

/** Who did what and when in a municipality. */
@Controller('work-log')
export class WorkLogController {
  constructor(private readonly log: WorkLogService) {}

  @Get()
  @Endpoint({
    summary: { en: 'The log of a municipality, the latest first', sv: 'Kommunens logg' },
    description: {
      en: 'What staff and the house did to proposals, activities, follow-ups, accounts and settings, openings of contacts among it. Names of staff are the only personal data in it. Plans of the police are told to the police alone.',
    },
    tags,
    access,
    query: LogQuery,
    answers: { 200: LogPage },
    refusals: ['not.found'],
  })
  page(@CurrentStaff() staff: StaffMember, @Query() query: LogQuery): Promise<LogPage> {
    return this.log.page(query, staff);
  }

  @Get('people')
  @Endpoint({
    summary: { en: 'Whom the log can be asked for', sv: 'Personer i loggen' },
    tags,
    access,
    query: LogPeopleQuery,
    answers: { 200: LogPeople },
    refusals: ['not.found'],
  })
  people(@CurrentStaff() staff: StaffMember, @Query() { municipality }: LogPeopleQuery): Promise<LogPeople> {
    return this.log.people(municipality, staff);
  }

  @Get('csv')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'The log as a file for spreadsheets', sv: 'Loggen som CSV' },
    description: { en: 'Swedish; the latest 20,000 entries that fit.' },
    tags,
    access,
    query: LogQuery,
    answers: { 200: { media: ['text/csv'], description: { en: 'The log.' } } },
    refusals: ['not.found'],
  })
  async csv(@CurrentStaff() staff: StaffMember, @Query() query: LogQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.log.file(query, staff), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="logg.csv"',
    });
  }
}
