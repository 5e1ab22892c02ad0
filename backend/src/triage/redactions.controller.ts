import { RedactPhoto, RedactionVersionQuery } from '@lofteskartan/shared/contracts/redactions';
import { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Delete, Get, Header, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { Endpoint, type EndpointDeclaration } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import type { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { RedactTriagePhotoService } from './redact-triage-photo.service.js';

const ofAPhoto = {
  tags: ['Triage'],
  access: { who: 'staff', roles: triageRoles },
  refusals: ['not.found', 'photo.originalGone'],
} as const satisfies Partial<EndpointDeclaration>;

const changing = {
  ...ofAPhoto,
  answers: { 200: TriageProposal },
  refusals: [...ofAPhoto.refusals, 'version.stale'],
  idempotent: true,
} as const satisfies Partial<EndpointDeclaration>;

/** Where staff cover faces and number plates on residents' photos. */
@Controller('triage/proposals/:reference/photos/:id')
export class RedactionsController {
  constructor(private readonly redacting: RedactTriagePhotoService) {}

  @Post('redactions')
  @Endpoint({
    ...changing,
    summary: { en: 'Cover parts of a photo', sv: 'Sudda delar av en bild' },
    description: {
      en: 'The picture and its thumbnail are made anew from the original, which is kept for staff until its date. What is public is replaced at once, under a new address; whether the photo is shown stays as it was decided.',
    },
    body: RedactPhoto,
  })
  cover(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Param('id') photoId: string,
    @Body() body: RedactPhoto,
    @IdempotencyKey() key: string,
  ): Promise<Reply<TriageProposal>> {
    return this.redacting.cover({ viewer: { staff, language }, reference, photoId, key }, body);
  }

  @Delete('redactions')
  @Endpoint({
    ...changing,
    summary: { en: 'Take the covering of a photo back', sv: 'Ta bort suddningen av en bild' },
    description: { en: 'The original is there again, and is shown to nobody until that is decided anew.' },
    query: RedactionVersionQuery,
  })
  uncover(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Param('id') photoId: string,
    @Query() { version }: RedactionVersionQuery,
    @IdempotencyKey() key: string,
  ): Promise<Reply<TriageProposal>> {
    return this.redacting.uncover({ viewer: { staff, language }, reference, photoId, key }, version);
  }

  @Get('original')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    ...ofAPhoto,
    summary: { en: 'The original of a covered photo', sv: 'Originalet av en suddad bild' },
    description: { en: 'For those who handle the proposal. Each opening is an event in the history.' },
    answers: { 200: { media: ['image/jpeg'], description: { en: 'The picture as it was sent.' } } },
  })
  async original(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Param('id') photoId: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.redacting.original({ staff, language }, reference, photoId), {
      type: 'image/jpeg',
    });
  }
}
