import { ReadHeldTexts } from '@lofteskartan/shared/contracts/block-list';
import { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import type { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { ReadHeldTextsService } from './read-held-texts.service.js';

/** Where staff say that they have read what the block list held. */
@Controller('triage/proposals/:reference/held-texts')
export class HeldTextsController {
  constructor(private readonly reading: ReadHeldTextsService) {}

  @Post('readings')
  @Endpoint({
    summary: { en: 'Say that held texts have been read', sv: 'Säg att texter som hålls är lästa' },
    description: {
      en: 'The proposal tops the queue no more for their sake. Whether its words are public is decided as ever; that decision counts as having read them.',
    },
    tags: ['Triage'],
    access: { who: 'staff', roles: triageRoles },
    body: ReadHeldTexts,
    answers: { 200: TriageProposal },
    refusals: ['not.found'],
    idempotent: true,
  })
  read(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: ReadHeldTexts,
    @IdempotencyKey() key: string,
  ): Promise<Reply<TriageProposal>> {
    return this.reading.read({ staff, language }, reference, body, key);
  }
}
