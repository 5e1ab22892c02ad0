import { CasePresence, CasePresencePage } from '@lofteskartan/shared/contracts/presences';
import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { CasePresenceService } from './case-presence.service.js';

const handlers: Access = { who: 'staff', roles: triageRoles };

/** Who has which proposal open. */
@Controller('triage')
export class CasePresencesController {
  constructor(private readonly presences: CasePresenceService) {}

  @Get('presences')
  @Endpoint({
    summary: { en: 'What colleagues have open now', sv: 'Vad kolleger har öppet nu' },
    tags: ['Triage'],
    access: handlers,
    answers: { 200: CasePresencePage },
    refusals: [],
  })
  all(@CurrentStaff() staff: StaffMember): Promise<CasePresencePage> {
    return this.presences.all(staff);
  }

  @Put('proposals/:reference/presence')
  @Endpoint({
    summary: { en: 'Say that one has a proposal open', sv: 'Säg att man har ett förslag öppet' },
    description: {
      en: 'Repeated every 30 s while the page is visible; forgotten 90 s after the last time. Answers with who else has it open.',
    },
    tags: ['Triage'],
    access: handlers,
    body: EmptyBody,
    answers: { 200: CasePresence },
    refusals: ['not.found'],
  })
  open(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() _body: EmptyBody,
  ): Promise<CasePresence> {
    return this.presences.open({ staff, language }, reference);
  }

  @Delete('proposals/:reference/presence')
  @Endpoint({
    summary: { en: 'Say that one has closed it', sv: 'Säg att man har stängt det' },
    tags: ['Triage'],
    access: handlers,
    answers: { 204: 'nothing' },
    refusals: ['not.found'],
  })
  close(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
  ): Promise<void> {
    return this.presences.close({ staff, language }, reference);
  }
}
