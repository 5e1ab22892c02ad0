import { EditWords } from '@lofteskartan/shared/contracts/edited-words';
import { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { EditTriageWordsService } from './edit-triage-words.service.js';

/** Where staff edit the words that everyone reads. */
@Controller('triage/proposals/:reference/edited-words')
export class EditedWordsController {
  constructor(private readonly editing: EditTriageWordsService) {}

  @Post()
  @Endpoint({
    summary: {
      en: 'Edit what everyone reads of a resident’s words',
      sv: 'Redigera det som alla läser av invånarens ord',
    },
    description: {
      en: 'Before or after they are released, with a reason that the sender reads. What was sent is kept for staff and the sender; everyone else reads that the municipality edited the text. The words as they were sent take an edit back.',
    },
    tags: ['Triage'],
    access: { who: 'staff', roles: triageRoles },
    body: EditWords,
    answers: { 200: TriageProposal },
    refusals: ['not.found', 'version.stale'],
  })
  edit(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: EditWords,
  ): Promise<TriageProposal> {
    return this.editing.edit({ staff, language }, reference, body);
  }
}
