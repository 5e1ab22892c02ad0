import { ChangeRecord, RecordView } from '@lofteskartan/shared/contracts/records';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Header, Param, Put } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { KeepRecordService } from './keep-record.service.js';

const tags = ['Records'];
const access: Access = { who: 'staff', roles: triageRoles };
const description = {
  en: 'The whole record is sent: what is left out is taken away. A mark of secrecy takes it from the public at once, and only those who handle proposals for its controller open it.',
};

/** What an authority keeps of a proposal or an activity: registry number, secrecy, controller, disposal. */
@Controller()
export class RecordsController {
  constructor(private readonly keeping: KeepRecordService) {}

  @Get('triage/proposals/:reference/record')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'The record of a proposal', sv: 'Registerföring av ett förslag' },
    tags,
    access,
    answers: { 200: RecordView },
    refusals: ['not.found'],
  })
  ofProposal(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
  ): Promise<RecordView> {
    return this.keeping.read({ staff, language, of: { reference } });
  }

  @Put('triage/proposals/:reference/record')
  @Endpoint({
    summary: { en: 'Change the record of a proposal', sv: 'Ändra registerföringen av ett förslag' },
    description,
    tags,
    access,
    body: ChangeRecord,
    answers: { 200: RecordView },
    refusals: ['not.found', 'record.notYours', 'version.stale'],
  })
  changeProposal(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: ChangeRecord,
  ): Promise<RecordView> {
    return this.keeping.change({ staff, language, of: { reference } }, body);
  }

  @Get('activities/:id/record')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'The record of an activity', sv: 'Registerföring av en insats' },
    tags,
    access,
    answers: { 200: RecordView },
    refusals: ['not.found'],
  })
  ofActivity(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('id') activityId: string,
  ): Promise<RecordView> {
    return this.keeping.read({ staff, language, of: { activityId } });
  }

  @Put('activities/:id/record')
  @Endpoint({
    summary: { en: 'Change the record of an activity', sv: 'Ändra registerföringen av en insats' },
    description,
    tags,
    access,
    body: ChangeRecord,
    answers: { 200: RecordView },
    refusals: ['not.found', 'record.notYours', 'version.stale'],
  })
  changeActivity(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('id') activityId: string,
    @Body() body: ChangeRecord,
  ): Promise<RecordView> {
    return this.keeping.change({ staff, language, of: { activityId } }, body);
  }
}
