import { ProposalReceipt, SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import { RegisterProposal, RegisterSupport } from '@lofteskartan/shared/contracts/registrations';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Header, Param, Post } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import type { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { RegistrationsService } from './registrations.service.js';

const tags = ['Triage'];
const access: Access = { who: 'staff', roles: triageRoles };

/** Where staff register what residents tell them by telephone, on paper, in meetings. */
@Controller()
export class RegistrationsController {
  constructor(private readonly registrations: RegistrationsService) {}

  @Post('registrations')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: {
      en: 'Register a proposal on a resident’s behalf',
      sv: 'Registrera ett förslag åt en invånare',
    },
    description: {
      en: 'As a resident would send it, in a municipality where one works. A telephone number is sealed; who leaves one alone is called about each answer before it counts. The follow token is answered once, for the resident’s slip.',
    },
    tags,
    access,
    body: RegisterProposal,
    answers: { 201: ProposalReceipt },
    refusals: ['position.outside', 'registration.otherMunicipality'],
    idempotent: true,
  })
  register(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Body() body: RegisterProposal,
    @IdempotencyKey() key: string,
  ): Promise<Reply<ProposalReceipt>> {
    return this.registrations.register({ staff, language }, body, key);
  }

  @Post('triage/proposals/:reference/supports')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Register a resident’s support', sv: 'Registrera en invånares stöd' },
    description: {
      en: 'Who gives a telephone number counts once, however often they call; the number is not kept.',
    },
    tags,
    access,
    body: RegisterSupport,
    answers: { 201: SupportReceipt },
    refusals: ['not.found'],
    idempotent: true,
  })
  support(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: RegisterSupport,
    @IdempotencyKey() key: string,
  ): Promise<Reply<SupportReceipt>> {
    return this.registrations.support({ staff, language }, reference, body, key);
  }
}
