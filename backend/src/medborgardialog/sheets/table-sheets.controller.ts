import { PosterQuery } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { dialogueReaders } from '../medborgardialog.rules.js';
import { MakeTableSheet } from './make-table-sheet.service.js';

/** Papers for the tables of a medborgardialog. */
@Controller('dialogues/:reference/table-sheet')
export class TableSheetsController {
  constructor(private readonly sheets: MakeTableSheet) {}

  @Get()
  @Endpoint({
    summary: {
      en: 'Papers for the tables of a public dialogue as PDF',
      sv: 'Papper för borden på en medborgardialog som PDF',
    },
    description: {
      en: 'A4, tagged: the statements with boxes, room for questions and subjects, a map of each locality to draw on, and the code of the live page.',
    },
    tags: ['Public dialogues'],
    access: { who: 'staff', roles: dialogueReaders },
    query: PosterQuery,
    answers: { 200: { media: ['application/pdf'], description: { en: 'The papers to print.' } } },
    refusals: ['not.found', 'dialogue.draft', 'dialogue.cancelled'],
    rateLimit: 'drawn',
  })
  async pdf(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Query() { voice = 'sv' }: PosterQuery,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.of(staff, reference, voice);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `attachment; filename="${name}"`,
      length: bytes.length,
    });
  }
}
