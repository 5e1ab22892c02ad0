import { TellOnBehalf } from '@lofteskartan/shared/contracts/asked-on-behalf';
import { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Header, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { LookAfterSupporters } from './look-after-supporters.service.js';

/** Where staff write down how it is now to those who reached them by telephone, on paper or in person. */
@Controller('triage/proposals/:reference/outcomes')
export class AskedOnBehalfController {
  constructor(private readonly looking: LookAfterSupporters) {}

  @Post()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: {
      en: 'Write down how it is now, as it was told',
      sv: 'Skriv ner hur det är nu, som det berättades',
    },
    description: {
      en: 'For those whom staff registered: the sender, or one who supports an unsafe place (`asked`). Kept as their answer, by the rules of other answers; the history says that staff wrote it. The same once more is one.',
    },
    tags: ['Triage'],
    access: { who: 'staff', roles: triageRoles },
    body: TellOnBehalf,
    answers: { 200: TriageProposal },
    refusals: ['not.found', 'outcome.notRegistered', 'outcome.tooEarly'],
  })
  tell(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: TellOnBehalf,
  ): Promise<TriageProposal> {
    return this.looking.tell({ staff, language }, reference, body);
  }
}
