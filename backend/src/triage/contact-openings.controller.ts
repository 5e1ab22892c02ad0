import { OpenedContact } from '@lofteskartan/shared/contracts/contacts';
import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Header, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { ChangeTriageProposalService } from './change-triage-proposal.service.js';

/** Where the responsible organisation opens a sender's contact. */
@Controller('triage/proposals/:reference/contact-openings')
export class ContactOpeningsController {
  constructor(private readonly changing: ChangeTriageProposalService) {}

  @Post()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Open the sender’s contact', sv: 'Öppna avsändarens kontaktuppgifter' },
    description: {
      en: 'Only for the organisation that is responsible: an owner of the commitment that the proposal is linked to, without one the police for speed checks, else the municipality. Each opening is an event in the history.',
    },
    tags: ['Triage'],
    access: { who: 'staff', roles: triageRoles },
    body: EmptyBody,
    answers: { 200: OpenedContact },
    refusals: ['not.found', 'contact.none', 'contact.otherOrganisation'],
  })
  open(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() _body: EmptyBody,
  ): Promise<OpenedContact> {
    return this.changing.openContact({ staff, language }, reference);
  }
}
