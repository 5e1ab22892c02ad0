import { CloseSupporterOutcomes } from '@lofteskartan/shared/contracts/supporter-outcomes';
import { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { LookAfterSupporters } from './look-after-supporters.service.js';

/** What staff do when supporters say how it is now. */
@Controller('triage/proposals/:reference/supporter-outcome-closings')
export class SupporterOutcomeClosingsController {
  constructor(private readonly looking: LookAfterSupporters) {}

  @Post()
  @Endpoint({
    summary: {
      en: 'Mark supporters’ answers as seen, or open the proposal again',
      sv: 'Markera svar från dem som stöder som sedda, eller öppna förslaget igen',
    },
    tags: ['Triage'],
    access: { who: 'staff', roles: triageRoles },
    body: CloseSupporterOutcomes,
    answers: { 200: TriageProposal },
    refusals: ['not.found', 'version.stale', 'outcome.changed', 'move.notAllowed'],
  })
  close(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: CloseSupporterOutcomes,
  ): Promise<TriageProposal> {
    return this.looking.close({ staff, language }, reference, body);
  }
}
