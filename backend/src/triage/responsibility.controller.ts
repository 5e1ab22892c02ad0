import { CalledBack } from '@lofteskartan/shared/contracts/asked-on-behalf';
import { LinkFaultReport } from '@lofteskartan/shared/contracts/fault-reports';
import {
  EndReferral,
  PreviewReferral,
  ProposalResponsibility,
  ReferralPreview,
  SetBody,
} from '@lofteskartan/shared/contracts/referrals';
import { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { LookAfterResponsibility } from './look-after-responsibility.service.js';

const tags = ['Triage'];
const access: Access = { who: 'staff', roles: triageRoles };

/** Who answers for a proposal's place, who has it, and who is called about it. */
@Controller('triage/proposals/:reference')
export class ResponsibilityController {
  constructor(private readonly looking: LookAfterResponsibility) {}

  @Get('responsibility')
  @Endpoint({
    summary: {
      en: 'Who answers for the place, who has it, and what was reported elsewhere',
      sv: 'Vem som ansvarar för platsen, vem som har frågan och vad som är felanmält',
    },
    tags,
    access,
    answers: { 200: ProposalResponsibility },
    refusals: ['not.found'],
  })
  read(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
  ): Promise<ProposalResponsibility> {
    return this.looking.read({ staff, language }, reference);
  }

  @Put('body')
  @Endpoint({
    summary: { en: 'Set who answers for the place', sv: 'Ange vem som ansvarar för platsen' },
    tags,
    access,
    body: SetBody,
    answers: { 200: ProposalResponsibility },
    refusals: ['not.found'],
  })
  setBody(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: SetBody,
  ): Promise<ProposalResponsibility> {
    return this.looking.setBody({ staff, language }, reference, body);
  }

  @Post('fault-reports')
  @Endpoint({
    summary: { en: 'Link a fault report', sv: 'Koppla en felanmälan' },
    description: { en: 'Once more changes nothing. The sender sees it.' },
    tags,
    access,
    body: LinkFaultReport,
    answers: { 200: ProposalResponsibility },
    refusals: ['not.found'],
  })
  linkFault(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: LinkFaultReport,
  ): Promise<ProposalResponsibility> {
    return this.looking.linkFault({ staff, language }, reference, body);
  }

  @Post('referral-previews')
  @Endpoint({
    summary: { en: 'The mail that a referral would send', sv: 'Mejlet som en hänvisning skulle skicka' },
    description: {
      en: 'Nothing is sent or kept. It holds what is public and what is asked, and nothing of the sender.',
    },
    tags,
    access,
    body: PreviewReferral,
    answers: { 200: ReferralPreview },
    refusals: ['not.found'],
  })
  preview(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: PreviewReferral,
  ): Promise<ReferralPreview> {
    return this.looking.preview({ staff, language }, reference, body);
  }

  @Post('referral-endings')
  @Endpoint({
    summary: { en: 'End a referral with what came of it', sv: 'Avsluta en hänvisning med vad det blev' },
    description: {
      en: 'The proposal is answered in these words. `no-answer` only after the municipality’s `noAnswerDays`, when the body has not answered, and when a mail was taken by its mail server or `sentOtherwise` says that it got the case in another way.',
    },
    tags,
    access,
    body: EndReferral,
    answers: { 200: TriageProposal },
    refusals: [
      'not.found',
      'referral.none',
      'referral.answered',
      'referral.tooEarly',
      'referral.notSent',
      'version.stale',
      'move.notAllowed',
    ],
  })
  end(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: EndReferral,
  ): Promise<TriageProposal> {
    return this.looking.end({ staff, language }, reference, body);
  }

  @Post('call-backs')
  @Endpoint({
    summary: { en: 'Tick that the sender was called', sv: 'Kryssa i att avsändaren är uppringd' },
    description: {
      en: 'For senders who left a telephone number alone. Until then their answer counts as waiting. Only the organisation that may open the number may. What they said about how it is now is kept as their answer.',
    },
    tags,
    access,
    body: CalledBack,
    answers: { 200: TriageProposal },
    refusals: ['not.found', 'contact.otherOrganisation', 'call.notAwaited', 'outcome.tooEarly'],
  })
  callBack(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: CalledBack,
  ): Promise<TriageProposal> {
    return this.looking.callBack({ staff, language }, reference, body);
  }
}
