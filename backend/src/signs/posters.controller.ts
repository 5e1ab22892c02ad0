import { PosterQuery } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { dialogueReaders } from '../medborgardialog/medborgardialog.rules.js';
import { Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { MakePoster } from './make-poster.service.js';
import { sent } from './sign-answer.js';

/** Posters that invite to a medborgardialog. */
@Controller('dialogues/:reference/poster')
export class PostersController {
  constructor(private readonly posters: MakePoster) {}

  @Get()
  @Endpoint({
    summary: { en: 'A poster of a public dialogue as PDF', sv: 'En affisch för en medborgardialog som PDF' },
    description: { en: 'A4, one page, tagged, with a code that opens its page.' },
    tags: ['Public dialogues'],
    access: { who: 'staff', roles: dialogueReaders },
    query: PosterQuery,
    answers: { 200: { media: ['application/pdf'], description: { en: 'The poster to print.' } } },
    refusals: ['not.found', 'dialogue.draft', 'dialogue.cancelled'],
    rateLimit: 'drawn',
  })
  async pdf(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Query() { voice = 'sv' }: PosterQuery,
  ): Promise<StreamableFile> {
    return sent(await this.posters.of(staff, reference, voice));
  }
}
