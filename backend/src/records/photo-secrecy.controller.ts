import { MarkPhotoSecret } from '@lofteskartan/shared/contracts/photo-secrecy';
import { RedactionVersionQuery } from '@lofteskartan/shared/contracts/redactions';
import { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Delete, Param, Put, Query } from '@nestjs/common';
import { Endpoint, type EndpointDeclaration } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { PhotoSecrecyService } from './photo-secrecy.service.js';

const marking = {
  tags: ['Records'],
  access: { who: 'staff', roles: triageRoles },
  answers: { 200: TriageProposal },
  refusals: ['not.found', 'record.notYours', 'version.stale'],
} as const satisfies Partial<EndpointDeclaration>;

/** Secrecy of single photos. */
@Controller('triage/proposals/:reference/photos/:id/secrecy')
export class PhotoSecrecyController {
  constructor(private readonly secrecy: PhotoSecrecyService) {}

  @Put()
  @Endpoint({
    ...marking,
    summary: { en: 'Mark a photo as secret', sv: 'Sekretessmarkera en bild' },
    description: {
      en: 'It leaves everything public at once, and only those who handle proposals for the controller see it; the archive gets it with its mark. Only they set a mark.',
    },
    body: MarkPhotoSecret,
  })
  mark(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Param('id') photoId: string,
    @Body() body: MarkPhotoSecret,
  ): Promise<TriageProposal> {
    return this.secrecy.mark({ viewer: { staff, language }, reference, photoId }, body);
  }

  @Delete()
  @Endpoint({
    ...marking,
    summary: { en: 'Lift the secrecy of a photo', sv: 'Ta bort sekretessmarkeringen av en bild' },
    description: { en: 'It is shown to nobody until that is decided anew.' },
    query: RedactionVersionQuery,
  })
  lift(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Param('id') photoId: string,
    @Query() { version }: RedactionVersionQuery,
  ): Promise<TriageProposal> {
    return this.secrecy.lift({ viewer: { staff, language }, reference, photoId }, version);
  }
}
