import { CloseOutcome } from '@lofteskartan/shared/contracts/outcomes';
import { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { ChangeTriageProposalService } from './change-triage-proposal.service.js';

/** What staff do when a sender says whether it helped. */
@Controller('triage/proposals/:reference/outcome-closings')
export class OutcomeClosingsController {
  constructor(private readonly changing: ChangeTriageProposalService) {}

  @Post()
  @Endpoint({
    summary: {
      en: 'Mark the sender’s answer as seen, or open the proposal again',
      sv: 'Markera avsändarens svar som sett, eller öppna förslaget igen',
    },
    tags: ['Triage'],
    access: { who: 'staff', roles: triageRoles },
    body: CloseOutcome,
    answers: { 200: TriageProposal },
    refusals: ['not.found', 'version.stale', 'outcome.changed', 'move.notAllowed'],
  })
  close(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: CloseOutcome,
  ): Promise<TriageProposal> {
    return this.changing.closeOutcome({ staff, language }, reference, body);
  }
}
