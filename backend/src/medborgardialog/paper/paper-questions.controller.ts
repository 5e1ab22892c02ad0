import {
  AddPaperQuestion,
  PaperQuestion,
} from '@lofteskartan/shared/contracts/medborgardialog-paper-questions';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { dialogueReaders } from '../medborgardialog.rules.js';
import { TakePaperQuestions } from './take-paper-questions.service.js';

/** Questions and subjects from paper and tables. */
@Controller('dialogues/:reference/paper-questions')
export class PaperQuestionsController {
  constructor(private readonly questions: TakePaperQuestions) {}

  @Post()
  @Endpoint({
    summary: {
      en: 'Type in a question or a subject from paper',
      sv: 'Skriv in en fråga eller ett ämne från papper',
    },
    description: { en: 'Nobody’s device and nobody’s address; the asker counts as one person.' },
    tags: ['Public dialogues'],
    access: { who: 'staff', roles: dialogueReaders },
    body: AddPaperQuestion,
    answers: { 201: PaperQuestion },
    refusals: ['not.found', 'role.insufficient', 'dialogue.draft', 'dialogue.cancelled', 'dialogue.reported'],
    idempotent: true,
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: AddPaperQuestion,
    @IdempotencyKey() key: string,
  ) {
    return this.questions.add({ staff, language }, reference, body, key);
  }
}
