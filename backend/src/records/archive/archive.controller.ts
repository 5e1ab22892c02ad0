import type { Language } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { triageRoles } from '../../staff/access.rules.js';
import { ArchiveCase } from './archive-case.service.js';

/** A case as a file for the archive. */
@Controller('triage/proposals/:reference/archive')
export class ArchiveController {
  constructor(private readonly archive: ArchiveCase) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Export a case for the archive', sv: 'Exportera ett ärende till arkivet' },
    description: {
      en: 'A ZIP with `case.json`, the same as `case.xml` with its schema `case.xsd`, and the photos: the proposal and every member of its case. The export is logged. The sender’s contact is in it only for those who may open it, and that is logged as an opening.',
    },
    tags: ['Records'],
    access: { who: 'staff', roles: triageRoles },
    answers: { 200: { media: ['application/zip'], description: { en: 'The ZIP.' } } },
    refusals: ['not.found'],
  })
  async fetch(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
  ): Promise<StreamableFile> {
    const { name, zip } = await this.archive.export({ staff, language }, reference);
    return new StreamableFile(zip, {
      type: 'application/zip',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
